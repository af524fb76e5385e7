"""Reads about the audience: its hall, who voted in it, and for whom the hall is once the vote closed."""

from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from datamatch.editions.models import Edition
from datamatch.jury.enums import Mark
from datamatch.jury.models import Hall, HallVoter, Pitch
from datamatch.people.models import Person


@dataclass(frozen=True)
class Guest:
    """Whoever stands in the hall: a device, known by its cookie, and a person where somebody signed in."""

    device: str
    person: Person | None = None


@dataclass(frozen=True)
class Turnout:
    """How many votes are in, and how many of them were given without an account."""

    votes: int
    without_account: int


@dataclass(frozen=True)
class HallPlace:
    """One pitch in the order of the hall; equal counts share a place."""

    place: int
    pitch: Pitch
    votes: int


def hall_of(edition: Edition) -> Hall | None:
    """Return the hall of an edition, or None when it was not opened."""
    return Hall.objects.select_related("edition").filter(edition=edition).first()


def hall_topic(edition: Edition) -> str:
    """Return under which name the audience follows what happens in the hall."""
    return f"hall:{edition.public_id}"


def keys_of(guest: Guest, hall: Hall) -> tuple[str, str]:
    """Return the keys of the person (empty without one) and of the device (empty without a cookie) in this hall."""
    person = _key(hall, "person", str(guest.person.public_id)) if guest.person else ""
    return person, _key(hall, "device", guest.device) if guest.device else ""


def key_of(guest: Guest, hall: Hall) -> str:
    """Return the one key under which this guest is known in this hall: the person, else the device."""
    person, device = keys_of(guest, hall)
    return person or device


def has_voted_in(hall: Hall, guest: Guest) -> bool:
    """Tell whether this guest voted: the person, or the device without an account.

    On a device where somebody voted with an account nobody votes without one.
    """
    person, device = keys_of(guest, hall)
    marks = dict(HallVoter.objects.filter(hall=hall, key__in=[person, device]).values_list("key", "mark"))
    return person in marks or (marks.get(device) == Mark.DEVICE if guest.person else device in marks)


def turnout_in(hall: Hall) -> Turnout:
    """Return how many votes are in the hall."""
    marks = list(hall.voters.exclude(mark=Mark.USED).values_list("mark", flat=True))
    return Turnout(len(marks), marks.count(Mark.DEVICE))


def hall_places(hall: Hall) -> list[HallPlace]:
    """Return the pitches in the order of the hall; empty while the vote is not closed."""
    if not hall.has_result:
        return []
    tallies = list(hall.tallies.select_related("pitch__idea").order_by("-count", "pitch__place"))
    counts = [tally.count for tally in tallies]
    return [HallPlace(counts.index(tally.count) + 1, tally.pitch, tally.count) for tally in tallies]


def _key(hall: Hall, kind: str, word: str) -> str:
    return salted_hmac(f"jury.hall.{kind}", f"{hall.public_id}:{word}", algorithm="sha256").hexdigest()
