"""The trace of the work: teams, pitches, ballots, gates, projects, the DataDag, cases and reuse."""

from datamatch.cases.models import Case, Reuse
from datamatch.datadag.models import DataDag
from datamatch.editions.models import Edition
from datamatch.jury.models import Ballot, BallotBox, Pitch, Recusal, Scorecard, Verdict
from datamatch.projects.models import Project
from datamatch.safeguards.models import Safeguard
from datamatch.story.queries.names import Names, Told, moment
from datamatch.teams.models import Member, Team
from datamatch.teams.queries import gaps_of


def told_teams(edition: Edition, names: Names) -> list[Told]:
    """Return the teams with members, roles, hours and gaps."""
    teams = Team.objects.filter(idea__edition=edition).select_related("idea").order_by("idea__number")
    return [
        {
            "idea": names[team.idea_id],
            "state": team.state,
            "members": [
                {
                    "person": member.person.email,
                    "role": member.role,
                    "hours_per_week": member.hours_per_week,
                    "lead": member.lead,
                    "answer": member.state,
                    "reasons": member.reasons,
                }
                for member in Member.objects.filter(team=team).select_related("person").order_by("pk")
            ],
            "gaps": [
                {"role": gap.role, "hours_per_week": gap.hours_per_week, "must": gap.must} for gap in gaps_of(team)
            ],
        }
        for team in teams
    ]


def told_pitches(edition: Edition, names: Names) -> list[Told]:
    """Return the running order, with how many jurors stepped out and how many filled in a card."""
    return [
        {
            "idea": names[pitch.idea_id],
            "place": pitch.place,
            "starts_at": moment(pitch.starts_at),
            "recusals": Recusal.objects.filter(pitch=pitch).count(),
            "scorecards": Scorecard.objects.filter(pitch=pitch).count(),
        }
        for pitch in Pitch.objects.filter(idea__edition=edition).order_by("place")
    ]


def told_ballots(edition: Edition, names: Names) -> Told:
    """Return the ballots without their jurors, in an order that says nothing, and the verdict."""
    box = BallotBox.objects.filter(edition=edition).first()
    verdict = Verdict.objects.filter(box=box).first() if box else None
    ballots = [
        [names[rank.pitch.idea_id] for rank in ballot.ranks.select_related("pitch").order_by("rank")]
        for ballot in Ballot.objects.filter(box=box)
    ]
    chosen = sorted(names[pk] for pk in verdict.chosen.values_list("pk", flat=True)) if verdict else []
    return {
        "quorum": box.quorum if box else None,
        "ballots": sorted(ballots),
        "chosen": chosen,
        "departs": verdict.departs if verdict else None,
        "motive": verdict.motive if verdict else "",
    }


def told_gates(edition: Edition, names: Names) -> list[Told]:
    """Return every safeguard with its verdict."""
    safeguards = Safeguard.objects.filter(gate__idea__edition=edition).select_related("gate")
    return [
        {
            "idea": names[one.gate.idea_id],
            "moment": one.gate.moment,
            "aspect": one.aspect,
            "verdict": one.verdict,
            "condition": one.condition,
            "condition_met_at": moment(one.condition_met_at),
            "decided_at": moment(one.decided_at),
            "expires_on": one.expires_on.isoformat() if one.expires_on else None,
        }
        for one in safeguards.order_by("gate__idea__number", "pk")
    ]


def told_projects(edition: Edition, names: Names) -> list[Told]:
    """Return the three months of each chosen idea."""
    return [
        {
            "idea": names[project.idea_id],
            "starts_on": project.starts_on.isoformat(),
            "ends_on": project.ends_on.isoformat(),
            "reports": [
                {"week": report.week, "done": report.done, "progress": report.progress}
                for report in project.reports.order_by("week")
            ],
            "milestones_reached": project.milestones.filter(reached_at__isnull=False).count(),
            "milestones": project.milestones.count(),
            "ending": project.ending,
            "because": project.because,
            "result": project.result,
        }
        for project in Project.objects.filter(idea__edition=edition).order_by("idea__number")
    ]


def told_datadag(edition: Edition) -> Told | None:
    """Return the day with its visitors."""
    day = DataDag.objects.filter(edition=edition).first()
    if day is None:
        return None
    return {
        "held_on": day.held_on.isoformat(),
        "sessions": [session.title for session in day.sessions.order_by("starts_at", "pk")],
        "registered": day.registrations.filter(state="seated").count(),
        "checked_in": day.registrations.filter(checked_in_at__isnull=False).count(),
    }


def told_cases(edition: Edition, names: Names) -> list[Told]:
    """Return the cases, and the ideas of the next call that reuse them."""
    cases = Case.objects.filter(project__idea__edition=edition).select_related("project")
    return [
        {
            "idea": names[case.project.idea_id],
            "title": case.title,
            "ending": case.ending,
            "because": case.because,
            "summary": case.summary,
            "lessons": case.lessons,
            "datasets": list(case.datasets),
            "reused_in": [
                {"idea": reuse.idea.title, "what": reuse.what, "at": moment(reuse.at)}
                for reuse in Reuse.objects.filter(case=case).select_related("idea").order_by("pk")
            ],
        }
        for case in cases.order_by("project__idea__number")
    ]
