"""Letters are written, edited by people, and sent once, together with the decisions they tell."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import mail, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.post import queries, rules
from datamatch.post.models import Letter
from datamatch.post.queries import Wording
from datamatch.screening.actions import publish_decisions
from datamatch.screening.enums import Round
from datamatch.screening.models import Decision
from datamatch.screening.queries import decisions_in, remarks_in, words_in


@transaction.atomic
def write_letters(*, edition: Edition, round: str, by: Person, at: datetime) -> int:
    """Write a letter per decision and maker and return how many; edited and sent letters stay as they are.

    :raises Refused: not you, not now, or a decision is missing
    """
    refuse_if(rules.why_not_write(edition=edition, round=round, by=by))
    so_far = {(letter.decision_id, letter.to_id): letter for letter in queries.letters_in(edition, round)}
    new, again = [], []
    for decision, reader, wording in wordings(edition, round, by):
        letter = so_far.get((decision.pk, reader.pk))
        if letter is None:
            letter = Letter(decision=decision, to=reader)
            new.append(letter)
        elif letter.sent_at is None and letter.edited_at is None:
            again.append(letter)
        else:
            continue
        letter.subject, letter.body = wording.subject, wording.body
        letter.language, letter.written_at = reader.language, at
    Letter.objects.bulk_create(new)
    Letter.objects.bulk_update(again, ["subject", "body", "language", "written_at"])
    trail.record("letters.written", of=edition, by=by, at=at, round=round, new=len(new), again=len(again))
    return len(new) + len(again)


def wordings(edition: Edition, round: str, by: Person) -> Iterator[tuple[Decision, Person, Wording]]:
    """Yield every decision of a round with each of its readers and the words for them."""
    about = queries.ideas_of_round(edition, round)
    authors = queries.authors_in(about)
    readers = Person.objects.in_bulk({person for people in authors.values() for person in people})
    # A verdict carries the jury's own reason; what the screeners said was told in the first letter.
    words, remarks = (words_in(edition), remarks_in(edition)) if round == Round.SHORTLIST else ({}, {})
    decisions = decisions_in(edition, round).filter(idea__in=about)
    for decision in decisions.select_related("idea__edition__programme"):
        idea = decision.idea_id
        for person in sorted(authors[idea]):
            reader = readers[person]
            told = queries.Told(words.get(idea, []), remarks.get(idea, []), ideas=len(authors), by=by)
            yield decision, reader, queries.worded(decision, reader, told)


@transaction.atomic
def edit_letter(*, letter: Letter, subject: str, body: str, by: Person, at: datetime) -> Letter:
    """Change the words of a letter that waits. :raises Refused: not you, or it is sent"""
    refuse_if(rules.why_not_edit(letter=letter, by=by))
    letter.subject, letter.body, letter.edited_at = " ".join(subject.split()), body.strip(), at
    letter.save(update_fields=["subject", "body", "edited_at"])
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
        mail.queue(
            key=f"letter:{letter.public_id}",
            to=letter.to.email,
            subject=letter.subject,
            body=letter.body,
            language=letter.language,
            at=at,
        )
        letter.sent_at = at
    Letter.objects.bulk_update(waiting, ["sent_at"])
    trail.record("letters.sent", of=edition, by=by, at=at, round=round, count=len(waiting))
    return len(waiting)
