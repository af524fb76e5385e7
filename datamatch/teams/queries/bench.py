"""The bench: everybody who may be asked for a team in an edition, and what they can fill."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Appointment, Edition
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Energy
from datamatch.people.enums import Audience, Level, minimum_team
from datamatch.people.models import Person, Profile, Skill
from datamatch.people.queries import granted_hours, with_hours
from datamatch.teams.enums import GONE, SKILLS_OF_ROLE, TeamState
from datamatch.teams.models import Member, Suggestion
from datamatch.teams.queries.drafting import set_aside_in, suggestions_in

ABLE, SKILLED, STRONG = 1, 2, 3


@dataclass(frozen=True)
class Seeker:
    """Somebody on the bench: hours a week they have and how many of those other teams already take.

    What a person keeps for themselves counts as not told: a team that was made with it would tell it.
    """

    person: Person
    profile: Profile
    hours: int
    taken_here: int
    taken_elsewhere: int
    offered: frozenset[str]

    @property
    def free_hours(self) -> int:
        """Return the hours a week that no team takes yet."""
        return max(0, self.hours - self.taken_here - self.taken_elsewhere)

    @property
    def discipline(self) -> str:
        """Return their discipline, or an empty word."""
        return "" if self.profile.is_for("discipline", Audience.ME) else self.profile.discipline

    def level_in(self, role: str) -> int:
        """Return how well this person fills a role: 0 not, 1 able, 2 own discipline, 3 with experience shown."""
        shown = bool(self.skills_for(role))
        if self.discipline == role:
            return STRONG if shown else SKILLED
        near = any({role, self.discipline} <= set(any_of) for any_of in minimum_team().values())
        return ABLE if role in self.offered or (near and shown) else 0

    def skills_for(self, role: str) -> list[Skill]:
        """Return the skills in which this person is experienced and that this role asks for, strongest first."""
        group = SKILLS_OF_ROLE.get(role)
        levels = [] if self.profile.is_for("skills", Audience.ME) else self.profile.levels.all()
        return [held.skill for held in levels if held.level >= Level.EXPERIENCED and held.skill.group == group]


@dataclass(frozen=True)
class Bench:
    """The people who may be asked, in a fixed order."""

    seekers: tuple[Seeker, ...]

    def who_can(self, role: str) -> list[Seeker]:
        """Return who can fill a role, the best and freest first."""
        able = [seeker for seeker in self.seekers if seeker.level_in(role)]
        return sorted(able, key=lambda s: (-s.level_in(role), -s.free_hours, s.person.name, s.person.pk))


def bench_of(edition: Edition) -> Bench:
    """Return who may be asked: active people with hours, without the jurors and managers of this edition.

    Whom a manager left out for now is not among them.
    Hours are those of the day on which the work begins, and never more than a line manager granted, where one answered.
    """
    barred = Appointment.objects.filter(edition=edition, duty__in=[Duty.JUROR, Duty.MANAGER]).values("person")
    profiles = (
        with_hours(Profile.objects.filter(person__is_active=True), on=edition.delivery_starts_on)
        .filter(Q(hours_then__gt=0))
        .exclude(hours_for=Audience.ME)
        .exclude(person__in=barred)
        .exclude(person__in=set_aside_in(edition).values("person"))
        .select_related("person", "unit")
        .prefetch_related("levels__skill")
        .order_by("person_id")
    )
    here, elsewhere, offered = _taken(edition), _taken_elsewhere(edition), _offered(edition)
    granted = granted_hours()
    seekers = (_seeker(profile, granted, here, elsewhere, offered) for profile in profiles)
    return Bench(tuple(seeker for seeker in seekers if seeker.hours))


def _seeker(
    profile: Profile,
    granted: dict[int, int],
    here: Counter[int],
    elsewhere: Counter[int],
    offered: dict[int, set[str]],
) -> Seeker:
    """Return a profile as somebody on the bench."""
    pk, offers = profile.person_id, frozenset(offered.get(profile.person_id, ()))
    hours = int(profile.hours_then)  # type: ignore[attr-defined]
    hours = min(hours, granted.get(pk, hours))
    return Seeker(profile.person, profile, hours, here[pk], elsewhere[pk], offers)


def _taken(edition: Edition) -> Counter[int]:
    """Return the hours a week per person that the teams of this edition take, those that are proposed among them."""
    return _hours(Member.objects.filter(team__idea__edition=edition)) + _sums(suggestions_in(edition))


def _taken_elsewhere(edition: Edition) -> Counter[int]:
    """Return the hours a week per person that teams of other running editions take."""
    others = Member.objects.exclude(team__idea__edition=edition)
    return _hours(others.exclude(team__idea__edition__stage=Stage.CLOSED))


def hours_taken(person: Person) -> int:
    """Return the hours a week that teams of running editions take of a person."""
    return _hours(Member.objects.filter(person=person).exclude(team__idea__edition__stage=Stage.CLOSED))[person.pk]


def _hours(seats: QuerySet[Member]) -> Counter[int]:
    """Return the hours a week per person of the seats that count: not declined, and not in a released team."""
    return _sums(seats.exclude(state__in=GONE).exclude(team__state=TeamState.RELEASED))


def _sums(seats: QuerySet[Member] | QuerySet[Suggestion]) -> Counter[int]:
    """Return the hours a week per person of these seats."""
    sums = seats.order_by().values("person").annotate(hours=Sum("hours_per_week"))
    return Counter({row["person"]: row["hours"] for row in sums})


def _offered(edition: Edition) -> dict[int, set[str]]:
    """Return per person the roles in which they offered to join an idea of this edition."""
    roles: dict[int, set[str]] = defaultdict(set)
    joins = Energy.objects.filter(idea__edition=edition, kind=EnergyKind.JOIN)
    for person, role in joins.values_list("person", "role"):
        roles[person].add(role)
    return roles
