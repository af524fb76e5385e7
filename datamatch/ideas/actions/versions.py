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
    """Keep the words of a sent idea that is held as its next version; the same words again make no new one."""
    last, words = queries.versions_of(idea).first(), queries.words_now(idea)
    if last is not None and last.words == words:
        return last
    number = last.number + 1 if last else 1
    return Version.objects.create(idea=idea, number=number, words=words, by=by, at=at, restored_from=restored_from)


@transaction.atomic
def erase_version(*, version: Version, by: Person, at: datetime) -> Version:
    """Erase the words of an earlier version for good; that it was there, and who wrote it when, stays.

    :raises Refused: not an author's or a manager's deed, erased already, or these are the words of now
    """
    idea = hold(version.idea)
    version.refresh_from_db()
    refuse_if(rules.why_not_erase(idea=idea, version=version, by=by))
    version.words, version.erased_at = {}, at
    version.save(update_fields=["words", "erased_at"])
    trail.record("version.erase", of=idea, by=by, at=at, number=version.number)
    return version
