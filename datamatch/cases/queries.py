"""Reads about cases: finding them, and following their reuse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case as Place
from django.db.models import Count, Q, QuerySet, Sum, When

from datamatch.cases.models import Case, Reuse
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition, Theme
from datamatch.editions.queries import editions_entered, same_words
from datamatch.foundation import search
from datamatch.ideas import queries as ideas
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.projects import queries as projects
from datamatch.projects.models import Project

MOST_FOUND = 300
Copies = Mapping[UUID, tuple[UUID, ...]]
"""By the public id of a case, those of near copies of it."""


@dataclass(frozen=True)
class Effort:
    """What a case took: how many people, and their hours over all weeks."""

    people: int
    hours_per_week: int
    weeks: int

    @property
    def hours(self) -> int:
        """Return the hours of everyone over all weeks, as they were agreed."""
        return self.hours_per_week * self.weeks


def cases_found(
    *, to: Any, text: str = "", ending: str = "", theme: str = "", copies: dict[UUID, tuple[UUID, ...]] | None = None
) -> QuerySet[Case]:
    """Return the published cases that hold the words of a text, best first, or all of them, newest first.

    Of the editions that this reader may enter; `theme` is a slug. Of cases that are near copies the best one is
    returned; the others are noted in `copies`.
    """
    found = published_cases(to=to)
    if ending:
        found = found.filter(ending=ending)
    if theme:
        found = found.filter(project__idea__theme__slug=theme)
    order: list[Any] = ["-published_at", "-pk"]
    if text.strip():
        best = holding(text, found)
        found = found.filter(public_id__in=best)
        order = [Place(*(When(public_id=one, then=place) for place, one in enumerate(best)), default=0), "pk"]
        if copies is not None:
            copies.update(best)
    found = found.select_related("project__idea__theme", "project__idea__edition")
    sent = Q(reuses__idea__state=IdeaState.SENT)
    return found.annotate(times_reused=Count("reuses", filter=sent)).order_by(*order)


def holding(text: str, cases: QuerySet[Case]) -> Copies:
    """Return which of these cases hold the words of a text, best first, each with its near copies."""
    programmes = set(cases.order_by().values_list("project__idea__edition__programme", flat=True))
    ids = cases.order_by().values("public_id")
    return search.find_once(text, kinds=["case"], among=ids, limit=MOST_FOUND, synonyms=same_words(programmes))


def with_copies(cases: Iterable[Case], copies: Copies) -> list[tuple[Case, list[Case]]]:
    """Return these cases, each with its near copies."""
    cases = list(cases)
    wanted = [copy for case in cases for copy in copies.get(case.public_id, ())]
    found = {copy.public_id: copy for copy in Case.objects.filter(public_id__in=wanted)} if wanted else {}
    return [(case, [found[copy] for copy in copies.get(case.public_id, ()) if copy in found]) for case in cases]


def published_cases(*, to: Any) -> QuerySet[Case]:
    """Return the published cases of the editions that a reader may enter."""
    entered = editions_entered(by=to).order_by().values("pk")
    return Case.objects.filter(published_at__isnull=False, project__idea__edition__in=entered)


def themes_with_cases(*, to: Any) -> list[Theme]:
    """Return one theme per slug of those that have a published case, in the order of the call."""
    used = published_cases(to=to).values("project__idea__theme")
    themes = Theme.objects.filter(pk__in=used).order_by("position", "pk")
    return list({theme.slug: theme for theme in themes}.values())


def case_of(project: Project) -> Case | None:
    """Return the case of this project, published or not, or None."""
    return Case.objects.filter(project=project).select_related("project__idea__edition").first()


def projects_without_case(edition: Edition) -> QuerySet[Project]:
    """Return the projects of this edition that have no published case."""
    told = Case.objects.filter(published_at__isnull=False).values("project")
    return projects.projects_in(edition).exclude(pk__in=told)


def reuses_of(idea: Idea) -> QuerySet[Reuse]:
    """Return which cases this idea builds on."""
    return Reuse.objects.filter(idea=idea).select_related("case")


def reused_in(case: Case) -> QuerySet[Reuse]:
    """Return where this case was taken up: the ideas that were sent; drafts stay with their authors."""
    return case.reuses.filter(idea__state=IdeaState.SENT).select_related("idea__edition")


def open_call(*, to: Any) -> Edition | None:
    """Return the newest edition whose call is open to this reader, or None."""
    return editions_entered(by=to).filter(stage=Stage.CALL).order_by("-number", "-pk").first()


def effort_of(case: Case) -> Effort:
    """Return what the case took, as the team agreed it."""
    members = projects.team_members_of(case.project).aggregate(people=Count("pk"), hours=Sum("hours_per_week"))
    return Effort(members["people"], members["hours"] or 0, projects.weeks_in(case.project))


def people_behind(idea: Idea) -> list[Person]:
    """Return the authors of an idea and everyone who gave it energy, each once."""
    stated = [energy.person for energy in ideas.energy_of(idea)]
    return list({person.pk: person for person in [*ideas.authors_of(idea), *stated]}.values())
