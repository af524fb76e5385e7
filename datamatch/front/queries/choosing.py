"""The first part of a trace: from the call to the verdict, nothing before it was published."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.cases.models import Reuse
from datamatch.editions.queries import is_manager
from datamatch.front.queries.moments import Moment
from datamatch.ideas.enums import MergeState
from datamatch.ideas.models import Energy, Idea
from datamatch.ideas.queries import authors_of, earlier_shown, merge_behind, merged_into, parts_of
from datamatch.ideas.rules import why_not_see_authors, why_not_see_energy
from datamatch.jury.enums import BoxState
from datamatch.jury.models import BallotBox, Pitch, Voter
from datamatch.people.models import Person
from datamatch.post.models import Letter
from datamatch.screening.enums import AssignmentState, Outcome, Round
from datamatch.screening.models import Assignment, Decision
from datamatch.screening.queries import names_of_readers
from datamatch.screening.rules import why_not_see_readers
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member
from datamatch.teams.queries import teams_shown


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


def tried_before(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the earlier try of an idea to those who may know of it, and to its reader the letter of then."""
    if (earlier := earlier_shown(idea, to=by)) is None:
        return
    yield Moment(
        at=earlier.sent_at or earlier.made_at,
        title=_("It was sent before, in %(edition)s") % {"edition": earlier.edition},
        text=idea.what_changed and _("What is different now: %(words)s") % {"words": idea.what_changed},
        url=reverse("front:trace", args=[earlier.public_id]),
        icon="rotate-ccw",
    )
    last = Decision.objects.filter(idea=earlier, published_at__isnull=False).order_by("-published_at", "-pk").first()
    if last is not None:
        yield from letter(last, by)


def merged(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the merge that made this idea or took it up, with the way to the other ideas."""
    if (made := merge_behind(idea)) is not None and made.state == MergeState.DONE:
        titles = ", ".join(f"{part.idea.number}. {part.idea.title}" for part in parts_of(made))
        yield Moment(
            at=made.ended_at or made.proposed_at, title=_("It was made of others"), text=titles, icon="git-merge"
        )
    if (into := merged_into(idea)) is not None and into.idea is not None:
        yield Moment(
            at=into.ended_at or into.proposed_at,
            title=_("It became part of “%(title)s”") % {"title": into.idea.title},
            text=_("From here its way goes on there."),
            url=reverse("front:trace", args=[into.idea.public_id]),
            icon="git-merge",
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
    """Yield how many screeners judged it, once the decision is public; who for makers who may know, never how high."""
    if published(idea, Round.SHORTLIST) is None:
        return
    done = Assignment.objects.filter(idea=idea, state=AssignmentState.DONE).select_related("review")
    given = [assignment.review.given_at for assignment in done]
    if given:
        yield Moment(
            at=max(given),
            title=ngettext("%(count)s screener read it blind", "%(count)s screeners read it blind", len(given))
            % {"count": len(given)},
            who="" if why_not_see_readers(idea=idea, by=by) else ", ".join(names_of_readers(idea)),
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
    """Yield the team to those who may see it: who said yes, in which role."""
    shown = teams_shown(idea.edition, to=by).filter(idea=idea).first()
    accepted = Member.objects.filter(team=shown, state=MemberState.ACCEPTED).select_related("person")
    if shown is not None and (members := list(accepted)):
        yield Moment(
            at=shown.made_at,
            title=_("A draft team stands ready") if shown.state == TeamState.DRAFT else _("A team was formed"),
            text=", ".join(f"{member.person.name} ({member.role_name})" for member in members),
            url=reverse("teams:team", args=[shown.public_id]),
            icon="users",
        )


def pitch(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the pitch, planned or given."""
    planned = Pitch.objects.filter(idea=idea).first()
    if planned:
        yield Moment(
            at=planned.ended_at or planned.starts_at,
            title=_("It was pitched") if planned.ended_at else _("It will be pitched"),
            text="" if planned.ended_at else when_and_where(planned),
            url=reverse("jury:pitch", args=[planned.public_id]),
            icon="presentation",
            state="done" if planned.ended_at else "next",
        )


def when_and_where(planned: Pitch) -> str:
    """Return the hour and the room of a pitch that is to come."""
    return " · ".join(filter(None, [date_format(localtime(planned.starts_at), "H:i"), planned.room]))


def verdict(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield what the jury decided, with how many ballots and never whose."""
    made = published(idea, Round.VERDICT)
    if made is None:
        return
    box = BallotBox.objects.filter(edition=idea.edition, state=BoxState.CLOSED).first()
    ballots = Voter.objects.filter(box=box, has_voted=True).count() if box else 0
    chosen = made.outcome == Outcome.YES
    titles = {Outcome.YES: _("The jury chose it"), Outcome.RESERVE: _("The jury keeps it in reserve")}
    yield Moment(
        at=made.published_at or made.decided_at,
        title=titles.get(Outcome(made.outcome), _("The jury chose other ideas")),
        text=reason_for(made, by),
        who=ngettext("%(count)s ballot", "%(count)s ballots", ballots) % {"count": ballots} if ballots else "",
        icon="trophy" if chosen else "gavel",
        state="stopped" if made.outcome == Outcome.NO else "done",
    )
    yield from letter(made, by)
