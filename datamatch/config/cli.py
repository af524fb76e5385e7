"""The command `datamatch`: Django's command line with our settings."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory


def main() -> None:
    """Run one command, for instance `datamatch demo` or `datamatch story`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "datamatch.config.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command == "demo":
        os.environ.setdefault("DATAMATCH_DEBUG", "1")
        os.environ.setdefault("DATAMATCH_BASE_URL", f"http://localhost:{port_in(sys.argv[2:])}")
    if command == "story":
        with database_of_its_own():
            run()
    else:
        run()


def port_in(words: Sequence[str]) -> str:
    """Return the port that the words after the command name, so that links in pages and mails lead there too."""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        name, _equals, value = word.partition("=")
        if name == "--port":
            return value or following or "8000"
    return "8000"


def run() -> None:
    """Hand over to Django."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


@contextmanager
def database_of_its_own() -> Iterator[None]:
    """Let a story happen in a place that is gone afterwards, so that it can never touch real data."""
    with TemporaryDirectory(prefix="datamatch-story-") as folder:
        os.environ["DATAMATCH_HOME"] = folder
        os.environ["DATAMATCH_DATABASE_URL"] = f"sqlite:///{folder}/story.sqlite3"
        yield


if __name__ == "__main__":
    main()
