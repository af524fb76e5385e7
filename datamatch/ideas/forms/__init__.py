"""The shape of what people write: an idea, energy, and what they look for in the list."""

from datamatch.ideas.forms.ideas import EnergyForm, IdeaForm, IdeasFilter, words_of

__all__ = ["EnergyForm", "IdeaForm", "IdeasFilter", "words_of"]
