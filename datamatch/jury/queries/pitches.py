"""Reads about the running order, and who may judge what."""

from collections.abc import Iterable

from django.db.models import QuerySet

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.ideas.models import CoAuthor
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Pitch, Recusal
from datamatch.people.models import Person
from datamatch.screening.queries import ties_in
from datamatch.screening.rules import conflict_of


def pitches_in(edition: Edition) -> QuerySet[Pitch]:
    """Return the pitches of an edition in running order."""
    pitches = Pitch.objects.filter(idea__edition=edition)
    return pitches.select_related("idea__theme", "idea__submitter", "idea__edition").order_by("place")


def on_stage(edition: Edition) -> Pitch | None:
    """Return the pitch that is on stage now, or None between two pitches."""
    return pitches_in(edition).filter(state=PitchState.ON_STAGE).first()


def next_pitch(edition: Edition) -> Pitch | None:
    """Return the first pitch that has not been on stage, or None when all were."""
    return pitches_in(edition).filter(state=PitchState.WAITING).first()


def last_done(edition: Edition) -> Pitch | None:
    """Return the pitch that ended last, or None when none did."""
    return pitches_in(edition).filter(state=PitchState.DONE).order_by("-ended_at", "-place").first()


def recusal_of(person: Person, pitch: Pitch) -> Recusal | None:
    """Return how this juror stepped out for this pitch, or None when they did not."""
    return Recusal.objects.filter(pitch=pitch, juror=person).first()


def recusals_of(person: Person, edition: Edition) -> QuerySet[Recusal]:
    """Return the pitches of an edition for which this juror stepped out."""
    return recusals_in(edition).filter(juror=person)


def recusals_in(edition: Edition) -> QuerySet[Recusal]:
    """Return who stepped out for what in an edition, in running order."""
    recusals = Recusal.objects.filter(pitch__idea__edition=edition)
    return recusals.select_related("pitch__idea", "juror").order_by("pitch__place", "juror__name")


def written_by(person: Person, edition: Edition) -> set[int]:
    """Return the row numbers of the ideas of an edition that this person wrote, alone or with others."""
    own = Pitch.objects.filter(idea__edition=edition, idea__submitter=person).values_list("idea", flat=True)
    shared = CoAuthor.objects.filter(idea__edition=edition, person=person, accepted_at__isnull=False)
    return set(own) | set(shared.values_list("idea", flat=True))


def not_judged_by(person: Person, edition: Edition) -> set[int]:
    """Return the row numbers of the pitched ideas in which this person has no say: stepped out for, or their own."""
    return {recusal.pitch.idea_id for recusal in recusals_of(person, edition)} | written_by(person, edition)


def pitches_judged_by(person: Person, edition: Edition) -> list[Pitch]:
    """Return the pitches this juror may judge, in running order: all but those they stepped out for and their own."""
    out = {recusal.pitch_id for recusal in recusals_of(person, edition)}
    own = written_by(person, edition)
    return [pitch for pitch in pitches_in(edition) if pitch.pk not in out and pitch.idea_id not in own]


def conflicts_of(person: Person, pitches: Iterable[Pitch]) -> dict[int, str]:
    """Return, by row number of the pitch, what ties this person to its idea."""
    pitches = list(pitches)
    ties = ties_in([pitch.idea for pitch in pitches])
    found = {pitch.pk: conflict_of(idea=pitch.idea, person=person, ties=ties) for pitch in pitches}
    return {pk: reason for pk, reason in found.items() if reason is not None}


def open_conflicts(edition: Edition) -> list[tuple[Person, Pitch, str]]:
    """Return the jurors who are tied to a pitch and have not stepped out for it, with what ties them."""
    pitches = list(pitches_in(edition))
    ties = ties_in([pitch.idea for pitch in pitches])
    out = {(recusal.juror_id, recusal.pitch_id) for recusal in recusals_in(edition)}
    found = []
    for juror in appointed(edition, Duty.JUROR):
        for pitch in pitches:
            reason = conflict_of(idea=pitch.idea, person=juror, ties=ties)
            if reason is not None and (juror.pk, pitch.pk) not in out:
                found.append((juror, pitch, reason))
    return found
