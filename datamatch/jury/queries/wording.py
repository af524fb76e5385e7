"""Sentences for the makers of a pitched idea: what the jury valued and where there is most to win; never a score."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.ideas.models import Idea
from datamatch.jury.queries.cards import CriterionMean


def reason_for(idea: Idea, means: Sequence[CriterionMean], *, yes: bool) -> str:
    """Return the reason of the jury in the language of the idea, composed from the means on its cards."""
    with override(idea.language):
        opening = _("The jury chose your idea.") if yes else _("The jury chose other ideas this time.")
        return " ".join([opening, *_sentences(means, yes=yes)])


def _sentences(means: Sequence[CriterionMean], *, yes: bool) -> list[str]:
    """Return what stands out, or nothing when no criterion does."""
    if not means:
        return []
    best = max(means, key=lambda mean: mean.mean)
    least = min(means, key=lambda mean: mean.mean)
    if best.mean == least.mean:
        return [_("It valued your pitch alike on every criterion.")]
    strong = _("It valued most: “%(criterion)s”.") % {"criterion": best.criterion}
    mind = _("In the coming months, mind this most: “%(criterion)s”.")
    growth = mind if yes else _("There is most to win on “%(criterion)s”.")
    question = _("This question helps: “%(question)s”") % {"question": least.criterion.question}
    return [strong, growth % {"criterion": least.criterion}, question]
