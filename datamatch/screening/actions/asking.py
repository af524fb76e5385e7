"""Asking the makers of an idea something, and answering; neither learns who the other is."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.screening import rules
from datamatch.screening.actions.mails import tell_answered, tell_authors_asked
from datamatch.screening.actions.reviews import lock
from datamatch.screening.models import AskBack, Assignment


@transaction.atomic
def ask_back(*, assignment: Assignment, question: str, waits: bool, by: Person, at: datetime) -> AskBack:
    """Ask the makers of an idea something by mail, without saying who asks.

    :raises Refused: not asked of you, not now, a question is open, no words, or your name is in it
    """
    lock(assignment)
    refuse_if(rules.why_not_ask_back(assignment=assignment, question=question, by=by))
    said = {"question": question.strip(), "waits": waits, "asked_at": at}
    asked = AskBack.objects.create(idea=assignment.idea, asked_by=by, **said)
    trail.record("ask_back.asked", of=asked, by=by, at=at, waits=waits)
    tell_authors_asked(asked, at=at)
    return asked


@transaction.atomic
def hold_answer_back(*, asked: AskBack, held: bool, by: Person, at: datetime) -> AskBack:
    """Keep an answer from who may not know the makers, or let its readers have it again; said twice it is done once.

    :raises Refused: not you, no answer yet, or the makers are known
    """
    asked = AskBack.objects.select_for_update(of=("self",)).select_related("idea__edition").get(pk=asked.pk)
    refuse_if(rules.why_not_hold_back_answer(asked=asked, by=by))
    if asked.held_back != held:
        asked.held_back = held
        asked.save(update_fields=["held_back"])
        trail.record("ask_back.hold_back" if held else "ask_back.show_again", of=asked, by=by, at=at)
    return asked


@transaction.atomic
def answer_ask_back(*, asked: AskBack, answer: str, by: Person, at: datetime) -> AskBack:
    """Answer a question about one's own idea; every screener of the idea reads it.

    :raises Refused: not your idea, answered before, not now, no words, or a maker's name is in it
    """
    asked = AskBack.objects.select_for_update(of=("self",)).select_related("idea__edition").get(pk=asked.pk)
    refuse_if(rules.why_not_answer(asked=asked, answer=answer, by=by))
    asked.answer, asked.answered_by, asked.answered_at = answer.strip(), by, at
    asked.save(update_fields=["answer", "answered_by", "answered_at"])
    trail.record("ask_back.answered", of=asked, by=by, at=at)
    tell_answered(asked, at=at)
    return asked
