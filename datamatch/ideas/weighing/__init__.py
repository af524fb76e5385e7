"""From rows to the engine and back: who could help with an idea, and why."""

from datamatch.ideas.weighing.helpers import Helper, Helpers, helpers_of

__all__ = ["Helper", "Helpers", "helpers_of"]
