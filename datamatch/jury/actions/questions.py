"""Deeds about questions from the hall."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.jury.enums import QuestionState
from datamatch.jury.models import Hall, HallQuestion, UpVote
from datamatch.people.models import Person

# Votes for questions come in showers: all phones in the hall hear of them at most once in so long.
PAUSE = timedelta(seconds=5)


@transaction.atomic
def ask(*, hall: Hall, guest: queries.Guest, text: str, at: datetime) -> HallQuestion:
    """Ask something about the pitch on stage; others see it once the manager shows it.

    Asked again in the same words, as the answer got lost, it stays one question.
    :raises Refused: pitch day is over, no cookie, or too many of the guest's questions wait
    """
    Hall.objects.select_for_update().get(pk=hall.pk)
    asked = {"hall": hall, "pitch": queries.on_stage(hall.edition), "text": text.strip()}
    if (before := queries.questions_asked_by(hall, guest).filter(**asked).first()) is not None:
        return before
    refuse_if(rules.why_not_ask(hall=hall, guest=guest))
    question = HallQuestion.objects.create(**asked, key=queries.key_of(guest, hall), asked_at=at)
    trail.record("hall.ask", of=question, by=guest.person, at=at)
    live.changed(queries.desk_of(hall.edition))
    return question


@transaction.atomic
def want(*, question: HallQuestion, guest: queries.Guest, at: datetime) -> UpVote:
    """Say that one wants to know it too. :raises Refused: done before, one's own, or not open"""
    question = _alone(question)
    refuse_if(rules.why_not_want(question=question, guest=guest))
    hall = question.hall
    given = UpVote.objects.create(question=question, key=queries.key_of(guest, hall))
    trail.record("hall.want", of=question, by=guest.person, at=at)
    live.changed(queries.desk_of(hall.edition))
    quiet = Q(told_at=None) | Q(told_at__lte=at - PAUSE)
    if Hall.objects.filter(quiet, pk=hall.pk).update(told_at=at):
        live.changed(queries.hall_topic(hall.edition))
    return given


@transaction.atomic
def show_question(*, question: HallQuestion, by: Person, at: datetime) -> HallQuestion:
    """Let everybody read a question. :raises Refused: not you, or it is shown"""
    return _moderated(question, QuestionState.SHOWN, by=by, at=at)


@transaction.atomic
def answer_question(*, question: HallQuestion, by: Person, at: datetime) -> HallQuestion:
    """Say that a question was answered on stage. :raises Refused: not you, or it is not shown"""
    return _moderated(question, QuestionState.ANSWERED, by=by, at=at)


@transaction.atomic
def hide_question(*, question: HallQuestion, why: str, by: Person, at: datetime) -> HallQuestion:
    """Hide a question, and tell who asked it why. :raises Refused: not you, it is hidden, or no word why"""
    refuse_if(rules.why_not_because(why=why))
    return _moderated(question, QuestionState.HIDDEN, why=why.strip(), by=by, at=at)


def _moderated(question: HallQuestion, to: QuestionState, *, by: Person, at: datetime, why: str = "") -> HallQuestion:
    """Bring a question in another state, and let the hall and the wall look again."""
    question = _alone(question)
    refuse_if(rules.why_not_moderate(question=question, to=to, by=by))
    question.state, question.why = to, why
    question.save(update_fields=["state", "why"])
    trail.record(f"hall.{to}", of=question, by=by, at=at)
    live.changed(queries.hall_topic(question.hall.edition))
    live.changed(queries.room_of(question.hall.edition))
    return question


def _alone(question: HallQuestion) -> HallQuestion:
    """Return a question as it is now, while nobody else changes it."""
    found = HallQuestion.objects.select_for_update(of=("self",)).select_related("hall__edition")
    return found.get(pk=question.pk)
