"""Who does not know yet when and where they are on stage, or judge: read from what was mailed before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.foundation.models import Mail
from datamatch.jury.models import Pitch
from datamatch.jury.queries.pitches import pitches_in
from datamatch.jury.queries.schedule import makers_of
from datamatch.people.models import Person


@dataclass(frozen=True)
class Times:
    """What one person has to know: their own pitch, or the whole day of a juror (no pitch)."""

    person: Person
    pitch: Pitch | None
    starts_at: datetime
    ends_at: datetime
    room: str
    is_news: bool = False  # another time or room was mailed before

    @property
    def about(self) -> str:
        """Return what it is about, in the key of its mail."""
        return f"{self.person.public_id}:{self.pitch.pk if self.pitch else 'day'}"

    @property
    def mark(self) -> str:
        """Return a mark that changes with the times and the room."""
        told = f"{self.starts_at.isoformat()}|{self.ends_at.isoformat()}|{self.room}"
        return sha256(told.encode()).hexdigest()[:12]


def times_to_tell(edition: Edition) -> list[Times]:
    """Return what was not mailed yet as it is now: to the makers of each pitch, and to the jurors."""
    pitches, told = list(pitches_in(edition)), _told(edition)
    wanted = [*_of_makers(pitches), *_of_jurors(edition, pitches)]
    changed = [one for one in wanted if told.get(one.about) != one.mark]
    return [
        Times(one.person, one.pitch, one.starts_at, one.ends_at, one.room, is_news=one.about in told) for one in changed
    ]


def times_key(edition: Edition) -> str:
    """Return how the keys of these mails begin."""
    return f"times:{edition.public_id}:"


def _told(edition: Edition) -> dict[str, str]:
    """Return the mark that was mailed last, by what it was about."""
    begin = times_key(edition)
    keys = Mail.objects.filter(key__startswith=begin).order_by("pk").values_list("key", flat=True)
    parts = [key.removeprefix(begin).split(":", 3) for key in keys]
    return {f"{person}:{which}": mark for person, which, mark, _at in parts}


def _of_makers(pitches: Sequence[Pitch]) -> list[Times]:
    makers = makers_of(pitch.idea for pitch in pitches)
    people = Person.objects.in_bulk({person for several in makers.values() for person in several})
    return [
        Times(people[person], pitch, pitch.starts_at, pitch.starts_at + timedelta(minutes=pitch.minutes), pitch.room)
        for pitch in pitches
        for person in sorted(makers[pitch.idea_id])
    ]


def _of_jurors(edition: Edition, pitches: Sequence[Pitch]) -> list[Times]:
    if not pitches:
        return []
    first, last = pitches[0], pitches[-1]
    ends_at = last.starts_at + timedelta(minutes=last.minutes)
    jurors = appointed(edition, Duty.JUROR).order_by("name", "pk")
    return [Times(juror, None, first.starts_at, ends_at, first.room) for juror in jurors]
