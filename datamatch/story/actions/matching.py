"""Draft teams: proposed, asked, answered, mended where somebody said no."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.control.actions import move_stage
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Energy
from datamatch.people.enums import discipline_name
from datamatch.screening.queries import shortlisted_ideas
from datamatch.story.actions.estimating import fill_canvases
from datamatch.story.actions.journey import SCREENING_DAYS, Journey
from datamatch.teams.actions import add_member, answer, ask_everybody, draft_teams, make_lead
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member, Team
from datamatch.teams.queries import gaps_of

YES = {EnergyKind.JOIN: 0.95, EnergyKind.ADVISE: 0.8}
OTHERWISE = 0.7
ROUNDS = 3


def match(journey: Journey) -> None:
    """Form a draft team for each shortlisted idea and hear everybody who is asked."""
    edition, by = journey.edition, journey.manager
    propose(journey)
    asked = ask_everybody(edition=edition, by=by, at=journey.clock.tick())
    journey.notes.extend(asked.reasons)
    hear_answers(journey)
    for round in range(ROUNDS):
        journey.clock.go_to(journey.plan.call_closes_on + timedelta(days=SCREENING_DAYS + 4 + 2 * round))
        if not fill_gaps(journey, draft_teams_of(journey)):
            break
        hear_answers(journey)
    name_leads(journey)
    tell_gaps(journey, draft_teams_of(journey), _("The draft team of “%(idea)s” lacks: %(roles)s."))
    journey.tell(_("%(count)s draft teams") % {"count": draft_teams_of(journey).count()})
    move_stage(edition=edition, by=by, at=journey.clock.tick())


def propose(journey: Journey) -> None:
    """Let the makers say what their ideas need, and have a team proposed for each; nobody hears of it yet."""
    journey.clock.go_to(journey.plan.call_closes_on + timedelta(days=SCREENING_DAYS + 1))
    fill_canvases(journey)
    draft_teams(edition=journey.edition, by=journey.manager, at=journey.clock.tick())


def complete(journey: Journey) -> None:
    """Ask for the gaps of the chosen teams once more: who was in a team that was not chosen is free again."""
    asked = 0
    for _round in range(ROUNDS):
        more = fill_gaps(journey, formed_teams_of(journey))
        if not more:
            break
        asked += more
        hear_answers(journey)
    if asked:
        words = ngettext(
            "%(count)s more person was asked for the chosen teams, now that other teams are released.",
            "%(count)s more people were asked for the chosen teams, now that other teams are released.",
            asked,
        )
        journey.notes.append(words % {"count": asked})
    words = _("The team of “%(idea)s” cannot be staffed in full; it lacks: %(roles)s.")
    tell_gaps(journey, formed_teams_of(journey), words)


def draft_teams_of(journey: Journey) -> QuerySet[Team]:
    """Return the teams of the shortlist, in a fixed order."""
    teams = Team.objects.filter(idea__in=shortlisted_ideas(journey.edition))
    return teams.select_related("idea__submitter").order_by("pk")


def formed_teams_of(journey: Journey) -> QuerySet[Team]:
    """Return the teams of the chosen ideas."""
    return draft_teams_of(journey).filter(state=TeamState.FORMED)


def hear_answers(journey: Journey) -> None:
    """Let everybody who was asked say yes or no; who wants to join mostly says yes."""
    waiting = Member.objects.filter(team__idea__edition=journey.edition, state=MemberState.PROPOSED)
    for member in waiting.select_related("person", "team__idea").order_by("pk"):
        row = journey.row_of(member.team.idea)
        own = member.person_id == member.team.idea.submitter_id
        kinds = Energy.objects.filter(idea=member.team.idea, person=member.person).values_list("kind", flat=True)
        share = 1.0 if own else max([YES.get(EnergyKind(kind), OTHERWISE) for kind in kinds], default=OTHERWISE)
        yes = journey.world.chance(share, "answer", row, member.person.email)
        answer(member=member, yes=yes, by=member.person, at=journey.clock.tick())


def fill_gaps(journey: Journey, teams: QuerySet[Team]) -> int:
    """Ask the first candidate for every gap and return how many were asked."""
    asked = 0
    for team in teams:
        for gap in gaps_of(team):
            taken = set(Member.objects.filter(team=team).values_list("person_id", flat=True))
            free = [person for person in gap.candidates if person.pk not in taken]
            if free:
                add_member(
                    team=team, person=free[0], role=gap.role, hours_per_week=gap.hours_per_week, by=journey.manager,
                    at=journey.clock.tick(),
                )  # fmt: skip
                asked += 1
    return asked


def name_leads(journey: Journey) -> None:
    """Give every team a lead: the submitter, else who gives most hours; an empty team gets its submitter."""
    for team in draft_teams_of(journey):
        accepted = Member.objects.filter(team=team, state=MemberState.ACCEPTED)
        if accepted.filter(lead=True).exists():
            continue
        lead = accepted.filter(person=team.idea.submitter_id).first() or accepted.order_by("-hours_per_week").first()
        make_lead(member=lead or seat_submitter(journey, team), by=journey.manager, at=journey.clock.tick())


def seat_submitter(journey: Journey, team: Team) -> Member:
    """Add the submitter, who says yes, to a team in which nobody is."""
    member = add_member(
        team=team, person=team.idea.submitter, role="indiener", hours_per_week=2, by=journey.manager,
        at=journey.clock.tick(),
    )  # fmt: skip
    return answer(member=member, yes=True, by=member.person, at=journey.clock.tick())


def tell_gaps(journey: Journey, teams: QuerySet[Team], words: str) -> None:
    """Say honestly which team lacks whom."""
    for team in teams:
        lacking = [gap for gap in gaps_of(team) if gap.must]
        if lacking:
            seat = _("%(role)s, %(hours)s h")
            roles = [seat % {"role": discipline_name(gap.role), "hours": gap.hours_per_week} for gap in lacking]
            journey.notes.append(words % {"idea": team.idea.title, "roles": "; ".join(roles)})
