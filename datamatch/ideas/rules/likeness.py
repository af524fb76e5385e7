"""Why somebody may not say how an idea relates to one like it."""

from django.utils.translation import gettext as _

from datamatch.foundation.search import Match
from datamatch.ideas import queries
from datamatch.ideas.enums import LikenessChoice
from datamatch.ideas.models import Idea
from datamatch.people.models import Person


def why_not_compare(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not compare the idea with others, or None when they may."""
    return None if queries.is_author(idea, by) else _("Only who wrote this idea can compare it with others.")


def why_not_say_alike(*, match: Match | None, choice: str, because: str) -> str | None:
    """Return what is missing from an answer about a text like the idea, or None when it says enough."""
    if match is None:
        return _("This idea is not here any more.")
    if choice not in LikenessChoice.values:
        return _("Say what you want to do with the idea that looks like yours.")
    if match.kind != "idea" and choice != LikenessChoice.DIFFERS:
        return _("This is finished work: read it, and build on it.")
    if choice == LikenessChoice.DIFFERS and not because.strip():
        return _("Say in a few words what is different about yours.")
    return None
