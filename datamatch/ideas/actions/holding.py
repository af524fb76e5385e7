"""Holding an idea while something is done to it, so that two people cannot cross each other."""

from datamatch.ideas.models import Idea


def hold(idea: Idea) -> Idea:
    """Lock the row of an idea until this transaction ends, and read what it says by now."""
    idea.refresh_from_db(from_queryset=Idea.objects.select_for_update())
    return idea
