"""The form of a call: its questions and the help beside the words of an idea."""

from datetime import datetime
from typing import Any

from django.db import transaction

from datamatch.editions import queries, rules
from datamatch.editions.actions.positions import change_places, hold
from datamatch.editions.models import Edition, Question
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def add_question(*, edition: Edition, slug: str, by: Person, at: datetime, **words: Any) -> Question:
    """Add a question behind the others.

    :raises Refused: not you, the call is closed, or a question that cannot be asked
    """
    hold(edition)
    refuse_if(rules.why_not_add_question(edition=edition, by=by, at=at, **words))
    last = queries.every_question_of(edition).last()
    position = last.position + 1 if last else 0
    question = Question.objects.create(edition=edition, slug=slug, position=position, **words)
    trail.record("question.add", of=edition, by=by, at=at, question=slug)
    return question


@transaction.atomic
def change_question(*, question: Question, by: Person, at: datetime, **words: Any) -> Question:
    """Give a question other words; what is not named stays as it was.

    :raises Refused: not you, the call is closed, or answers would lose their meaning
    """
    hold(question.edition)
    refuse_if(rules.why_not_change_question(question=question, by=by, at=at, **words))
    changed = sorted(name for name, value in words.items() if value != getattr(question, name))
    for name in changed:
        setattr(question, name, words[name])
    question.save(update_fields=changed)
    trail.record("question.change", of=question.edition, by=by, at=at, question=question.slug, changed=changed)
    return question


@transaction.atomic
def move_question(*, question: Question, up: bool, by: Person, at: datetime) -> None:
    """Let a question change places with the one before (up) or after it.

    :raises Refused: not you, the call is closed, nothing to change places with, or it waits for the other
    """
    hold(question.edition)
    refuse_if(rules.why_not_move_question(question=question, up=up, by=by, at=at))
    change_places(queries.every_question_of(question.edition), question, up=up)
    trail.record("question.move", of=question.edition, by=by, at=at, question=question.slug, up=up)


@transaction.atomic
def switch_question(*, question: Question, on: bool, by: Person, at: datetime) -> None:
    """Ask a question, or ask it no longer; what was answered stays.

    :raises Refused: not you, the call is closed, or a question about a safeguard
    """
    hold(question.edition)
    refuse_if(rules.why_not_switch_question(question=question, on=on, by=by, at=at))
    question.is_on = on
    question.save(update_fields=["is_on"])
    trail.record("question.switch", of=question.edition, by=by, at=at, question=question.slug, on=on)


@transaction.atomic
def remove_question(*, question: Question, by: Person, at: datetime) -> None:
    """Remove a question that nobody answered.

    :raises Refused: not you, the call is closed, somebody answered it, or another question waits for it
    """
    hold(question.edition)
    refuse_if(rules.why_not_remove_question(question=question, by=by, at=at))
    question.delete()
    trail.record("question.remove", of=question.edition, by=by, at=at, question=question.slug)


@transaction.atomic
def explain_fields(*, edition: Edition, helps: dict[str, dict[str, str]], by: Person, at: datetime) -> None:
    """Keep what the form says beside each part of an idea.

    :raises Refused: not you, or the call is closed
    """
    refuse_if(rules.why_not_set_questions(edition=edition, by=by, at=at))
    edition.field_helps = helps
    edition.save(update_fields=["field_helps"])
    trail.record("edition.explain", of=edition, by=by, at=at)
