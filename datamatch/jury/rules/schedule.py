"""Why the plan of pitch day cannot be changed by hand."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.jury import queries
from datamatch.jury.models import Pitch
from datamatch.jury.rules.stage import why_not_plan_pitches
from datamatch.people.models import Person
from datamatch.screening.queries import shortlisted_ideas


def why_not_see_schedule(*, edition: Edition, by: Person) -> str | None:
    """Return why this person does not plan pitch day, or None when they do."""
    return None if is_manager(by, edition) else _("Only the programme manager makes the running order.")


def why_not_move_pitch(*, pitch: Pitch, way: str, by: Person) -> str | None:
    """Return why a pitch cannot go up or down, or None when it can."""
    edition = pitch.idea.edition
    if (reason := why_not_plan_pitches(edition=edition, by=by)) is not None:
        return reason
    places = list(queries.pitches_in(edition).values_list("pk", flat=True))
    end = {"up": places[0], "down": places[-1]}.get(way)
    return _("It cannot go further.") if end is None or pitch.pk == end else None


def why_not_tell_times(*, edition: Edition, by: Person, to_tell: Sequence[queries.Times] | None = None) -> str | None:
    """Return why makers and jurors cannot be mailed when they are needed, or None; who read what to tell, gives it."""
    if (reason := why_not_plan_pitches(edition=edition, by=by)) is not None:
        return reason
    if not queries.pitches_in(edition).exists():
        return _("There is no running order yet.")
    waiting = queries.times_to_tell(edition) if to_tell is None else to_tell
    return None if waiting else _("Everybody was mailed these times and this room.")


def why_not_note_absence(
    *, edition: Edition, person: Person, starts_at: datetime, ends_at: datetime, by: Person
) -> str | None:
    """Return why an absence cannot be noted, or None when it can."""
    if (reason := why_not_plan_pitches(edition=edition, by=by)) is not None:
        return reason
    if not queries.needed_on(edition, shortlisted_ideas(edition)).filter(pk=person.pk).exists():
        return _("Only jurors and makers are needed on pitch day.")
    return None if starts_at < ends_at else _("It ends before it begins.")
