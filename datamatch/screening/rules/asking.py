"""Why somebody may not ask the makers of an idea, answer, or read what others gave; None when they may."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import FellowsKnown, ReadersKnown
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import authors_of, is_author, names_any
from datamatch.ideas.rules import why_not_hold_back_in
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import AssignmentState, Round
from datamatch.screening.models import AskBack, Assignment, Decision
from datamatch.screening.rules.reviews import why_not_remark, why_not_review, why_not_review_in


def why_not_ask_back_now(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this screener cannot ask the makers something now, or None when they can."""
    if reason := why_not_review(assignment=assignment, by=by):
        return reason
    if queries.open_question(assignment):
        return _("You asked something already. First the makers answer.")
    return None


def why_not_ask_back(*, assignment: Assignment, question: str, by: Person) -> str | None:
    """Return why this question may not go to the makers, or None when it may."""
    if reason := why_not_ask_back_now(assignment=assignment, by=by):
        return reason
    if not question.strip():
        return _("Write down what you want to know.")
    return why_not_remark(remark=question, by=by)


def why_not_see_question(*, asked: AskBack, by: Person) -> str | None:
    """Return why this person may not open the page of a question, or None when it is about their idea."""
    return None if is_author(asked.idea, by) else _("This question is for the makers of the idea.")


def why_not_answer_now(*, asked: AskBack, by: Person) -> str | None:
    """Return why this person cannot answer a question now, or None when they can."""
    if reason := why_not_see_question(asked=asked, by=by):
        return reason
    if asked.answered_at is not None:
        return _("This question is answered.")
    return why_not_review_in(edition=asked.idea.edition)


def why_not_answer(*, asked: AskBack, answer: str, by: Person) -> str | None:
    """Return why this answer may not be given, or None when it may."""
    if reason := why_not_answer_now(asked=asked, by=by):
        return reason
    if not answer.strip():
        return _("Write down your answer.")
    if names_any(answer, [words for maker in authors_of(asked.idea) for words in (maker.name, maker.email)]):
        return _("Leave the names of the makers out: screeners read without knowing whose idea it is.")
    return None


def why_not_hold_back_answer(*, asked: AskBack, by: Person) -> str | None:
    """Return why this person may not hold back an answer of the makers, or let it be read, or None when they may."""
    if reason := why_not_hold_back_in(idea=asked.idea, by=by):
        return reason
    return None if asked.answered_at is not None else _("This question is not answered yet.")


def why_not_see_fellows(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this screener does not see who else read the idea, or None when they may."""
    if assignment.idea.edition.fellows_known != FellowsKnown.REVIEW:
        return _("In this edition screeners do not see who else read an idea.")
    if assignment.screener_id != by.pk or assignment.state != AssignmentState.DONE:
        return _("First give your own review. Then you see who else gave one.")
    return None


def why_not_see_readers(*, idea: Idea, by: Person) -> str | None:
    """Return why this person does not see who reviewed an idea, or None: its makers may, where the edition lets them.

    They learn it with the letter.
    """
    if idea.edition.readers_known != ReadersKnown.LETTER:
        return _("In this edition makers do not see who reviewed their idea.")
    if not is_author(idea, by):
        return _("Only the makers of an idea see who reviewed it.")
    told = Decision.objects.filter(idea=idea, round=Round.SHORTLIST, published_at__isnull=False)
    return None if told.exists() else _("You see who reviewed your idea once the letter is sent.")


def why_not_see_others(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this screener does not read what others gave, or None when they may."""
    if not queries.ground_rules_of(assignment.idea.edition).shows_reviews:
        return _("In this edition screeners do not see what others gave.")
    if assignment.screener_id != by.pk or assignment.state != AssignmentState.DONE:
        return _("First give your own review. Then you read what others gave.")
    return None
