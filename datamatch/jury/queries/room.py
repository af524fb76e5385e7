"""Reads of the live room: what its pages follow, and how many jurors judge what is on stage."""

from dataclasses import dataclass

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.ideas.models import CoAuthor
from datamatch.jury.models import Pitch, Recusal


@dataclass(frozen=True)
class Base:
    """How many jurors there are, and how many of them judge a pitch."""

    jurors: int
    judging: int

    @property
    def is_lowered(self) -> bool:
        """Tell whether somebody stepped out."""
        return self.judging < self.jurors


def room_of(edition: Edition) -> str:
    """Return under which name everybody follows the pitch day of an edition."""
    return f"pitchday:{edition.public_id}"


def desk_of(edition: Edition) -> str:
    """Return under which name those who run the day follow what only they see."""
    return f"pitchday-desk:{edition.public_id}"


def base_of(pitch: Pitch) -> Base:
    """Return how many jurors judge a pitch: all but who stepped out and who wrote the idea."""
    jurors = set(appointed(pitch.idea.edition, Duty.JUROR).values_list("pk", flat=True))
    out = set(Recusal.objects.filter(pitch=pitch).values_list("juror", flat=True))
    written = CoAuthor.objects.filter(idea=pitch.idea_id, accepted_at__isnull=False).values_list("person", flat=True)
    return Base(len(jurors), len(jurors - out - set(written) - {pitch.idea.submitter_id}))
