"""Bring the message catalogues up to date with the sources; words from JSON files may be added.

`python scripts/translations.py [FOLDER]` reads every `*.json` of FOLDER: {"English": "Nederlands"} or, for plurals,
{"English singular": ["enkelvoud", "meervoud"]}.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "datamatch"
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
CALL = re.compile(
    r"(?<![a-z_])(_|gettext|ngettext|pgettext|npgettext)\(((?:\s*u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\s*,?)+)"
)
STRING = re.compile(r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")

Message = str | tuple[str, ...]


def messages_of_code(file: Path) -> Iterator[tuple[int, Message, str | None]]:
    """Yield line, message and context for everything that a Python file marks."""
    for line, message, _comments, context in extract_from_file("python", file, keywords=KEYWORDS):
        yield line, message, context


def messages_of_template(file: Path) -> Iterator[tuple[int, Message, str | None]]:
    """Yield line, message and context for everything that a template marks."""
    marked = templatize(file.read_text(encoding="utf-8"), origin=str(file))
    for call in CALL.finditer(marked):
        words = [eval(word) for word in STRING.findall(call.group(2))]  # noqa: S307  string literals only
        line = marked.count("\n", 0, call.start()) + 1
        kind = call.group(1)
        if kind == "pgettext":
            yield line, words[1], words[0]
        elif kind == "ngettext":
            yield line, (words[0], words[1]), None
        else:
            yield line, words[0], None


def extract() -> Catalog:
    """Return every message of the sources, without translations, in a fixed order."""
    catalogue = Catalog(project="DataMatch", version="0", charset="utf-8", fuzzy=False, msgid_bugs_address="none")
    for file in sorted(PACKAGE.rglob("*.py")):
        add_all(catalogue, file, messages_of_code(file))
    for file in sorted([*PACKAGE.rglob("templates/**/*.html"), *PACKAGE.rglob("templates/**/*.txt")]):
        add_all(catalogue, file, messages_of_template(file))
    return catalogue


def add_all(catalogue: Catalog, file: Path, found: Iterator[tuple[int, Message, str | None]]) -> None:
    """Add the messages of one file; a file is named, a line number is not, so that a moved line changes nothing."""
    place = str(file.relative_to(ROOT))
    for _line, message, context in found:
        if isinstance(message, str) and not message:
            continue
        catalogue.add(message, locations=[(place, 0)], context=context)


def known(language: str) -> Catalog:
    """Return the catalogue of a language as it is stored, empty when there is none yet."""
    file = path_of(language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as handle:
        return read_po(handle, locale=language)


def path_of(language: str) -> Path:
    """Return where the catalogue of a language stands."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def given_words(folder: Path | None) -> dict[str, str | list[str]]:
    """Return the Dutch words of all JSON files in a folder."""
    words: dict[str, str | list[str]] = {}
    for file in sorted(folder.glob("*.json")) if folder else []:
        words |= json.loads(file.read_text(encoding="utf-8"))
    return words


def update(language: str, words: dict[str, str | list[str]]) -> list[str]:
    """Write the catalogue of one language and return the messages that have no words in it yet."""
    before, catalogue, missing = known(language), extract(), []
    catalogue.locale = language
    for message in catalogue:
        if not message.id:
            continue
        singular = message.id[0] if isinstance(message.id, tuple) else message.id
        old = before.get(singular, message.context)
        message.string = words_for(language, message.id, words.get(singular), old.string if old else "")
        if not message.string or not all(message.string if isinstance(message.string, tuple) else [message.string]):
            missing.append(singular)
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    with path_of(language).open("wb") as handle:
        write_po(
            handle,
            catalogue,
            sort_output=True,
            omit_header=False,
            no_location=False,
            width=110,
            include_lineno=False,
        )
    keep_dates_out(path_of(language))
    return missing


def words_for(language: str, message: Message, given: str | list[str] | None, old: Message) -> Message:
    """Return the words of one message: English is its own; Dutch is what is given now, else what was stored."""
    if language == "en":
        return message
    if isinstance(message, tuple):
        stored = old if isinstance(old, tuple) and all(old) else ("", "")
        return tuple(given) if isinstance(given, list) else stored
    return given if isinstance(given, str) else old if isinstance(old, str) else ""


def keep_dates_out(file: Path) -> None:
    """Remove the dates from the header: the same words give the same file."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    noise = ("-Date:", "# Copyright", "FIRST AUTHOR", "Last-Translator", "Language-Team", "Report-Msgid")
    kept = [line for line in lines if not any(word in line for word in noise)]
    file.write_text("".join(kept), encoding="utf-8")


def compile_words(language: str) -> None:
    """Compile the catalogue of a language, so that a server started after this speaks it."""
    with path_of(language).with_suffix(".mo").open("wb") as handle:
        write_mo(handle, known(language))


def main(arguments: list[str]) -> int:
    """Update both catalogues; end with code 1 when Dutch words are missing."""
    settings.configure(USE_I18N=True)
    django.setup()
    words = given_words(Path(arguments[0]) if arguments else None)
    update("en", {})
    missing = update("nl", words)
    for language in ("en", "nl"):
        compile_words(language)
    for message in missing:
        print(json.dumps(message, ensure_ascii=False))
    print(f"{len(missing)} messages have no Dutch words yet.", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
