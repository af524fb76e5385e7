"""Why somebody may not say which words stand for the same."""

from django.utils.translation import gettext as _

from datamatch.editions import queries
from datamatch.editions.models import Edition
from datamatch.editions.rules.planning import why_not_manage
from datamatch.people.models import Person

MOST_SYNONYMS = 200
"""Each of them is looked for in every question, so that thousands would make searching slow."""


def why_not_set_synonyms(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not change the synonyms of a programme, or None when they may."""
    return why_not_manage(edition=edition, by=by)


def why_not_add_synonym(*, edition: Edition, by: Person, word: str, means: str) -> str | None:
    """Return why this pair cannot be added, or None when it can."""
    if why_not := why_not_set_synonyms(edition=edition, by=by):
        return why_not
    if not word.strip() or not means.strip():
        return _("Say both: the word, and what it stands for.")
    if word.strip().lower() == means.strip().lower():
        return _("Both are the same word.")
    known = list(queries.synonyms_of(edition.programme))
    if any((one.word.lower(), one.means.lower()) == (word.strip().lower(), means.strip().lower()) for one in known):
        return _("This pair is on the list already.")
    if len(known) >= MOST_SYNONYMS:
        return _("The list is full. Remove a pair that nobody needs any more.")
    return None
