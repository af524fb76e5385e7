"""What can be read about ideas and the energy behind them."""

from hashlib import blake2s
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Mod

from datamatch.editions.enums import Duty, MakersKnown, Stage
from datamatch.editions.models import Edition, Theme
from datamatch.editions.queries import duties_of, is_manager, same_words_in
from datamatch.foundation import search
from datamatch.foundation.public import Public
from datamatch.ideas.enums import EnergyKind, IdeaState, Joined, Lane, Order
from datamatch.ideas.models import Energy, Idea, MakersShown, RoleWanted
from datamatch.ideas.queries.lanes import sees_lanes
from datamatch.people.models import Person
from datamatch.people.queries import family_of, live_unit, unit_with_slug

PRIME = 2**31 - 1
MOST_FOUND = 300


def sent_ideas(edition: Edition) -> QuerySet[Idea]:
    """Return the ideas that take part in an edition, by number."""
    return Idea.objects.sent().filter(edition=edition).select_related("theme", "unit").order_by("number")


def readable_ideas(edition: Edition, *, to: Person) -> QuerySet[Idea]:
    """Return the ideas that take part and that this reader may read: of a sealed call only their own."""
    ideas = sent_ideas(edition)
    if not edition.is_sealed:
        return ideas
    return ideas.filter(pk__in=Idea.objects.of_author(to).order_by().values("pk"))


def ideas_shown(
    *,
    edition: Edition,
    to: Person,
    theme: Theme | None = None,
    text: str = "",
    order: str = Order.FAIR,
    role: str = "",
    unit: str = "",
    joined: str = "",
    lane: str = "",
) -> QuerySet[Idea]:
    """Return the sent ideas that match, in the order asked; annotates `energy_given` for who may see energy.

    Text is looked for in the words of the ideas, in Dutch and in English, with slips forgiven; what fits best comes
    first, unless another order was asked. Names and units are left out: they would tell who wrote what. For the same
    reason a unit (a slug), a lane, and whether somebody wants to join, narrow nothing for who may not see them.
    """
    ideas = readable_ideas(edition, to=to)
    if theme is not None:
        ideas = ideas.filter(theme=theme)
    if role:
        ideas = ideas.filter(wanted__role=role)
    if unit and sees_units(edition, to):
        named = unit_with_slug(unit)
        ideas = ideas.filter(unit__in=family_of(live_unit(named))) if named else ideas.none()
    if joined and sees_energy(edition, to):
        joins = Exists(Energy.objects.filter(idea=OuterRef("pk"), kind=EnergyKind.JOIN))
        ideas = ideas.filter(joins if joined == Joined.SOMEBODY else ~joins)
    if lane and sees_lanes(edition, to):
        ideas = ideas.filter(lane=lane)
    if text.strip():
        found = places_of(text, edition=edition)
        ideas = ideas.filter(public_id__in=found) if found is not None else holding(ideas, text)
        if found and order == Order.FAIR:
            best_first = Case(*(When(public_id=one, then=place) for one, place in found.items()))
            return _with_energy(ideas, edition=edition, to=to).order_by(best_first, "number")
    if not sees_energy(edition, to):
        return in_order(ideas, order=order, reader=to)
    counted = _with_energy(ideas, edition=edition, to=to)
    if order == Order.ENERGY:
        return counted.order_by("-energy_given", "number")
    return in_order(counted, order=order, reader=to)


def places_of(text: str, *, edition: Edition) -> dict[UUID, int] | None:
    """Return the ideas that hold these words with their place, best first; None where they are kept from searching."""
    if edition.is_sealed:
        return None
    scopes, synonyms = [edition.public_id], same_words_in(edition)
    found = search.find(text, kinds=["idea"], scopes=scopes, limit=MOST_FOUND, synonyms=synonyms)
    return {public_id: place for place, public_id in enumerate(found)}


def holding(ideas: QuerySet[Idea], text: str) -> QuerySet[Idea]:
    """Return the ideas that hold each of these words as they stand: for the few ideas that only their authors read."""
    for word in text.split():
        ideas = ideas.filter(Q(title__icontains=word) | Q(demand__icontains=word))
    return ideas


def _with_energy(ideas: QuerySet[Idea], *, edition: Edition, to: Person) -> QuerySet[Any]:
    return ideas.annotate(energy_given=Count("energy")) if sees_energy(edition, to) else ideas


def in_order(ideas: QuerySet[Idea], *, order: str, reader: Person) -> QuerySet[Idea]:
    """Return the ideas newest first, by number, or in the fair order of this reader."""
    if order == Order.NEWEST:
        return ideas.order_by("-sent_at", "-number")
    if order == Order.NUMBER:
        return ideas.order_by("number")
    return ideas.order_by(fair_place(reader), "number")


def fair_place(reader: Public) -> Mod:
    """Return a place for each row, always the same for this reader.

    (a * pk + b) modulo a prime, with a and b drawn from the reader's identity: over all readers every pair of
    ideas stands in either order equally often (pairwise independent hashing, Carter and Wegman 1979).
    """
    drawn = blake2s(reader.public_id.bytes, digest_size=16).digest()
    factor = int.from_bytes(drawn[:8], "big") % (PRIME - 1) + 1
    start = int.from_bytes(drawn[8:], "big") % PRIME
    number = BigIntegerField()
    return Mod(F("pk") * Value(factor, number) + Value(start, number), Value(PRIME, number), output_field=number)


def sees_units(edition: Edition, person: Person) -> bool:
    """Tell whether it is shown which unit an idea comes from: as for names, but of a sealed call nobody sees it."""
    return knows_makers(edition, person) or (is_manager(person, edition) and not edition.is_sealed)


def roles_wanted(edition: Edition, *, to: Person) -> list[tuple[str, int]]:
    """Return the roles that the ideas a reader may read look for, each with how many do, most first."""
    wanted = RoleWanted.objects.filter(idea__in=readable_ideas(edition, to=to).order_by().values("pk"))
    counted = wanted.order_by().values_list("role").annotate(ideas=Count("idea")).order_by("-ideas", "role")
    return list(counted)


def theme_counts(edition: Edition, *, to: Person) -> dict[int, int]:
    """Return how many of the ideas that this reader may read each theme has, by the key of the theme."""
    counted = readable_ideas(edition, to=to).order_by().values_list("theme").annotate(ideas=Count("pk"))
    return {theme: ideas for theme, ideas in counted if theme is not None}


def lane_counts(edition: Edition, *, to: Person) -> list[tuple[Lane, int]]:
    """Return how many of the ideas a reader may read are in each lane, the lightest first; nothing unless they see."""
    if not sees_lanes(edition, to):
        return []
    counted = readable_ideas(edition, to=to).exclude(lane="").order_by().values_list("lane").annotate(ideas=Count("pk"))
    found = dict(counted)
    return [(lane, found[lane.value]) for lane in Lane if lane.value in found]


def authors_of(idea: Idea) -> list[Person]:
    """Return who wrote the idea: the submitter first, then the co-authors who accepted."""
    accepted = idea.coauthors.filter(accepted_at__isnull=False).select_related("person").order_by("accepted_at", "pk")
    return [idea.submitter, *(coauthor.person for coauthor in accepted if coauthor.person)]


def is_author(idea: Idea, person: Person) -> bool:
    """Tell whether this person wrote the idea, alone or with others."""
    if idea.submitter_id == person.pk:
        return True
    return idea.coauthors.filter(person=person, accepted_at__isnull=False).exists()


def ideas_of(person: Person) -> QuerySet[Idea]:
    """Return every idea this person writes or wrote, newest first."""
    return Idea.objects.of_author(person).select_related("edition", "theme").order_by("-changed_at", "-pk")


def drafting_in(edition: Edition) -> QuerySet[Person]:
    """Return the people who still have to send an idea in this edition, each once."""
    drafts = Idea.objects.filter(edition=edition, state=IdeaState.DRAFT)
    written = drafts.filter(submitter=OuterRef("pk"))
    along = drafts.filter(coauthors__person=OuterRef("pk"), coauthors__accepted_at__isnull=False)
    return Person.objects.filter(Exists(written) | Exists(along), is_active=True)


def energy_in(edition: Edition) -> QuerySet[Energy]:
    """Return the energy given to the ideas that take part in an edition."""
    given = Energy.objects.filter(idea__edition=edition, idea__state=IdeaState.SENT)
    return given.select_related("idea", "person")


def energy_of(idea: Idea) -> QuerySet[Energy]:
    """Return the energy an idea has, first given first, with the persons who gave it."""
    return Energy.objects.filter(idea=idea).select_related("person__profile__unit")


def energy_from(idea: Idea, person: Person) -> dict[str, Energy]:
    """Return what this person gave to the idea, by kind."""
    return {energy.kind: energy for energy in Energy.objects.filter(idea=idea, person=person)}


def energy_counts(idea: Idea) -> dict[str, int]:
    """Return how many people gave each kind of energy; zero where nobody did."""
    given = dict(Energy.objects.filter(idea=idea).order_by().values_list("kind").annotate(people=Count("pk")))
    return {kind.value: given.get(kind.value, 0) for kind in EnergyKind}


def sees_energy(edition: Edition, person: Person) -> bool:
    """Tell whether energy is shown: to all once the call is closed, before that to managers only."""
    return edition.has_come(Stage.SCREENING) or is_manager(person, edition)


def sees_authors(idea: Idea, person: Person) -> bool:
    """Tell whether names and units of an idea are shown: to its authors and managers always, to others in time."""
    if knows_makers(idea.edition, person) or is_author(idea, person) or is_manager(person, idea.edition):
        return True
    return knows_early(idea, person)


def knows_makers(edition: Edition, person: Person) -> bool:
    """Tell whether who made the ideas of an edition is known to this person by now.

    To all once screening is done; where the edition says so, never to its screeners.
    """
    if not edition.has_come(Stage.MATCHING):
        return False
    return edition.makers_known != MakersKnown.NEVER or Duty.SCREENER not in duties_of(person, edition)


def knows_early(idea: Idea, person: Person) -> bool:
    """Tell whether this person may know the makers before others: gave a review, where the edition lets them."""
    if idea.edition.makers_known != MakersKnown.REVIEW:
        return False
    return MakersShown.objects.filter(idea=idea, person=person.pk).exists()
