"""Asking somebody to help with an idea, and answering that."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.actions import ask_mails as mails
from datamatch.ideas.actions.energy import give_energy
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.enums import AskAnswer
from datamatch.ideas.models import Ask, Idea
from datamatch.ideas.queries import is_author
from datamatch.people.models import Person


@transaction.atomic
def ask_for_help(*, idea: Idea, person: Person, by: Person, at: datetime) -> Ask:
    """Ask somebody to help, by one short mail; who writes the idea stays hidden as long as authors do.

    The idea and the one who asks are held: of two who ask the same person one is refused, and nobody passes the
    limit of a day.

    :raises Refused: the idea asks nobody now, enough for today, or this person may not be asked for it
    """
    hold(idea)
    Person.objects.select_for_update().get(pk=by.pk)
    refuse_if(rules.why_not_ask_for_help(idea=idea, by=by, at=at))
    refuse_if(rules.why_not_ask_person(idea=idea, person=person, by=by))
    ask = Ask.objects.create(idea=idea, person=person, asked_by=by, by_author=is_author(idea, by), asked_at=at)
    trail.record("help.ask", of=idea, by=by, at=at, ask=str(ask.public_id))
    mails.ask_person(ask, at=at)
    return ask


@transaction.atomic
def answer_ask(
    *, ask: Ask, by: Person, answer: str, at: datetime, kind: str = "", role: str = "", hours_per_week: int = 0
) -> Ask:
    """Keep what somebody says; a yes becomes energy: joining in a role for some hours, or advising.

    :raises Refused: not theirs, answered already, no answer that we know, or a yes that says too little
    """
    idea = hold(Idea.objects.get(pk=ask.idea_id))
    mine = Ask.objects.select_for_update().get(pk=ask.pk)
    mine.idea = idea
    refuse_if(rules.why_not_answer_ask(ask=mine, by=by, answer=answer))
    if answer == AskAnswer.YES:
        refuse_if(rules.why_not_say_yes(kind=kind, role=role, hours_per_week=hours_per_week))
        give_energy(idea=idea, by=by, at=at, kind=kind, role=role, hours_per_week=hours_per_week)
    mine.answer, mine.answered_at = answer, at
    mine.save(update_fields=["answer", "answered_at"])
    trail.record("help.answer", of=idea, by=by, at=at, ask=str(mine.public_id), answer=str(answer))
    mails.tell_answer(mine, at=at)
    return mine
