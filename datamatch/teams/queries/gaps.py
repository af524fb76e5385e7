"""What teams lack, and whom to ask for it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from datamatch.canvas.models import RoleNeed
from datamatch.ideas.models import Idea
from datamatch.people.enums import discipline_name
from datamatch.people.models import HoursConsent, Person
from datamatch.people.queries import consents_of
from datamatch.teams.enums import GONE, MemberState, role_in_sentence
from datamatch.teams.models import Exclusion, Member, Suggestion, Team
from datamatch.teams.queries.bench import Bench, bench_of
from datamatch.teams.queries.candidates import Candidate, energy_for, to_ask_for
from datamatch.teams.queries.lineups import team_of


@dataclass(frozen=True)
class Gap:
    """A role that nobody in the team fills (leemte); `proposed` says that somebody is thought of and not asked yet."""

    role: str
    hours_per_week: int
    must: bool
    to_ask: tuple[Candidate, ...] = ()
    proposed: bool = False

    @property
    def role_name(self) -> str:
        """Return the role in the reader's language."""
        return discipline_name(self.role)

    @property
    def role_words(self) -> str:
        """Return the role as it stands inside a sentence."""
        return role_in_sentence(self.role)

    @property
    def candidates(self) -> list[Person]:
        """Return whom to ask, the likeliest first."""
        return [candidate.person for candidate in self.to_ask]


@dataclass(frozen=True)
class Staffability:
    """Whether a team is possible (bemensbaar): no role that the idea must have stays open."""

    possible: bool
    lacks: list[Gap] = field(default_factory=list)


@dataclass(frozen=True)
class Sheet:
    """One team with everything its card tells."""

    team: Team
    members: list[Member]
    declined: list[Member]
    left: list[Member]
    suggestions: list[Suggestion]
    gaps: list[Gap]
    consents: Mapping[int, HoursConsent]

    @property
    def seats(self) -> list[tuple[Member, HoursConsent | None]]:
        """Return each member with what their line manager said, where a manager of the edition looks."""
        return [(member, self.consents.get(member.person_id)) for member in self.members]

    @property
    def proposals(self) -> list[tuple[Suggestion, HoursConsent | None]]:
        """Return each proposed seat with what the line manager of the person said; for managers only."""
        return [(suggestion, self.consents.get(suggestion.person_id)) for suggestion in self.suggestions]

    @property
    def staffability(self) -> Staffability:
        """Return whether this team is possible, and which musts it lacks."""
        lacks = [gap for gap in self.gaps if gap.must and not gap.proposed]
        return Staffability(not lacks, lacks)

    @property
    def hours_per_week(self) -> int:
        """Return the hours a week that the members, and who is proposed beside them, give together."""
        return sum(seat.hours_per_week for seat in [*self.members, *self.suggestions])

    @property
    def waiting(self) -> int:
        """Return how many members have not answered yet."""
        return sum(member.is_waiting for member in self.members)


def sheets_of(teams: Sequence[Team], *, bench: Bench | None = None) -> list[Sheet]:
    """Return each team with its gaps. The count of queries is fixed.

    With a bench, for managers: who is proposed, whom to ask, and what line managers said.
    """
    lists = _Lists(teams)
    ideas = [team.idea_id for team in teams]
    energy = energy_for(ideas) if bench else {}
    consents = consents_of(lists.people()) if bench else {}
    return [_sheet(team, lists, bench, energy, consents=consents) for team in teams]


class _Lists:
    """The rows of several teams, read at once: needs per idea; members, proposed seats and who is kept out per team."""

    def __init__(self, teams: Sequence[Team]) -> None:
        """Read them."""
        self.needs: dict[int, list[RoleNeed]] = defaultdict(list)
        self.members: dict[int, list[Member]] = defaultdict(list)
        self.suggestions: dict[int, list[Suggestion]] = defaultdict(list)
        self.kept_out: dict[int, set[int]] = defaultdict(set)
        ideas = [team.idea_id for team in teams]
        for need in RoleNeed.objects.filter(canvas__idea__in=ideas).select_related("canvas"):
            self.needs[need.canvas.idea_id].append(need)
        for member in Member.objects.filter(team__in=teams).select_related("person__profile__unit"):
            self.members[member.team_id].append(member)
        for suggestion in Suggestion.objects.filter(team__in=teams).select_related("person__profile__unit"):
            self.suggestions[suggestion.team_id].append(suggestion)
        for team, person in Exclusion.objects.filter(team__in=teams).values_list("team", "person"):
            self.kept_out[team].add(person)

    def people(self) -> set[int]:
        """Return everybody who was asked or is proposed."""
        seats = [*chain(*self.members.values()), *chain(*self.suggestions.values())]
        return {seat.person_id for seat in seats}


def _sheet(
    team: Team,
    lists: _Lists,
    bench: Bench | None,
    energy: dict[tuple[int, int], str],
    *,
    consents: Mapping[int, HoursConsent],
) -> Sheet:
    """Return one team with its gaps."""
    asked, suggestions = lists.members[team.pk], lists.suggestions[team.pk]
    declined = [member for member in asked if member.state == MemberState.DECLINED]
    left = [member for member in asked if member.state == MemberState.LEFT]
    members = [member for member in asked if member.state not in GONE]
    filled, thought_of = {member.role for member in members}, {suggestion.role for suggestion in suggestions}
    out = {seat.person_id for seat in [*asked, *suggestions]} | lists.kept_out[team.pk]
    gaps = []
    for need in lists.needs[team.idea_id]:
        if need.role in filled or (bench and need.role in thought_of):
            continue
        to_ask = to_ask_for(need, bench, team.idea_id, out=out, energy=energy) if bench else ()
        gaps.append(Gap(need.role, need.hours_per_week, need.must, to_ask, need.role in thought_of))
    return Sheet(team, members, declined, left, suggestions if bench else [], gaps, consents)


def gaps_of(team: Team) -> list[Gap]:
    """Return the roles that nobody in this team fills, with whom to ask; musts first."""
    return sheets_of([team], bench=bench_of(team.idea.edition))[0].gaps


def staffability_of(idea: Idea) -> Staffability:
    """Return whether the draft team of an idea is possible; without a team every must role is lacking."""
    team = team_of(idea)
    if team is not None:
        return sheets_of([team])[0].staffability
    musts = RoleNeed.objects.filter(canvas__idea=idea, must=True)
    lacks = [Gap(need.role, need.hours_per_week, need.must) for need in musts]
    return Staffability(False, lacks)
