"""Holding an idea while something is done to it, so that two people cannot cross each other."""

from datamatch.ideas.models import Idea

LASTING = ("theme", "submitter", "unit")


def hold(idea: Idea) -> Idea:
    """Lock the row of an idea until this transaction ends, and read what it says by now.

    Its theme and people are not read again while they are the same ones; its edition is, for the stage decides.
    """
    known = {name: getattr(idea, name) for name in LASTING if name in idea._state.fields_cache}
    idea.refresh_from_db(from_queryset=Idea.objects.select_for_update())
    for name, related in known.items():
        if getattr(idea, f"{name}_id") == getattr(related, "pk", None):
            setattr(idea, name, related)
    return idea
