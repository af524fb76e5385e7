"""What was told about an idea when it was sent before: reasons and words, never scores, and no name in any of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import authors_of, names_any
from datamatch.screening.models import Decision
from datamatch.screening.queries.wording import composed_reason
from datamatch.screening.queries.words import remarks_on, words_on


@dataclass(frozen=True)
class Before:
    """An earlier try of an idea as a screener reads it: in which edition, what is different now, what was told then.

    `outcome` is empty while nothing was published; `left_out` tells that a text with the name of a maker stays away.
    """

    edition: Edition
    what_changed: str
    outcome: str
    reason: str
    remarks: Sequence[str]
    left_out: bool

    @property
    def told(self) -> str:
        """Return all of it as one text, for a file."""
        return "\n".join(part for part in (str(self.edition), self.what_changed, self.reason, *self.remarks) if part)


def before_of(idea: Idea) -> Before | None:
    """Return what was told about an idea that is sent again; None when it is new."""
    earlier = idea.earlier
    if earlier is None:
        return None
    decision = published_on(earlier)
    reason, remarks = told_then(decision) if decision else ("", [])
    makers = {maker for one in (idea, earlier) for maker in authors_of(one)}
    names = [words for maker in makers for words in (maker.name, maker.email)]
    kept = [text for text in remarks if not names_any(text, names)]
    what_changed, shown = ("" if names_any(text, names) else text for text in (idea.what_changed, reason))
    left_out = len(kept) < len(remarks) or what_changed != idea.what_changed or shown != reason
    return Before(
        edition=earlier.edition,
        what_changed=what_changed,
        outcome=decision.told if decision else "",
        reason=shown,
        remarks=kept,
        left_out=left_out,
    )


def published_on(idea: Idea) -> Decision | None:
    """Return the last decision about an idea that its makers know of."""
    known = Decision.objects.filter(idea=idea, published_at__isnull=False)
    return known.select_related("idea").order_by("-published_at", "-pk").first()


def told_then(decision: Decision) -> tuple[str, list[str]]:
    """Return the reason of a decision, in the language of the reader where it is made of criteria, and the remarks."""
    idea = decision.idea
    if not decision.composed:
        return decision.reason, remarks_on(idea)
    return composed_reason(words_on(idea), decision.outcome, get_language() or "nl"), remarks_on(idea)
