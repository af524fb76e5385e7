"""What an idea still lacks before others can read it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from datamatch.editions.models import Question
from datamatch.editions.queries import lacking, questions_of
from datamatch.ideas import queries
from datamatch.ideas.enums import Step
from datamatch.ideas.models import Idea


class Missing(NamedTuple):
    """One thing that is missing, and the step in which it is asked."""

    step: Step
    words: str


def why_not_complete(idea: Idea) -> str | None:
    """Return which word is still missing from the idea, or None when it can be read by others."""
    missing = missing_from(idea)
    return missing[0].words if missing else None


def missing_from(idea: Idea) -> list[Missing]:
    """Return everything that is still missing from the idea, in the order in which it is asked."""
    questions = list(questions_of(idea.edition))
    answers = queries.answers_of(idea) if any(one.required for one in questions) else {}
    has_themes = idea.theme_id is None and idea.edition.themes.exists()
    return missing_in(idea, has_themes=has_themes, questions=questions, answers=answers)


def missing_in(
    idea: Idea, *, has_themes: bool, questions: Iterable[Question], answers: Mapping[str, str]
) -> list[Missing]:
    """Return what is missing from an idea, given what its call asks and what it answered."""
    words = [
        (not idea.title.strip(), Step.TITLE, _("Your idea has no title yet.")),
        (idea.theme_id is None and has_themes, Step.TITLE, _("Choose a theme first.")),
        (not idea.demand.strip(), Step.IDEA, _("Tell first which question or problem you want to solve.")),
    ]
    found = [Missing(step, said) for lacks, step, said in words if lacks]
    return found + [
        Missing(Step.QUESTIONS, _("Answer first: %(question)s") % {"question": question})
        for question in lacking(questions, answers)
    ]
