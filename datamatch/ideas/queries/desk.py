"""The ideas of an edition as its manager works with them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from datamatch.editions.models import Edition, Theme
from datamatch.ideas.enums import DeskOrder, EnergyKind, IdeaState, Joined
from datamatch.ideas.models import CoAuthor, Idea, IdeaFile, SavedView
from datamatch.people.models import Person, Unit
from datamatch.people.queries import family_of, home, live_unit

COLUMNS = {
    DeskOrder.NUMBER: ("number",),
    DeskOrder.TITLE: ("title", "number"),
    DeskOrder.NEWEST: ("-sent_at", "-number"),
    DeskOrder.JOINING: ("-joining", "number"),
    DeskOrder.LEAST_JOINED: ("joining", "number"),
}


@dataclass(frozen=True)
class DeskWishes:
    """What a manager looks for on the desk; empty fields ask nothing."""

    text: str = ""
    theme: Theme | None = None
    unit: Unit | None = None
    joined: str = ""
    lane: str = ""
    state: str = IdeaState.SENT
    order: str = DeskOrder.NUMBER


def desk_ideas(edition: Edition, wishes: DeskWishes) -> QuerySet[Any]:
    """Return the ideas that match; annotates `joining`, `supporting`, `advising` and `sharing` (people per kind).

    Drafts are nobody's business but their authors': only sent and withdrawn ideas are found.
    """
    found: QuerySet[Any] = Idea.objects.filter(edition=edition, number__isnull=False).exclude(state=IdeaState.DRAFT)
    if wishes.state:
        found = found.filter(state=wishes.state)
    if wishes.theme is not None:
        found = found.filter(theme=wishes.theme)
    if wishes.unit is not None:
        found = found.filter(unit__in=family_of(live_unit(wishes.unit)))
    if wishes.lane:
        found = found.filter(lane=wishes.lane)
    for word in wishes.text.split():
        found = found.filter(_holds(word))
    found = with_energy(found)
    if wishes.joined:
        found = found.filter(joining=0) if wishes.joined == Joined.NOBODY else found.filter(joining__gt=0)
    return found.select_related("theme", "unit", "submitter").order_by(*COLUMNS[DeskOrder(wishes.order)])


def _holds(word: str) -> Q:
    """Return the condition that an idea holds this word: in its text, its number or the name of its submitter."""
    told = Q(title__icontains=word) | Q(demand__icontains=word) | Q(submitter__name__icontains=word)
    return told | Q(number=int(word)) if word.isdecimal() and len(word) < 9 else told


def with_energy(ideas: QuerySet[Any]) -> QuerySet[Any]:
    """Return the ideas with how many people gave each kind of energy."""
    names = {"joining": EnergyKind.JOIN, "supporting": EnergyKind.SUPPORT, "advising": EnergyKind.ADVISE}
    names |= {"sharing": EnergyKind.SAME_PROBLEM}
    counts = {name: Count("energy", filter=Q(energy__kind=kind), distinct=True) for name, kind in names.items()}
    counted: QuerySet[Any] = ideas.annotate(**counts)
    return counted


def chosen(edition: Edition, public_ids: Iterable[str]) -> list[Idea]:
    """Return the ideas of this edition with these identities, by number."""
    found = Idea.objects.filter(edition=edition, public_id__in=list(public_ids), number__isnull=False)
    return list(found.exclude(state=IdeaState.DRAFT).select_related("submitter").order_by("number"))


def views_of(person: Person, edition: Edition) -> QuerySet[SavedView]:
    """Return the views this person keeps in an edition, by name."""
    return SavedView.objects.filter(person=person, edition=edition)


def units_of(edition: Edition) -> QuerySet[Unit]:
    """Return the units that sent an idea, by name; a merged unit counts as the one it went up in."""
    sent = Idea.objects.filter(edition=edition, number__isnull=False).exclude(unit=None)
    found: QuerySet[Unit] = Unit.objects.filter(pk__in=sent.order_by().annotate(home=home("unit")).values("home"))
    return found.order_by("name")


def file_with(public_id: Any) -> IdeaFile | None:
    """Return the file of ideas with this identity."""
    return IdeaFile.objects.select_related("edition").filter(public_id=public_id).first()


EXPORTED = (
    "number", "title", "theme", "demand", "data", "result", "language", "state", "sent", "submitter", "name", "unit",
    "co-authors", "support", "join", "hours", "advise", "same problem", "lane",
)  # fmt: skip


def export_rows(ideas: QuerySet[Any]) -> Iterator[Sequence[object]]:
    """Yield a row per idea under the columns of `EXPORTED`; the first ones are those that can be read in again."""
    accepted = CoAuthor.objects.filter(accepted_at__isnull=False).select_related("person")
    listed = ideas.prefetch_related(Prefetch("coauthors", queryset=accepted, to_attr="writing"), "energy")
    for idea in listed:
        hours = sum(energy.hours_per_week for energy in idea.energy.all())
        yield (
            idea.number, idea.title, idea.theme.slug if idea.theme else "", idea.demand, idea.data, idea.result,
            idea.language, idea.state, f"{idea.sent_at:%Y-%m-%d}" if idea.sent_at else "", idea.submitter.email,
            idea.submitter.name, idea.unit_name, ", ".join(one.person.name for one in idea.writing if one.person),
            idea.supporting, idea.joining, hours, idea.advising, idea.sharing, idea.lane,
        )  # fmt: skip
