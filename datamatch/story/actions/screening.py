"""From all ideas to the shortlist: blind reviews, calibration, decisions, letters."""

from datetime import date, timedelta

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.control.actions import move_stage
from datamatch.editions.actions import appoint
from datamatch.editions.enums import Duty
from datamatch.editions.models import Appointment, Criterion
from datamatch.ideas.models import Idea
from datamatch.post.actions import send_letters, write_letters
from datamatch.screening.actions import (
    answer_ask_back,
    ask_back,
    assign_reviews,
    calibrate,
    confirm,
    give_review,
    plan_publication,
    prepare_decisions,
)
from datamatch.screening.enums import AssignmentState, Round
from datamatch.screening.models import AskBack, Assignment
from datamatch.screening.queries import confirmations_in, ties_in
from datamatch.screening.rules import conflict_of, why_not_remark
from datamatch.story.actions.content import review_words
from datamatch.story.actions.journey import SCREENING_DAYS, Journey

MORE_SCREENERS = 20
ASKED_BACK = 3  # the place of the review before which a screener asks the makers something
CONFIRM_DAYS = 7


def screen(journey: Journey) -> None:
    """Share out the reviews, let screeners give them, and decide with a reason for every idea."""
    close_call(journey)
    share_out(journey)
    give_reviews(journey)
    journey.clock.go_to(journey.plan.call_closes_on + timedelta(days=SCREENING_DAYS - 3))
    choose(journey)
    answer_everybody(journey, Round.SHORTLIST)
    journey.clock.go_to(closes_on(journey))
    confirm_all(journey)
    move_stage(edition=journey.edition, by=journey.manager, at=journey.clock.tick())


def close_call(journey: Journey) -> None:
    """Close the call, so that the screening begins."""
    journey.clock.go_to(journey.plan.call_closes_on, hour=12)
    move_stage(edition=journey.edition, by=journey.manager, at=journey.clock.tick())


def choose(journey: Journey) -> None:
    """Calculate the ranking, prepare a decision for every idea, and plan by when the chosen confirm."""
    edition, by = journey.edition, journey.manager
    calibrate(edition=edition, by=by, at=journey.clock.tick())
    prepare_decisions(edition=edition, by=by, at=journey.clock.tick())
    last_day = closes_on(journey) + timedelta(days=CONFIRM_DAYS)
    plan_publication(edition=edition, round=Round.SHORTLIST, confirm_by=last_day, by=by, at=journey.clock.tick())


def closes_on(journey: Journey) -> date:
    """Return the day on which the screening ends."""
    return journey.plan.call_closes_on + timedelta(days=SCREENING_DAYS)


def confirm_all(journey: Journey) -> None:
    """Let the makers of every chosen idea say that they take part."""
    for asked in confirmations_in(journey.edition, Round.SHORTLIST):
        confirm(confirmation=asked, by=asked.decision.idea.submitter, at=journey.clock.tick())


def share_out(journey: Journey) -> None:
    """Ask the screeners; where conflicts leave an idea too few of them, appoint one more and ask again."""
    edition, by = journey.edition, journey.manager
    for more in range(MORE_SCREENERS + 1):
        assigned = assign_reviews(edition=edition, by=by, at=journey.clock.tick())
        if not assigned.shortfall or more == MORE_SCREENERS:
            break
        email = screener_for(journey, [idea for idea, _reason in assigned.shortfall])
        if email is None:
            break
        appoint(edition=edition, person=journey.people[email], duty=Duty.SCREENER, by=by, at=journey.clock.tick())
    if more:
        words = ngettext(
            "%(count)s more screener was appointed, because conflicts left ideas without enough of them.",
            "%(count)s more screeners were appointed, because conflicts left ideas without enough of them.",
            more,
        )
        journey.notes.append(words % {"count": more})
    for idea, reason in assigned.shortfall:
        journey.notes.append(f"{idea.title}: {reason}")


def screener_for(journey: Journey, ideas: list[Idea]) -> str | None:
    """Return who has no duty yet and may review most of these ideas, or None when nobody may."""
    busy = set(Appointment.objects.filter(edition=journey.edition).values_list("person__email", flat=True))
    ties = ties_in(ideas)
    free = {
        email: sum(conflict_of(idea=idea, person=person, ties=ties) is None for idea in ideas)
        for email, person in journey.people.items()
        if email not in busy
    }
    best = max(free, key=lambda email: (free[email], email), default=None)
    return best if best and free[best] else None


def give_reviews(journey: Journey, *, until: date | None = None) -> None:
    """Let every screener score what they were asked to, spread over two weeks; what is due after `until` waits."""
    journey.simulated.append("reviews")
    criteria = list(Criterion.objects.filter(edition=journey.edition))
    asked = list(Assignment.objects.filter(idea__edition=journey.edition).select_related("idea", "screener"))
    asked.sort(key=lambda assignment: assignment.pk)
    rows, given = journey.rows(), 0
    for place, assignment in enumerate(asked):
        day = journey.plan.call_closes_on + timedelta(days=1 + 14 * place // max(len(asked), 1))
        if (until is not None and day > until) or not is_to_give(assignment):
            continue
        journey.clock.go_to(day)
        row, email = rows[assignment.idea_id], assignment.screener.email
        if place == ASKED_BACK:
            ask_the_makers(journey, assignment)
        scores = journey.world.scores(row, email, [criterion.slug for criterion in criteria])
        give_review(
            assignment=assignment, by=assignment.screener, at=journey.clock.tick(), scores=scores,
            confidence=journey.world.confidence(row, email),
            remark=remark_of(journey, row, assignment, scores),
        )  # fmt: skip
        given += 1
    journey.tell(_("%(count)s blind reviews given") % {"count": given})


def is_to_give(assignment: Assignment) -> bool:
    """Tell whether this review is still to give, and waits for no answer of the makers."""
    waits = AskBack.objects.filter(idea=assignment.idea, asked_by=assignment.screener, answered_at=None)
    return assignment.state == AssignmentState.OPEN and not waits.exists()


def ask_the_makers(journey: Journey, assignment: Assignment) -> None:
    """Let a screener ask the makers something, and who sent the idea answer."""
    idea, by = assignment.idea, assignment.screener
    with translation.override(idea.language):
        question = _("Who keeps these data now, and may you use them?")
        said = _("The department that keeps them says yes, for a trial without personal data.")
    asked = ask_back(assignment=assignment, question=question, waits=True, by=by, at=journey.clock.tick())
    answer_ask_back(asked=asked, answer=said, by=idea.submitter, at=journey.clock.tick())


def remark_of(journey: Journey, row: int, assignment: Assignment, scores: dict[str, int]) -> str:
    """Return what a screener says, or nothing where the words drawn hold their name: somebody is called Vraag."""
    by = assignment.screener
    remark = review_words(journey.world, scores, row, by.email, assignment.idea.language)
    return "" if why_not_remark(remark=remark, by=by) else remark


def answer_everybody(journey: Journey, round: Round) -> None:
    """Write and send the letters of one round."""
    edition, by = journey.edition, journey.manager
    write_letters(edition=edition, round=round, by=by, at=journey.clock.tick())
    sent = send_letters(edition=edition, round=round, by=by, at=journey.clock.tick())
    journey.tell(_("%(count)s letters sent") % {"count": sent})
