"""From many to few: how far the ideas of an edition came."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from datamatch.cases.models import Case
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision


@dataclass(frozen=True)
class Funnel:
    """How many ideas were sent, pitched, chosen, and became a published case."""

    ideas: int
    pitched: int
    chosen: int
    cases: int


def funnel_of(edition: Edition) -> Funnel:
    """Return the counts of an edition; only what was published counts."""
    return Funnel(
        ideas=Idea.objects.sent().filter(edition=edition).count(),
        pitched=said_yes(edition, Round.SHORTLIST),
        chosen=said_yes(edition, Round.VERDICT),
        cases=Case.objects.filter(project__idea__edition=edition, published_at__isnull=False).count(),
    )


def said_yes(edition: Edition, round: Round) -> int:
    """Return how many ideas got a published yes in one round."""
    decisions = Decision.objects.filter(idea__edition=edition, round=round, outcome=Outcome.YES)
    return decisions.filter(published_at__isnull=False).count()


def last_closed(*, to: Any) -> Edition | None:
    """Return the newest edition that ran to its end and that this reader may enter, for the front door."""
    return Edition.objects.entered_by(to).filter(stage=Stage.CLOSED).order_by("-datadag_on", "-pk").first()


def funnel_steps(edition: Edition) -> list[dict[str, Any]]:
    """Return the funnel of an edition as its component wants it; what is still to come shows the plan.

    Of a sealed call it is not told how many ideas came in.
    """
    funnel = funnel_of(edition)
    shortlisted, decided = edition.has_come(Stage.MATCHING), edition.has_come(Stage.DELIVERY)
    steps = [
        {"number": funnel.ideas, "label": _("ideas sent"), "text": _("by everyone")},
        {
            "number": funnel.pitched if shortlisted else edition.shortlist_size,
            "label": _("pitched") if decided else _("will be pitched"),
            "text": _("chosen after blind reviews"),
            "planned": not shortlisted,
        },
        {
            "number": funnel.chosen if decided else edition.chosen_count,
            "label": _("carried out") if edition.has_come(Stage.SHOWCASE) else _("will be carried out"),
            "text": _("chosen by the jury"),
            "planned": not decided,
        },
    ]
    return steps[1:] if edition.is_sealed else steps
