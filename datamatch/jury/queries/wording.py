"""Sentences for the makers of a pitched idea: what the jury valued and where there is most to win; never a score."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.ideas.models import Idea
from datamatch.jury.queries.cards import CriterionMean


def titles_of(ideas: Iterable[Idea]) -> str:
    """Return the titles of ideas in one line, by number."""
    return ", ".join(f"“{idea.title}”" for idea in sorted(ideas, key=lambda idea: (idea.number or 0, idea.pk)))


def reason_for(idea: Idea, means: Sequence[CriterionMean], *, yes: bool) -> str:
    """Return the reason of the jury in the language of the idea, composed from the means on its cards."""
    with override(idea.language):
        opening = _("The jury chose your idea.") if yes else _("The jury chose other ideas this time.")
        return " ".join(_sentences(means, yes=yes) or [opening])


def _sentences(means: Sequence[CriterionMean], *, yes: bool) -> list[str]:
    """Return what stands out, or nothing when nobody gave a card."""
    if not means:
        return []
    best = max(means, key=lambda mean: mean.mean)
    least = min(means, key=lambda mean: mean.mean)
    if best.mean == least.mean:
        return [_("The jury valued your pitch alike on every criterion.")]
    strong = _("What the jury valued most in your pitch: “%(criterion)s”.") % {"criterion": best.criterion}
    mind = _("In the coming months, mind this most: “%(criterion)s”.")
    growth = mind if yes else _("There is most to win on “%(criterion)s”.")
    return [strong, growth % {"criterion": least.criterion}, *_aim(least)]


def _aim(word: CriterionMean) -> list[str]:
    """Return the anchor to work towards, or nothing when the scale has none higher."""
    criterion = word.criterion
    anchor = dict(criterion.anchors).get(max(criterion.number_at(word.mean) + 1, criterion.good))
    return [_("Aim for this: “%(anchor)s”") % {"anchor": anchor}] if anchor else []
