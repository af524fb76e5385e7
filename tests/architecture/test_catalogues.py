"""Both languages are complete: every word of the sources stands in both catalogues, with the same placeholders."""

import importlib.util
import re

from babel.messages.pofile import read_po

from tests.architecture.house import ROOT

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")


def translations():
    """Return the script that keeps the catalogues, as a module."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stored(language):
    """Return the stored catalogue of a language."""
    with (ROOT / "datamatch" / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as handle:
        return read_po(handle, locale=language)


def parts(words):
    """Return the forms of a message: one, or two for a plural."""
    return list(words) if isinstance(words, tuple | list) else [words]


def untranslated(catalogue, wanted):
    """Return the wanted messages without words, or with doubtful ones."""
    found = []
    for message in wanted:
        singular = parts(message.id)[0]
        entry = catalogue.get(singular, message.context) if singular else None
        if singular and (entry is None or entry.fuzzy or not all(parts(entry.string))):
            found.append(singular)
    return sorted(found)


def with_other_placeholders(catalogue):
    """Return the messages whose plural or translation names other placeholders than the last English form."""
    wrong = []
    for message in catalogue:
        for words in parts(message.string)[-1:]:
            if message.id and set(PLACEHOLDER.findall(words)) != set(PLACEHOLDER.findall(parts(message.id)[-1])):
                wrong.append(parts(message.id)[0])
    return wrong


def test_dutch_is_complete():
    assert untranslated(stored("nl"), translations().extract()) == []


def test_english_is_complete():
    assert untranslated(stored("en"), translations().extract()) == []


def test_translations_keep_the_placeholders():
    assert with_other_placeholders(stored("nl")) == []


def test_no_message_is_left_from_before():
    wanted = {(parts(m.id)[0], m.context) for m in translations().extract()}
    assert sorted(parts(m.id)[0] for m in stored("nl") if (parts(m.id)[0], m.context) not in wanted) == []


def test_a_missing_word_is_seen():
    catalogue = stored("nl")
    first = next(m for m in catalogue if m.id)
    first.string = ""
    assert untranslated(catalogue, [first]) == [parts(first.id)[0]]


def test_a_lost_placeholder_is_seen():
    catalogue = stored("nl")
    catalogue.add("%(count)s ideas", "ideeën")
    assert "%(count)s ideas" in with_other_placeholders(catalogue)
