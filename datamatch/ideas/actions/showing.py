"""Letting somebody know who made an idea."""

from datetime import datetime

from datamatch.editions.enums import MakersKnown
from datamatch.ideas.models import Idea, MakersShown
from datamatch.people.models import Person


def show_makers(*, idea: Idea, to: Person, at: datetime) -> bool:
    """Let this person know who made the idea, and tell whether the edition lets them: a part of giving a review."""
    if idea.edition.makers_known != MakersKnown.REVIEW:
        return False
    MakersShown.objects.get_or_create(idea=idea, person=to, defaults={"since": at})
    return True
