"""What each room does when somebody closes their account or asks for what is kept about them.

A room writes the functions on its own floors (a rule, a query, an action) and names them in `ready` of its `apps.py`.
The room people asks all of them, and so knows nothing of the rooms above it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import override

Tale = dict[str, list[dict[str, Any]]]


class Leaver(NamedTuple):
    """Somebody who closes their account, with the words by which they were known."""

    person: Any
    words: tuple[str, ...]


WhyNotLeave = Callable[[Any], str | None]
Forget = Callable[[Leaver, datetime], None]
Tell = Callable[[Any], Tale]

_rules: list[WhyNotLeave] = []
_deeds: list[Forget] = []
_tellers: list[Tell] = []


def keeps(*, why_not_leave: WhyNotLeave | None = None, forget: Forget | None = None, tell: Tell | None = None) -> None:
    """Say what a room asks, forgets and tells about a person."""
    if why_not_leave:
        _rules.append(why_not_leave)
    if forget:
        _deeds.append(forget)
    if tell:
        _tellers.append(tell)


def reasons_to_stay(person: Any) -> Iterator[str]:
    """Yield why this person cannot leave yet, from every room that has a reason."""
    yield from (reason for rule in _rules if (reason := rule(person)) is not None)


def forget(leaver: Leaver, at: datetime) -> None:
    """Let every room forget what identifies this person."""
    for deed in _deeds:
        deed(leaver, at)


def tale_of(person: Any) -> Tale:
    """Return what every room keeps about this person, under a name per kind."""
    return {name: rows for tell in _tellers for name, rows in tell(person).items()}


def rows(found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what was found as plain rows, to be told."""
    return [dict(row) for row in found]


def without(text: str, words: tuple[str, ...], *, language: str = "nl") -> str:
    """Return a text in which somebody's name and addresses are replaced by words for a former participant."""
    known = [re.escape(word) for word in sorted(words, key=len, reverse=True) if word]
    if not known:
        return text
    with override(language):
        return re.sub(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)", _("a former participant"), text, flags=re.IGNORECASE)
