"""Reads about the plan of pitch day: who is needed, who is away, and where that clashes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.ideas.models import CoAuthor, Idea
from datamatch.jury.models import Absence, Pitch
from datamatch.jury.queries.pitches import recusals_in
from datamatch.people.models import Person


def absences_in(edition: Edition) -> QuerySet[Absence]:
    """Return who is away when, in order of time."""
    return Absence.objects.filter(edition=edition).select_related("person")


def makers_of(ideas: Iterable[Idea]) -> dict[int, set[int]]:
    """Return per idea (row number) the row numbers of who made it: who sent it and who agreed to make it together."""
    ideas = list(ideas)
    makers = {idea.pk: {idea.submitter_id} for idea in ideas}
    shared = CoAuthor.objects.filter(idea__in=ideas, accepted_at__isnull=False)
    for idea, person in shared.values_list("idea", "person"):
        makers[idea].add(person)
    return makers


def needed_on(edition: Edition, ideas: Iterable[Idea]) -> QuerySet[Person]:
    """Return who is needed on pitch day, by name: the jurors and the makers of these ideas."""
    makers = {person for several in makers_of(ideas).values() for person in several}
    jurors = set(appointed(edition, Duty.JUROR).values_list("pk", flat=True))
    return Person.objects.filter(pk__in=makers | jurors).order_by("name", "pk")


def judges_of(edition: Edition, ideas: Iterable[Idea]) -> dict[int, set[int]]:
    """Return per idea (row number) the row numbers of the jurors who judge it: who made it or stepped out does not."""
    jurors = set(appointed(edition, Duty.JUROR).values_list("pk", flat=True))
    judges = {idea: jurors - made for idea, made in makers_of(ideas).items()}
    for idea, juror in recusals_in(edition).order_by().values_list("pitch__idea", "juror"):
        if idea in judges:
            judges[idea].discard(juror)
    return judges


def is_away(absence: Absence, starts_at: datetime, minutes: int) -> bool:
    """Tell whether an absence falls in a pitch that begins at this moment."""
    return absence.starts_at < starts_at + timedelta(minutes=minutes) and starts_at < absence.ends_at


def clashes_in(edition: Edition, pitches: list[Pitch]) -> dict[int, list[str]]:
    """Return per pitch (row number) who of its makers and of the jurors who judge it is away, in words."""
    away, clashes = list(absences_in(edition)), defaultdict(list)
    ideas = [pitch.idea for pitch in pitches]
    makers, judges = makers_of(ideas), judges_of(edition, ideas)
    for pitch in pitches:
        for one in away:
            if not is_away(one, pitch.starts_at, pitch.minutes):
                continue
            if one.person_id in makers[pitch.idea_id]:
                clashes[pitch.pk].append(_("%(name)s, who made it, is away.") % {"name": one.person.name})
            elif one.person_id in judges[pitch.idea_id]:
                clashes[pitch.pk].append(_("%(name)s of the jury is away.") % {"name": one.person.name})
    return clashes
