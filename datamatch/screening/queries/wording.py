"""Sentences made of reviews: why an idea goes on or not."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.editions.models import Criterion
from datamatch.screening.enums import Outcome
from datamatch.screening.queries.words import CriterionWords


def composed_reason(words: Sequence[CriterionWords], outcome: str, language: str) -> str:
    """Return why, in the words of the criteria and in this language; no scores and no names."""
    with override(language):
        return "\n".join(_lines(words, outcome))


def _lines(words: Sequence[CriterionWords], outcome: str) -> list[str]:
    """Return the reason in the active language: a line for what is strong and one for what would help."""
    if not words:
        return [_("There were too few reviews to say what stood out.")]
    strong = next((word for word in words if word.strongest), None)
    weak = next((word for word in words if word.weakest), None)
    if strong is None or weak is None:
        return [_("The screeners saw no criterion on which your idea was much stronger or weaker than on the others.")]
    return [" ".join(_praise(strong)), " ".join(_growth(weak, outcome))]


def _praise(word: CriterionWords) -> list[str]:
    """Return what was strong, with the anchor the screeners pointed at when that is praise."""
    told = _("Your idea was strongest on “%(criterion)s”.") % {"criterion": word.criterion}
    number = word.criterion.number_at(word.mean)
    if number < word.criterion.good:
        return [told]
    return [told, *_quoted(_("The screeners say: “%(anchor)s”"), word.criterion, number)]


def _growth(word: CriterionWords, outcome: str) -> list[str]:
    """Return where there is most to win: what the screeners read now, and what a good idea says there."""
    told = _("There is most to win on “%(criterion)s”.")
    if outcome == Outcome.YES:
        told = _("Before the pitch there is most to win on “%(criterion)s”.")
    value, good = word.criterion.number_at(word.mean), word.criterion.good
    now = _quoted(_("What the screeners read now: “%(anchor)s”"), word.criterion, value) if value < good else []
    aim = _quoted(_("Aim for this: “%(anchor)s”"), word.criterion, max(value + 1, good))
    return [told % {"criterion": word.criterion}, *now, *aim]


def _quoted(sentence: str, criterion: Criterion, value: int) -> list[str]:
    """Return the sentence around the anchor of this value; nothing when the scale has no such anchor."""
    anchor = dict(criterion.anchors).get(value)
    return [sentence % {"anchor": anchor}] if anchor else []
