"""What the form of a call asks, and of whom."""

from collections.abc import Iterable, Mapping

from django.db.models import ManyToOneRel, QuerySet

from datamatch.editions.enums import UNKNOWN
from datamatch.editions.models import Edition, Question


def questions_of(edition: Edition) -> QuerySet[Question]:
    """Return the questions of a call that are switched on, in the order of the form."""
    return edition.questions.filter(is_on=True).select_related("asked_if")


def every_question_of(edition: Edition) -> QuerySet[Question]:
    """Return the questions of a call with those that are switched off, in the order of the form."""
    return edition.questions.select_related("asked_if")


def answered_questions(edition: Edition) -> set[int]:
    """Return the keys of the questions that somebody answered: a row of a room above points at them."""
    found: set[int] = set()
    for relation in Question._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.related_model is not Question:
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__edition": edition})
            found |= set(rows.values_list(name, flat=True).distinct())
    return found


def asked(questions: Iterable[Question], answers: Mapping[str, str]) -> list[Question]:
    """Return which of these questions (in their order) are asked, given the answers so far by slug.

    Left out is what the words of the idea answer, what is switched off, and what waits for an answer that was not
    given, or was given to a question that itself is no longer asked.
    """
    open_slugs: set[str] = set()
    found = []
    for question in questions:
        if not question.is_on or not is_unlocked(question, answers, open_slugs):
            continue
        open_slugs.add(question.slug)
        if not question.answered_by:
            found.append(question)
    return found


def is_unlocked(question: Question, answers: Mapping[str, str], open_slugs: set[str]) -> bool:
    """Tell whether the condition of a question is met by an answer to a question that is asked."""
    if question.asked_if is None:
        return True
    before = question.asked_if.slug
    return before in open_slugs and answers.get(before) in question.asked_if_answers


def lacking(questions: Iterable[Question], answers: Mapping[str, str]) -> list[Question]:
    """Return which of the questions that are asked and must be answered have no answer yet."""
    return [one for one in asked(questions, answers) if one.required and not answers.get(one.slug, "").strip()]


def signalled(questions: Iterable[Question], answers: Mapping[str, str]) -> list[Question]:
    """Return the questions whose answer asks for a look by an expert; not knowing, or saying nothing, may be one."""
    return [one for one in asked(questions, answers) if (answers.get(one.slug) or UNKNOWN) in one.signals]
