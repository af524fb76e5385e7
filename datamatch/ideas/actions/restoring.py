"""Bringing back what an idea said before."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.answering import drop_unasked, keep_answers
from datamatch.ideas.actions.findable import keep_findable
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.versions import keep_version
from datamatch.ideas.actions.writing import ANSWER, keep_words
from datamatch.ideas.models import Version
from datamatch.people.models import Person


@transaction.atomic
def restore_version(*, version: Version, by: Person, at: datetime) -> Version:
    """Let a sent idea say and answer again what it did in an earlier version; that makes a new version.

    A theme that is gone by now is not brought back: the idea keeps the one it has. Nor is an answer to what is asked no
    more.

    :raises Refused: not an author's deed, the call is closed, erased, the words of now, or no longer complete
    """
    idea = hold(version.idea)
    version.refresh_from_db()
    version.idea = idea
    refuse_if(rules.why_not_restore(idea=idea, version=version, by=by))
    words = {name: version.words[name] for name in ("title", "demand", "data", "result", "language")}
    words["theme"] = idea.edition.themes.filter(slug=version.words["theme"]).first() or idea.theme
    answers = answers_then(version)
    keep_words(idea, words, changed=[*words, *(f"{ANSWER}{slug}" for slug in answers)], at=at)
    keep_answers(idea, answers)
    drop_unasked(idea)
    refuse_if(rules.why_not_complete(idea))
    keep_findable(idea, at=at)
    trail.record("version.restore", of=idea, by=by, at=at, number=version.number)
    return keep_version(idea=idea, by=by, at=at, restored_from=version.number)


def answers_then(version: Version) -> dict[str, str]:
    """Return the answers of a version that differ from those of now, empty where there was none."""
    if version.answers is None:
        return {}
    then, now = version.answers, queries.answers_of(version.idea)
    asked = {question.slug for question in queries.call_form_of(version.idea.edition).asked_on_page}
    return {slug: then.get(slug, "") for slug in sorted(asked) if then.get(slug, "") != now.get(slug, "")}
