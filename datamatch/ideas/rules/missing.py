"""What an idea still lacks before others can read it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from datamatch.editions.queries import lacking
from datamatch.ideas import queries
from datamatch.ideas.enums import Step
from datamatch.ideas.models import Idea
from datamatch.ideas.queries.forms import CallForm


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
    form = queries.call_form_of(idea.edition, themes=idea.theme_id is None)
    answers = queries.answers_with_files([idea]) if form.wants_answers else {}
    return missing_in(idea, form=form, answers=answers.get(idea.pk, {}))


def missing_from_each(ideas: Iterable[Idea]) -> dict[int, list[Missing]]:
    """Return what is missing from each of these ideas, by its key."""
    drafts = list(ideas)
    forms = queries.call_forms({idea.edition_id for idea in drafts})
    answers = queries.answers_with_files(drafts)
    return {idea.pk: missing_in(idea, form=forms[idea.edition_id], answers=answers.get(idea.pk, {})) for idea in drafts}


def missing_in(idea: Idea, *, form: CallForm, answers: Mapping[str, str]) -> list[Missing]:
    """Return what is missing from an idea, given what its call asks and what it answered."""
    words = [
        (not idea.title.strip(), Step.TITLE, _("Your idea has no title yet.")),
        (not idea.demand.strip(), Step.IDEA, _("Tell first which question or problem you want to solve.")),
        (idea.theme_id is None and form.has_themes, Step.IDEA, _("Choose a theme first.")),
    ]
    found = [Missing(step, said) for lacks, step, said in words if lacks]
    return found + [
        Missing(Step.QUESTIONS, _("Answer first: %(question)s") % {"question": question})
        for question in lacking(form.questions, answers)
    ]
