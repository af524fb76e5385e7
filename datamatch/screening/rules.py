"""Why somebody may not do something in screening; None when they may."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.models.call import HIGHEST, LOWEST
from datamatch.editions.queries import appointed, is_manager
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import authors_of, sent_ideas
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import AssignmentState, Round
from datamatch.screening.models import Assignment
from datamatch.screening.queries import Ties

STAGE_OF_ROUND = {Round.SHORTLIST: Stage.SCREENING, Round.VERDICT: Stage.PITCHING}


def conflict_of(*, idea: Idea, person: Person, ties: Ties | None = None) -> str | None:
    """Return why this person may not judge this idea, or None; `ties` saves reads when asked for many pairs."""
    ties = ties or queries.ties_in([idea])
    if ties.submitter[idea.pk] == person.pk:
        return _("This is your own idea.")
    if person.pk in ties.coauthors.get(idea.pk, ()):
        return _("You are one of the writers of this idea.")
    if person.pk in ties.invited.get(idea.pk, ()):
        return _("You were asked to co-write this idea, so you know whose it is.")
    if person.pk in ties.energetic.get(idea.pk, ()):
        return _("You gave energy to this idea.")
    if ties.unit_of.get(person.pk) in ties.units[idea.pk]:
        return _("This idea comes from the unit you work in.")
    return None


def why_not_manage(*, edition: Edition, by: Person) -> str | None:
    """Return why this person does not run the screening of this edition, or None when they do."""
    return None if is_manager(by, edition) else _("Only a programme manager does this.")


def why_not_see_ranking(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see ranking and decisions, or None when they may."""
    if not is_manager(by, edition):
        return _("Only a programme manager sees the ranking.")
    return _("Ideas stay sealed until the call is closed. Then you find them here.") if edition.is_sealed else None


def why_not_review_in(*, edition: Edition) -> str | None:
    """Return why no reviews are given in this edition now, or None when they are."""
    if not edition.has_come(Stage.SCREENING):
        return _("The reviews start when the call is closed.")
    if edition.stage != Stage.SCREENING:
        return _("The screening is closed.")
    return None


def why_not_assign(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not ask screeners for reviews now, or None when they may."""
    if (reason := why_not_manage(edition=edition, by=by)) or (reason := why_not_review_in(edition=edition)):
        return reason
    if appointed(edition, Duty.SCREENER).count() < queries.FLOOR:
        return _("Appoint at least 2 screeners first.")
    if not sent_ideas(edition).exists():
        return _("There is no idea to review.")
    return None


def why_not_see_assignment(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this person may not open this review, or None when it was asked of them."""
    return None if assignment.screener_id == by.pk else _("This review was asked of somebody else.")


def why_not_review(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this person may not give or change this review now, or None when they may."""
    if reason := why_not_see_assignment(assignment=assignment, by=by):
        return reason
    if assignment.state == AssignmentState.ABSTAINED:
        return _("You stepped back from this idea.")
    if reason := why_not_review_in(edition=assignment.idea.edition):
        return reason
    if assignment.idea.state != IdeaState.SENT:
        return _("This idea was withdrawn.")
    if conflict_of(idea=assignment.idea, person=by) is not None:
        # Which tie it is would tell the screener whose idea this is.
        return _("You have a tie with this idea: your own work, your energy or your unit. Please step back.")
    return None


def why_not_score(*, edition: Edition, scores: Mapping[str, int]) -> str | None:
    """Return what is wrong with these scores per criterion, or None when they are complete and on the scale."""
    asked = set(edition.criteria.values_list("slug", flat=True))
    if asked != set(scores):
        return _("Give every criterion one score.")
    if not all(LOWEST <= value <= HIGHEST for value in scores.values()):
        return _("A score goes from %(low)s to %(high)s.") % {"low": LOWEST, "high": HIGHEST}
    return None


def why_not_remark(*, remark: str, by: Person) -> str | None:
    """Return why this remark may not go to the makers as it stands, or None when it may."""
    if any(_mentions(remark, words) for words in (by.name, by.email)):
        return _("Leave your name out: the makers read this without knowing who wrote it.")
    return None


def _mentions(remark: str, words: str) -> bool:
    """Return whether a remark holds these words as words of their own: Bas is not in a basis."""
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", remark.casefold()) is not None


def why_not_step_back(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this person may not hand this review back, or None when they may."""
    if reason := why_not_see_assignment(assignment=assignment, by=by):
        return reason
    if assignment.state == AssignmentState.ABSTAINED:
        return _("You stepped back already.")
    return why_not_review_in(edition=assignment.idea.edition)


def why_not_calibrate(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not calculate the ranking now, or None when they may."""
    if (reason := why_not_manage(edition=edition, by=by)) or (reason := why_not_review_in(edition=edition)):
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
    if reason := why_not_manage(edition=idea.edition, by=by):
        return reason
    if idea.edition.stage != STAGE_OF_ROUND[Round(round)]:
        return _("This decision is taken in another stage.")
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part.")
    if round == Round.SHORTLIST and by in authors_of(idea):
        return _("This is your own idea: another programme manager decides about it.")
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
