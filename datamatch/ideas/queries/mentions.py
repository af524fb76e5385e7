"""Names of people in plain words: kept as an identity, shown as a name; web addresses found in them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from datamatch.people.models import Person

MARK = re.compile(r"@\[([0-9a-f-]{36})\]")
PART = re.compile(rf"{MARK.pattern}|(https?://[^\s<>\"'`]+)", re.IGNORECASE)
END_OF_SENTENCE = ".,;:!?)]}…”’"


@dataclass(frozen=True)
class Piece:
    """A part of what somebody said: plain words, a web address, or a person."""

    text: str
    url: str = ""
    person: Person | None = None


def seal(words: str, people: Iterable[Person]) -> tuple[str, list[Person]]:
    """Return the words with identities in place of the names called with an @, and who is really called."""
    called = []
    for person in sorted(people, key=lambda one: -len(one.name)):
        sealed = re.sub(rf"@{re.escape(person.name)}(?!\w)", f"@[{person.public_id}]", words)
        if sealed != words:
            called.append(person)
        words = sealed
    return words, called


def unseal(words: str, people: Iterable[Person]) -> str:
    """Return the words with the names of today in place of the identities."""
    names = names_of(people)
    return MARK.sub(lambda found: f"@{names[found[1]].name}" if found[1] in names else found[0], words)


def pieces_of(words: str, people: Iterable[Person]) -> Iterator[Piece]:
    """Yield the words in pieces, so that a page can make links without trusting any of them."""
    names, end = names_of(people), 0
    for found in PART.finditer(words):
        piece = linked(found, names)
        if piece is None:
            continue
        if found.start() > end:
            yield Piece(words[end : found.start()])
        yield piece
        end = found.start() + (len(piece.url) if piece.url else len(found[0]))
    if end < len(words):
        yield Piece(words[end:])


def linked(found: re.Match[str], names: Mapping[str, Person]) -> Piece | None:
    """Return what was found as a link, or None when it is no more than words."""
    if found[1]:
        person = names.get(found[1].lower())
        return Piece(f"@{person.name}", person=person) if person else None
    address = found[2].rstrip(END_OF_SENTENCE)
    return Piece(address, url=address) if "://" in address and len(address) > len("https://") else None


def names_of(people: Iterable[Person]) -> dict[str, Person]:
    """Return people by their identity as it stands in words."""
    return {str(person.public_id): person for person in people}


def known_ids(given: Iterable[str]) -> list[UUID]:
    """Return the identities among these words; what is none is left out."""
    found = []
    for word in given:
        try:
            found.append(UUID(word))
        except ValueError:
            continue
    return found
