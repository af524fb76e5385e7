"""Why somebody may not rank, decide or publish; None when they may."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.rules.conflicts import why_not_organise
from datamatch.screening.rules.reviews import why_not_manage, why_not_review_in

STAGE_OF_ROUND = {Round.SHORTLIST: Stage.SCREENING, Round.VERDICT: Stage.PITCHING}


def why_not_see_ranking(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see ranking and decisions, or None when they may."""
    if not is_manager(by, edition):
        return _("Only a programme manager sees the ranking.")
    return _("Ideas stay sealed until the call is closed. Then you find them here.") if edition.is_sealed else None


def why_not_see_decision(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not open the page on which an idea is decided about, or None when they may."""
    if queries.is_deputy(by, idea):
        return None
    return why_not_see_ranking(edition=idea.edition, by=by)


def why_not_calibrate(*, edition: Edition, by: Person | None) -> str | None:
    """Return why this person, or the clock when it is nobody, may not calculate the ranking now; None when they may."""
    if by is not None and (reason := why_not_manage(edition=edition, by=by)):
        return reason
    if reason := why_not_review_in(edition=edition):
        return reason
    if not queries.counting_reviews(edition).exists():
        return _("There is no review yet to calculate with.")
    return None


def why_not_prepare(*, edition: Edition, by: Person) -> str | None:
    """Return why the decisions cannot be prepared now, or None when they can."""
    if (reason := why_not_manage(edition=edition, by=by)) or (reason := why_not_review_in(edition=edition)):
        return reason
    if queries.latest_calibration(edition) is None:
        return _("Calculate the ranking first.")
    if queries.tally_of(edition).published:
        return _("The decisions are published.")
    return None


def departs(*, outcome: str, proposed: str | None) -> bool:
    """Tell whether this outcome differs from what the ranking proposes; without a ranking nothing does."""
    return proposed is not None and outcome != proposed


def why_not_decide(*, idea: Idea, by: Person, round: str = Round.SHORTLIST) -> str | None:
    """Return why this person may not decide about this idea in this round now, or None when they may."""
    if round != Round.SHORTLIST and (reason := why_not_manage(edition=idea.edition, by=by)):
        return reason
    if round == Round.SHORTLIST and (reason := why_not_organise(idea=idea, by=by)):
        return reason
    if idea.edition.stage != STAGE_OF_ROUND[Round(round)]:
        return _("This decision is taken in another stage.")
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part.")
    decision = queries.decision_on(idea, round)
    if decision is not None and decision.published_at is not None:
        return _("This decision is published.")
    return None


def why_not_word(*, reason: str, motive: str, departs: bool) -> str | None:
    """Return which words a decision lacks, or None when it has them."""
    if not reason.strip():
        return _("A decision needs a reason.")
    if departs and not motive.strip():
        return _("This differs from the ranking. Say why, so that others can follow it later.")
    return None


def why_not_condition(*, outcome: str, condition: str, meet_by: date | None) -> str | None:
    """Return what is wrong with the condition of a decision, or None when it fits or there is none."""
    if not condition.strip() and meet_by is None:
        return None
    if outcome != Outcome.YES:
        return _("Only a yes can hang on a condition.")
    if not condition.strip():
        return _("Say what must be met.")
    return None if meet_by else _("Say by which day the condition is to be met.")


def why_not_publish(*, edition: Edition, round: str, by: Person) -> str | None:
    """Return why the decisions of a round may not be published now, or None when they may."""
    if reason := why_not_manage(edition=edition, by=by):
        return reason
    if edition.stage != STAGE_OF_ROUND[Round(round)]:
        return _("These decisions are published in another stage.")
    return why_undecided(edition=edition, round=round)


def why_undecided(*, edition: Edition, round: str) -> str | None:
    """Return how many ideas wait for a decision of this round, or None when none does."""
    waiting = queries.undecided_ideas(edition, round).count()
    if not waiting and queries.decisions_in(edition, round).exists():
        return None
    if not waiting:
        return _("There is no decision yet.")
    ideas = sent_ideas(edition) if round == Round.SHORTLIST else queries.shortlisted_ideas(edition)
    told = ngettext(
        "%(count)s of %(all)s ideas has no decision yet.", "%(count)s of %(all)s ideas have no decision yet.", waiting
    )
    return told % {"count": waiting, "all": ideas.count()}


def why_not_leave_screening(*, edition: Edition) -> list[str]:
    """Return everything that keeps this edition in screening."""
    found = [
        why_thin(edition),
        None if queries.latest_calibration(edition) else _("The ranking was not calculated yet."),
        why_undecided(edition=edition, round=Round.SHORTLIST),
        _why_wrong_number(edition),
    ]
    return [reason for reason in found if reason is not None]


def why_thin(edition: Edition) -> str | None:
    """Return how many ideas have too few reviews."""
    thin = queries.thinly_reviewed(edition).count()
    told = ngettext(
        "%(count)s of %(all)s ideas has fewer than 2 reviews.",
        "%(count)s of %(all)s ideas have fewer than 2 reviews.",
        thin,
    )
    return told % {"count": thin, "all": sent_ideas(edition).count()} if thin else None


def _why_wrong_number(edition: Edition) -> str | None:
    """Return that the shortlist is shorter or longer than planned, once everything is decided."""
    tally = queries.tally_of(edition)
    if tally.undecided or not tally.yes + tally.no + tally.reserve or tally.yes == edition.shortlist_size:
        return None
    said = {"yes": tally.yes, "size": edition.shortlist_size}
    return _("%(yes)s ideas go on, and the plan says %(size)s.") % said
