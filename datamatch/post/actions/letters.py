"""Letters are written, edited by people, and sent once, together with the decisions they tell."""

from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.post import queries, rules
from datamatch.post.actions.sending import give_to_post
from datamatch.post.enums import SendingKind
from datamatch.post.models import Letter
from datamatch.screening.actions import publish_decisions


@transaction.atomic
def write_letters(*, edition: Edition, round: str, by: Person, at: datetime) -> int:
    """Write a letter per decision and maker and return how many; edited and sent letters stay as they are.

    :raises Refused: not you, not now, or a decision is missing
    """
    refuse_if(rules.why_not_write(edition=edition, round=round, by=by))
    so_far = {
        (letter.decision_id, letter.to_id): letter
        for letter in queries.letters_in(edition, round)
        if letter.sent_at is None or letter.outcome == letter.decision.outcome
    }
    new, again = [], []
    for decision, reader, wording in queries.wordings(edition, round, by):
        letter = so_far.get((decision.pk, reader.pk))
        if letter is None:
            letter = Letter(decision=decision, to=reader)
            new.append(letter)
        elif letter.sent_at is None and letter.edited_at is None:
            again.append(letter)
        else:
            continue
        letter.subject, letter.body = wording.subject, wording.body
        letter.language, letter.written_at, letter.outcome = reader.language, at, decision.outcome
    Letter.objects.bulk_create(new)
    Letter.objects.bulk_update(again, ["subject", "body", "language", "written_at", "outcome"])
    trail.record("letters.written", of=edition, by=by, at=at, round=round, new=len(new), again=len(again))
    return len(new) + len(again)


@transaction.atomic
def edit_letter(*, letter: Letter, subject: str, body: str, by: Person, at: datetime) -> Letter:
    """Change the words of a letter that waits. :raises Refused: not you, or it is sent"""
    refuse_if(rules.why_not_edit(letter=letter, by=by))
    letter.subject, letter.body, letter.edited_at = " ".join(subject.split()), body.strip(), at
    letter.outcome = letter.decision.outcome
    letter.save(update_fields=["subject", "body", "edited_at", "outcome"])
    trail.record("letter.edited", of=letter, by=by, at=at)
    return letter


@transaction.atomic
def send_letters(*, edition: Edition, round: str, by: Person, at: datetime) -> int:
    """Publish the decisions of a round and queue every letter that waits; return how many.

    :raises Refused: not you, not now, or somebody would get no letter or a wrong one
    """
    refuse_if(rules.why_not_send(edition=edition, round=round, by=by))
    publish_decisions(edition=edition, round=round, by=by, at=at)
    waiting = list(queries.letters_in(edition, round).filter(sent_at__isnull=True))
    for letter in waiting:
        give_to_post(letter, kind=SendingKind.FIRST, subject=letter.subject, body=letter.body, by=by, at=at)
        letter.sent_at = at
    Letter.objects.bulk_update(waiting, ["sent_at"])
    trail.record("letters.sent", of=edition, by=by, at=at, round=round, count=len(waiting))
    return len(waiting)
