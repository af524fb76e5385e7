"""One idea from call to reuse: every moment that is public for this reader, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.cases.models import Case, Reuse
from datamatch.datadag.models import Session
from datamatch.editions.queries import is_manager
from datamatch.ideas.models import Energy, Idea
from datamatch.ideas.queries import authors_of
from datamatch.ideas.rules import why_not_see_authors, why_not_see_energy
from datamatch.jury.enums import BoxState
from datamatch.jury.models import Ballot, BallotBox, Pitch
from datamatch.people.models import Person
from datamatch.post.models import Letter
from datamatch.projects.models import Project
from datamatch.safeguards.models import Safeguard
from datamatch.screening.enums import AssignmentState, Outcome, Round
from datamatch.screening.models import Assignment, Decision
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member


@dataclass(frozen=True)
class Moment:
    """One thing that happened to an idea: when, what, why, and where to read on."""

    at: datetime | date
    title: str
    text: str = ""
    who: str = ""
    url: str = ""
    icon: str = ""
    state: str = "done"

    @property
    def day(self) -> date:
        """Return the day on which it happened."""
        return localtime(self.at).date() if isinstance(self.at, datetime) else self.at

    @property
    def date(self) -> str:
        """Return the day, ready to read."""
        return date_format(self.day, "j F Y")


def trace_of(idea: Idea, *, by: Person) -> list[Moment]:
    """Return the way of an idea as this reader may see it; nothing that was not published, no screener, no voter."""
    parts = (sent, energy, reviews, decision, team, pitch, verdict, gate, work, showcase, case, reuse)
    moments = [moment for part in parts for moment in part(idea, by)]
    return sorted(moments, key=lambda moment: moment.day)


def sent(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the sending, with the makers where their names may be read."""
    hidden = why_not_see_authors(idea=idea, by=by)
    names = "" if hidden else ", ".join(person.name for person in authors_of(idea))
    unit = "" if hidden or not idea.unit_name else f" ({idea.unit_name})"
    yield Moment(
        at=idea.sent_at or idea.made_at,
        title=_("The idea was sent") if idea.sent_at else _("The idea is being written"),
        text=hidden or "",
        who=f"{names}{unit}" if names else "",
        url=reverse("ideas:idea", args=[idea.public_id]),
        icon="lightbulb",
    )
    for reused in Reuse.objects.filter(idea=idea).select_related("case"):
        yield Moment(
            at=reused.at,
            title=_("It builds on the case “%(case)s”") % {"case": reused.case.title},
            text=reused.what,
            url=reverse("cases:case", args=[reused.case.slug]),
            icon="repeat",
        )


def energy(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield how many people put energy into it, once that may be known."""
    if why_not_see_energy(edition=idea.edition, by=by) is not None:
        return
    given = list(Energy.objects.filter(idea=idea))
    if given:
        people = len({one.person_id for one in given})
        joining = [one for one in given if one.kind == "join"]
        yield Moment(
            at=given[-1].stated_at,
            title=ngettext("%(count)s person put energy into it", "%(count)s people put energy into it", people)
            % {"count": people},
            text=ngettext(
                "%(count)s wants to join, for %(hours)s hours a week.",
                "%(count)s want to join, for %(hours)s hours a week together.",
                len(joining),
            )
            % {"count": len(joining), "hours": sum(one.hours_per_week for one in joining)}
            if joining
            else "",
            icon="zap",
        )


def reviews(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield how many screeners judged it, once the decision is public; never who, never how high."""
    if published(idea, Round.SHORTLIST) is None:
        return
    done = Assignment.objects.filter(idea=idea, state=AssignmentState.DONE).select_related("review")
    given = [assignment.review.given_at for assignment in done]
    if given:
        yield Moment(
            at=max(given),
            title=ngettext("%(count)s screener read it blind", "%(count)s screeners read it blind", len(given))
            % {"count": len(given)},
            icon="eye-off",
        )


def published(idea: Idea, round: Round) -> Decision | None:
    """Return the published decision of one round."""
    return Decision.objects.filter(idea=idea, round=round, published_at__isnull=False).first()


def reason_for(made: Decision, by: Person) -> str:
    """Return the reason of a decision to those it was written for: the makers of the idea, and its managers."""
    mine = by in authors_of(made.idea) or is_manager(by, made.idea.edition)
    return made.reason if mine else ""


def decision(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the decision on the shortlist with its reason, and the letter for those it was written to."""
    made = published(idea, Round.SHORTLIST)
    if made is None:
        return
    titles = {Outcome.YES: _("It was invited to pitch"), Outcome.RESERVE: _("It stands in reserve")}
    yield Moment(
        at=made.published_at or made.decided_at,
        title=titles.get(Outcome(made.outcome), _("It was not chosen for the pitch day")),
        text=reason_for(made, by),
        icon="funnel",
        state="done" if made.outcome != Outcome.NO else "stopped",
    )
    yield from letter(made, by)


def letter(made: Decision, by: Person) -> Iterator[Moment]:
    """Yield the letter about a decision, with a way in for its reader."""
    mine = Letter.objects.filter(decision=made, sent_at__isnull=False)
    one = mine.filter(to=by).first() or mine.first()
    if one:
        readable = one.to_id == by.pk
        yield Moment(
            at=one.sent_at or one.written_at,
            title=_("The letter was sent"),
            url=reverse("post:letter", args=[one.public_id]) if readable else "",
            icon="mail",
        )


def team(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the team: who said yes, in which role."""
    members = list(Member.objects.filter(team__idea=idea, state=MemberState.ACCEPTED).select_related("person", "team"))
    if members:
        formed = members[0].team.state != TeamState.DRAFT
        yield Moment(
            at=members[0].team.made_at,
            title=_("A team was formed") if formed else _("A draft team stands ready"),
            text=", ".join(f"{member.person.name} ({member.role_name})" for member in members),
            url=reverse("teams:team", args=[members[0].team.public_id]),
            icon="users",
        )


def pitch(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the pitch, planned or given."""
    planned = Pitch.objects.filter(idea=idea).first()
    if planned:
        yield Moment(
            at=planned.ended_at or planned.starts_at,
            title=_("It was pitched") if planned.ended_at else _("It will be pitched"),
            url=reverse("jury:pitch", args=[planned.public_id]),
            icon="presentation",
            state="done" if planned.ended_at else "next",
        )


def verdict(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield what the jury decided, with how many ballots and never whose."""
    made = published(idea, Round.VERDICT)
    if made is None:
        return
    box = BallotBox.objects.filter(edition=idea.edition, state=BoxState.CLOSED).first()
    ballots = Ballot.objects.filter(box=box).count() if box else 0
    chosen = made.outcome == Outcome.YES
    yield Moment(
        at=made.published_at or made.decided_at,
        title=_("The jury chose it") if chosen else _("The jury chose other ideas"),
        text=reason_for(made, by),
        who=ngettext("%(count)s ballot", "%(count)s ballots", ballots) % {"count": ballots} if ballots else "",
        icon="trophy" if chosen else "gavel",
        state="done" if chosen else "stopped",
    )
    yield from letter(made, by)


def gate(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield each safeguard that was settled."""
    settled = Safeguard.objects.filter(gate__idea=idea, decided_at__isnull=False).select_related("gate")
    for safeguard in settled.order_by("decided_at", "pk"):
        yield Moment(
            at=safeguard.decided_at or safeguard.gate.opened_at,
            title=f"{safeguard.get_aspect_display()}: {safeguard.get_verdict_display().lower()}",
            text=safeguard.condition,
            url=reverse("safeguards:gate", args=[idea.public_id, safeguard.gate.moment]),
            icon="shield-check",
            state="stopped" if safeguard.verdict == "no_go" else "done",
        )


def work(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the three months: their start, their reports, their ending."""
    project = Project.objects.filter(idea=idea).prefetch_related("reports").first()
    if project is None:
        return
    url = reverse("projects:project", args=[project.public_id])
    yield Moment(at=project.starts_on, title=_("The three months began"), url=url, icon="sprout")
    reports = list(project.reports.all())
    if reports:
        yield Moment(
            at=reports[-1].given_at,
            title=ngettext("%(count)s report was given", "%(count)s reports were given", len(reports))
            % {"count": len(reports)},
            text=reports[-1].done,
            url=url,
            icon="file-text",
        )
    if project.finished_at:
        yield Moment(
            at=project.finished_at,
            title=project.get_ending_display(),
            text=project.because or project.result,
            url=url,
            icon="flag",
        )


def showcase(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the showing at the DataDag."""
    session = Session.objects.filter(project__idea=idea).select_related("datadag__edition").first()
    if session and session.datadag.published_at:
        yield Moment(
            at=session.starts_at,
            title=_("On stage at the DataDag"),
            url=reverse("datadag:datadag", args=[idea.edition.slug]),
            icon="calendar",
        )


def case(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the case it became."""
    made = Case.objects.filter(project__idea=idea, published_at__isnull=False).first()
    if made:
        yield Moment(
            at=made.published_at or made.made_at,
            title=_("It became a case"),
            url=reverse("cases:case", args=[made.slug]),
            icon="book-open",
        )


def reuse(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield every new idea that took its case up, when that idea may be read."""
    taken_up = Reuse.objects.filter(case__project__idea=idea, idea__state="sent").select_related("idea__edition")
    for one in taken_up:
        yield Moment(
            at=one.at,
            title=_("It was reused in “%(idea)s”") % {"idea": one.idea.title},
            text=one.what,
            who=one.idea.edition.name,
            url=reverse("ideas:idea", args=[one.idea.public_id]),
            icon="repeat",
        )


def as_steps(moments: list[Moment]) -> list[dict[str, Any]]:
    """Return the moments as the timeline component wants them."""
    return [
        {
            "title": m.title, "date": m.date, "text": m.text, "who": m.who,
            "url": m.url, "icon": m.icon, "state": m.state,
        }
        for m in moments
    ]  # fmt: skip
