"""Reads about teams as they stand."""

from django.db.models import Prefetch, Q, QuerySet

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.teams.enums import ChangeState, MemberState, TeamState
from datamatch.teams.models import Matching, Member, SeatChange, Team


def teams_in(edition: Edition) -> QuerySet[Team]:
    """Return the teams of an edition with their members, by number of the idea."""
    members = Member.objects.select_related("person__profile__unit").order_by("-lead", "pk")
    teams = Team.objects.filter(idea__edition=edition).select_related("idea__theme", "idea__edition")
    return teams.prefetch_related(Prefetch("members", members)).order_by("idea__number", "pk")


def teams_shown(edition: Edition, *, to: Person) -> QuerySet[Team]:
    """Return the teams a person may see: managers and jurors all, others their own and, later, the formed ones."""
    teams = teams_in(edition)
    if is_manager(to, edition) or Duty.JUROR in duties_of(to, edition):
        return teams
    seats = Member.objects.still_in().filter(person=to)
    own = Q(pk__in=seats.values("team")) | Q(idea__in=Idea.objects.of_author(to).values("pk"))
    return teams.filter(own | Q(state=TeamState.FORMED) if edition.has_come(Stage.DELIVERY) else own)


def team_of(idea: Idea) -> Team | None:
    """Return the team of an idea, or None when there is none yet."""
    return Team.objects.select_related("idea__edition").filter(idea=idea).first()


def members_of(team: Team) -> QuerySet[Member]:
    """Return who is in a team or was asked and has not said no; the lead first."""
    members = team.members.still_in()
    return members.select_related("person__profile__unit").order_by("-lead", "pk")


def lead_of(team: Team) -> Person | None:
    """Return the lead (trekker) of a team, or None when there is none now."""
    member = team.members.filter(lead=True).select_related("person").first()
    return member.person if member else None


def leads(person: Person, team: Team) -> bool:
    """Tell whether this person leads a team and said yes to it."""
    return team.members.filter(person=person, lead=True, state=MemberState.ACCEPTED).exists()


def asks_of(person: Person) -> QuerySet[Member]:
    """Return the seats for which this person still has to say yes or no, oldest first."""
    asked = Member.objects.filter(person=person, state=MemberState.PROPOSED).exclude(team__state=TeamState.RELEASED)
    return asked.select_related("team__idea__edition", "team__idea__theme").order_by("asked_at", "pk")


def teams_of(person: Person) -> QuerySet[Member]:
    """Return the seats to which this person said yes, newest first."""
    seats = Member.objects.filter(person=person, state=MemberState.ACCEPTED)
    return seats.select_related("team__idea__edition").order_by("-answered_at", "pk")


def changes_of(person: Person) -> QuerySet[SeatChange]:
    """Return the changes of their seats for which this person still has to say yes or no, oldest first."""
    asked = SeatChange.objects.filter(member__person=person, state=ChangeState.ASKED)
    standing = asked.filter(member__state=MemberState.ACCEPTED).exclude(member__team__state=TeamState.RELEASED)
    return standing.select_related("member__team__idea__edition").order_by("asked_at", "pk")


def history_of(member: Member) -> QuerySet[SeatChange]:
    """Return every change that was asked of a member, newest first."""
    return member.changes.select_related("asked_by").order_by("-asked_at", "-pk")


def declines_of(person: Person) -> QuerySet[Member]:
    """Return the seats in running editions to which this person said no, newest first."""
    seats = Member.objects.filter(person=person, state=MemberState.DECLINED)
    running = seats.exclude(team__idea__edition__stage=Stage.CLOSED)
    return running.select_related("team__idea__edition").order_by("-answered_at", "pk")


def latest_matching(edition: Edition) -> Matching | None:
    """Return the newest calculation of draft teams, or None when there is none."""
    return Matching.objects.filter(edition=edition).first()
