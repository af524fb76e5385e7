"""How letters travelled: what was given to the post, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from datamatch.editions.models import Edition
from datamatch.foundation.models import Mail
from datamatch.post.enums import Travel
from datamatch.post.models import Letter, Sending
from datamatch.post.queries.letters import letters_in


@dataclass(frozen=True)
class Leg:
    """One sending with where its mail is now."""

    sending: Sending
    travel: Travel
    attempts: int


def legs_of(letters: Iterable[Letter]) -> dict[int, list[Leg]]:
    """Return per letter (row number) everything that was sent, first to last."""
    sendings = list(Sending.objects.filter(letter__in=letters).select_related("by"))
    mails = {mail.key: mail for mail in Mail.objects.filter(key__in=[one.key for one in sendings])}
    legs: dict[int, list[Leg]] = {}
    for sending in sendings:
        mail = mails.get(sending.key)
        legs.setdefault(sending.letter_id, []).append(
            Leg(sending, travel_of(sending, mail), mail.attempts if mail else 0)
        )
    return legs


def travel_of(sending: Sending, mail: Mail | None) -> Travel:
    """Return where the mail of one sending is; what somebody saw come back goes first."""
    if sending.bounced_at is not None:
        return Travel.BOUNCED
    return Travel(mail.state) if mail else Travel.WAITING


def legs_of_letter(letter: Letter) -> list[Leg]:
    """Return everything that was sent of one letter, first to last."""
    return legs_of([letter]).get(letter.pk, [])


def is_undelivered(legs: Sequence[Leg]) -> bool:
    """Tell whether the last thing sent did not arrive."""
    return bool(legs) and legs[-1].travel in (Travel.FAILED, Travel.BOUNCED)


def undelivered_in(edition: Edition, round: str) -> list[Letter]:
    """Return the sent letters of a round that did not arrive."""
    sent = list(letters_in(edition, round).filter(sent_at__isnull=False))
    legs = legs_of(sent)
    return [letter for letter in sent if is_undelivered(legs.get(letter.pk, []))]


@dataclass(frozen=True)
class Posted:
    """One letter with the last time it was sent, or None while it waits."""

    letter: Letter
    leg: Leg | None


def with_last_leg(letters: Iterable[Letter]) -> list[Posted]:
    """Return these letters, each with the last time it was sent."""
    found = list(letters)
    legs = legs_of(found)
    return [Posted(letter, legs[letter.pk][-1] if legs.get(letter.pk) else None) for letter in found]
