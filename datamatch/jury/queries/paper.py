"""What is printed the evening before, so that pitch day goes on without a network: a sheet per juror."""

from dataclasses import dataclass

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.jury.models import Pitch
from datamatch.jury.queries.pitches import pitches_in, recusals_in
from datamatch.jury.queries.schedule import makers_of
from datamatch.people.models import Person
from datamatch.screening.queries import ties_in
from datamatch.screening.rules import conflict_of


@dataclass(frozen=True)
class Sheet:
    """One juror's paper: the pitches to judge, with what ties the juror to them, and those they stay out of."""

    juror: Person
    cards: list[tuple[Pitch, str]]
    out: list[Pitch]


def sheets_for(edition: Edition) -> list[Sheet]:
    """Return the sheets of all jurors by name; a fixed number of questions, whatever the size of the day."""
    pitches = list(pitches_in(edition))
    ties = ties_in([pitch.idea for pitch in pitches])
    out = {(one.juror_id, one.pitch_id) for one in recusals_in(edition)}
    makers = makers_of(pitch.idea for pitch in pitches)
    sheets = []
    for juror in appointed(edition, Duty.JUROR).order_by("name", "pk"):
        stays = [p for p in pitches if (juror.pk, p.pk) in out or juror.pk in makers[p.idea_id]]
        judged = [pitch for pitch in pitches if pitch not in stays]
        cards = [(pitch, conflict_of(idea=pitch.idea, person=juror, ties=ties) or "") for pitch in judged]
        sheets.append(Sheet(juror, cards, stays))
    return sheets
