"""Keeping what a sent idea says, and erasing what it said."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.models import Idea, Version
from datamatch.people.models import Person


def keep_version(*, idea: Idea, by: Person, at: datetime, restored_from: int | None = None) -> Version:
    """Keep the words and answers of a sent idea that is held as its next version; the same again make no new one."""
    last, words, answers = queries.versions_of(idea).first(), queries.words_now(idea), queries.answers_of(idea)
    if last is not None and (last.words, last.answers) == (words, answers):
        return last
    said = {"number": last.number + 1 if last else 1, "words": words, "answers": answers}
    return Version.objects.create(idea=idea, by=by, at=at, restored_from=restored_from, **said)


@transaction.atomic
def erase_version(*, version: Version, by: Person, at: datetime) -> Version:
    """Erase the words and answers of an earlier version for good; that it was there, and who wrote it when, stays.

    :raises Refused: not an author's or a manager's deed, erased already, or these are the words of now
    """
    idea = hold(version.idea)
    version.refresh_from_db()
    refuse_if(rules.why_not_erase(idea=idea, version=version, by=by))
    version.words, version.answers, version.erased_at = {}, None, at
    version.save(update_fields=["words", "answers", "erased_at"])
    trail.record("version.erase", of=idea, by=by, at=at, number=version.number)
    return version
