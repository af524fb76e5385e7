"""The themes of a call."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from datamatch.editions import rules
from datamatch.editions.models import Edition, Theme
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def add_theme(
    *,
    edition: Edition,
    slug: str,
    name_nl: str,
    name_en: str,
    question_nl: str,
    question_en: str,
    by: Person,
    at: datetime,
) -> Theme:
    """Add a theme behind the others.

    :raises Refused: not you, or the call is closed
    """
    refuse_if(rules.why_not_set_themes(edition=edition, by=by))
    last = edition.themes.aggregate(last=Max("position"))["last"]
    theme = Theme.objects.create(
        edition=edition,
        slug=slug,
        name_nl=name_nl,
        name_en=name_en,
        question_nl=question_nl,
        question_en=question_en,
        position=0 if last is None else last + 1,
    )
    trail.record("theme.add", of=edition, by=by, at=at, theme=slug)
    return theme


@transaction.atomic
def remove_theme(*, theme: Theme, by: Person, at: datetime) -> None:
    """Remove a theme that nobody can have chosen yet.

    :raises Refused: not you, or the call is open
    """
    refuse_if(rules.why_not_remove_themes(edition=theme.edition, by=by))
    theme.delete()
    trail.record("theme.remove", of=theme.edition, by=by, at=at, theme=theme.slug)
