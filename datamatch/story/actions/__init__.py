"""The deeds of a story: replay an edition through the deeds of the rooms, and fill the demo world."""

from datamatch.story.actions.journey import Clock, Journey, Plan
from datamatch.story.actions.replay import replay, run_edition

__all__ = ["Clock", "Journey", "Plan", "replay", "run_edition"]
