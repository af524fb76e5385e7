"""Saying which words stand for the same."""

from datetime import datetime

from django.db import transaction

from datamatch.editions import rules
from datamatch.editions.models import Edition, Programme, Synonym
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def add_synonym(*, edition: Edition, word: str, means: str, by: Person, at: datetime) -> Synonym:
    """Let searching treat two ways to say something as the same, in every edition of the programme.

    :raises Refused: not you, the edition is closed, nothing new, or the list is full
    """
    Programme.objects.select_for_update().get(pk=edition.programme_id)
    refuse_if(rules.why_not_add_synonym(edition=edition, by=by, word=word, means=means))
    pair = Synonym.objects.create(programme=edition.programme, word=word.strip(), means=means.strip())
    trail.record("synonym.add", of=edition, by=by, at=at)
    return pair


@transaction.atomic
def remove_synonym(*, synonym: Synonym, edition: Edition, by: Person, at: datetime) -> None:
    """Let two words be different again.

    :raises Refused: not you, or the edition is closed
    """
    refuse_if(rules.why_not_set_synonyms(edition=edition, by=by))
    gone, _models = Synonym.objects.filter(pk=synonym.pk, programme=edition.programme_id).delete()
    if gone:
        trail.record("synonym.remove", of=edition, by=by, at=at)
