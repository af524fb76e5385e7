"""People who could help with an idea: who is looked at, with what of them this reader may see."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from datamatch.ideas.enums import EnergyKind, Need
from datamatch.ideas.models import Energy, Idea, RoleWanted
from datamatch.ideas.queries.ideas import authors_of, fair_place, sees_authors, sees_energy
from datamatch.people.enums import Part, Safeguarding, discipline_name, minimum_team
from datamatch.people.models import Learning, Person, Profile, ProfileSkill, Skill, Unit
from datamatch.people.queries import Reader, Sight, findable, is_shown, with_all_parts

MOST_WEIGHED = 300


@dataclass(frozen=True)
class Hints:
    """What the words of an idea point at: rows of skills and units, and parts of words to look for."""

    skills: frozenset[int]
    units: frozenset[int]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Opening:
    """Something a team still lacks, in words: a role its authors look for, or one of the needs of every team.

    Any of the disciplines fills it; so does who can safeguard its aspect.
    """

    words: str
    disciplines: tuple[str, ...]
    aspect: str = ""
    is_wanted: bool = False

    def is_filled_by(self, sight: Sight) -> bool:
        """Tell whether this person fills it, by what this reader sees of them."""
        guards = self.aspect in Safeguarding.values and self.aspect in sight.aspects
        return sight.discipline in self.disciplines or guards


def skills_known() -> list[Skill]:
    """Return every skill on the list."""
    return list(Skill.objects.order_by("pk"))


def units_known() -> list[Unit]:
    """Return every unit."""
    return list(Unit.objects.order_by("pk"))


def openings_of(idea: Idea, *, by: Person) -> list[Opening]:
    """Return what a team for this idea still lacks: the roles its authors look for, then what every team needs.

    Who wants to join fills something only for a reader who may see energy; for others everything is still open.
    """
    wanted = list(RoleWanted.objects.filter(idea=idea).values_list("role", flat=True))
    offered: set[str] = set()
    if sees_energy(idea.edition, by):
        joining = Energy.objects.filter(idea=idea, kind=EnergyKind.JOIN).not_refused()
        offered = set(joining.values_list("role", flat=True))
    needs = [
        Opening(str(Need(aspect).label), any_of, aspect)
        for aspect, any_of in minimum_team().items()
        if not set(any_of) & set(wanted)
    ]
    roles = [Opening(discipline_name(role), (role,), is_wanted=True) for role in wanted]
    return [opening for opening in [*roles, *needs] if not offered & set(opening.disciplines)]


def people_pointed_at(idea: Idea, *, by: Person, to: Reader, on: date, hints: Hints) -> list[Sight]:
    """Return people of whom this reader sees something that the words of the idea point at."""
    can = Exists(ProfileSkill.objects.filter(profile=OuterRef("pk"), skill__in=hints.skills))
    wants = Exists(Learning.objects.filter(profile=OuterRef("pk"), skill__in=hints.skills))
    told = Q(pk__in=[])
    for word in hints.words:
        told |= Q(about__icontains=word)
    pointed = (
        (Q(can) & is_shown(Part.SKILLS, to))
        | (Q(wants) & is_shown(Part.LEARNING, to))
        | (Q(unit__in=hints.units) & is_shown(Part.UNIT, to))
        | (told & is_shown(Part.ABOUT, to))
    )
    return _first(others(idea, by=by).filter(pointed), idea, to=to, on=on)


def people_to_fill(idea: Idea, opening: Opening, *, by: Person, to: Reader, on: date) -> list[Sight]:
    """Return people of whom this reader sees that they fill an opening: by discipline, or by what they safeguard."""
    fills = Q(discipline__in=opening.disciplines) & is_shown(Part.DISCIPLINE, to)
    if opening.aspect in Safeguarding.values:
        fills |= Q(safeguards__icontains=f'"{opening.aspect}"') & is_shown(Part.SAFEGUARDS, to)
    return _first(others(idea, by=by).filter(fills), idea, to=to, on=on)


def others(idea: Idea, *, by: Person) -> QuerySet[Profile]:
    """Return who may be asked, without the reader and without the authors, for who may know these.

    A reader who may not know the authors must not learn them from who is missing here.
    """
    people = findable().exclude(person=by)
    if not sees_authors(idea, by):
        return people
    return people.exclude(person__in=[author.pk for author in authors_of(idea)])


def _first(profiles: QuerySet[Profile], idea: Idea, *, to: Reader, on: date) -> list[Sight]:
    """Return the first of these profiles, in another order for each idea, so that no one is always first."""
    shuffled = with_all_parts(profiles, on=on).order_by(fair_place(idea), "pk")
    return [Sight(profile, to) for profile in shuffled[:MOST_WEIGHED]]
