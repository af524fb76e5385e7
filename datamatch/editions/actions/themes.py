"""The themes of a call."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from datamatch.editions import queries, rules
from datamatch.editions.actions.positions import change_places, hold
from datamatch.editions.models import Edition, Theme
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person

THEME_WORDS = ("name_nl", "name_en", "question_nl", "question_en")


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
def change_theme(*, theme: Theme, by: Person, at: datetime, **words: str) -> Theme:
    """Give a theme other names and questions (name_nl, name_en, question_nl, question_en); its address stays.

    :raises Refused: not you, or the call is closed
    :raises TypeError: a word that a theme does not have
    """
    if unknown := set(words) - set(THEME_WORDS):
        raise TypeError(f"a theme has no {sorted(unknown)}")
    refuse_if(rules.why_not_set_themes(edition=theme.edition, by=by))
    for name, word in words.items():
        setattr(theme, name, word)
    theme.save(update_fields=list(words))
    trail.record("theme.change", of=theme.edition, by=by, at=at, theme=theme.slug)
    return theme


@transaction.atomic
def move_theme(*, theme: Theme, up: bool, by: Person, at: datetime) -> None:
    """Let a theme change places with the one before (up) or after it.

    :raises Refused: not you, the call is closed, or nothing to change places with
    """
    hold(theme.edition)
    refuse_if(rules.why_not_move_theme(theme=theme, up=up, by=by))
    change_places(queries.themes_of(theme.edition), theme, up=up)
    trail.record("theme.move", of=theme.edition, by=by, at=at, theme=theme.slug, up=up)


@transaction.atomic
def remove_theme(*, theme: Theme, by: Person, at: datetime) -> None:
    """Remove a theme that nobody can have chosen yet.

    :raises Refused: not you, or the call is open
    """
    refuse_if(rules.why_not_remove_themes(edition=theme.edition, by=by))
    theme.delete()
    trail.record("theme.remove", of=theme.edition, by=by, at=at, theme=theme.slug)
