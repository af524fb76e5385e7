"""Decisions: what was decided, about which ideas, and what is still open."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from datamatch.editions.models import Criterion, Edition
from datamatch.ideas.enums import Lane
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.screening.enums import GIVEN_UP, Outcome, Round
from datamatch.screening.models import Confirmation, Decision, Standing
from datamatch.screening.queries.ranking import latest_calibration
from datamatch.screening.queries.words import CriterionWords, words_in


def decisions_in(edition: Edition, round: str) -> QuerySet[Decision]:
    """Return the decisions of one round about ideas that take part."""
    taken = Decision.objects.filter(round=round, idea__in=sent_ideas(edition))
    return taken.select_related("idea")


def decision_on(idea: Idea, round: str) -> Decision | None:
    """Return the decision about one idea in one round."""
    return Decision.objects.filter(idea=idea, round=round).first()


def shortlisted_ideas(edition: Edition) -> QuerySet[Idea]:
    """Return the ideas that go on to the pitch day."""
    return _decided(edition, Round.SHORTLIST)


def chosen_ideas(edition: Edition) -> QuerySet[Idea]:
    """Return the ideas the jury chose."""
    return _decided(edition, Round.VERDICT)


def _decided(edition: Edition, round: str) -> QuerySet[Idea]:
    """Return the ideas with a yes in this round whose makers did not give their place up, by number."""
    given_up = Confirmation.objects.filter(decision=OuterRef("pk"), answer__in=GIVEN_UP)
    yes = Decision.objects.filter(~Exists(given_up), idea=OuterRef("pk"), round=round, outcome=Outcome.YES)
    return sent_ideas(edition).filter(Exists(yes)).select_related("edition", "theme", "submitter").order_by("number")


def undecided_ideas(edition: Edition, round: str) -> QuerySet[Idea]:
    """Return the ideas that this round is about and that have no decision in it."""
    about = sent_ideas(edition) if round == Round.SHORTLIST else shortlisted_ideas(edition)
    return about.exclude(Exists(Decision.objects.filter(idea=OuterRef("pk"), round=round)))


@dataclass(frozen=True)
class Tally:
    """How many ideas go on, stand in reserve, do not go on, and wait for a decision."""

    yes: int
    reserve: int
    no: int
    undecided: int
    published: int
    departs: int


def tally_of(edition: Edition) -> Tally:
    """Return the decisions about the shortlist in numbers."""
    counted = (
        decisions_in(edition, Round.SHORTLIST)
        .order_by()
        .aggregate(
            **{outcome.value: Count("pk", filter=Q(outcome=outcome)) for outcome in Outcome},
            published=Count("pk", filter=Q(published_at__isnull=False)),
            departs=Count("pk", filter=Q(departs=True)),
        )
    )
    return Tally(undecided=undecided_ideas(edition, Round.SHORTLIST).count(), **counted)


@dataclass(frozen=True)
class Line:
    """One idea on the page of decisions: what is decided, where the ranking puts it, what stands out.

    `lane` stands beside these and counts for none of them; the page adds it.
    """

    idea: Idea
    decision: Decision | None
    standing: Standing | None
    words: Sequence[CriterionWords] = ()
    lane: Lane | None = None

    @property
    def strongest(self) -> Criterion | None:
        """Return the criterion on which it does best, or None when none stands out."""
        return next((word.criterion for word in self.words if word.strongest), None)

    @property
    def weakest(self) -> Criterion | None:
        """Return the criterion on which there is most to win, or None when none stands out."""
        return next((word.criterion for word in self.words if word.weakest), None)


def lines_in(edition: Edition, outcome: str = "") -> list[Line]:
    """Return every idea with its decision, best place first, ideas without a place last; `outcome` narrows it."""
    calibration = latest_calibration(edition)
    standings = {s.idea_id: s for s in Standing.objects.filter(calibration=calibration)} if calibration else {}
    decisions = {decision.idea_id: decision for decision in decisions_in(edition, Round.SHORTLIST)}
    ideas = sent_ideas(edition).select_related("theme").order_by(F("number"))
    words = words_in(edition)
    lines = [Line(i, decisions.get(i.pk), standings.get(i.pk), words.get(i.pk, ())) for i in ideas]
    wanted = [line for line in lines if not outcome or (line.decision and line.decision.outcome == outcome)]
    return sorted(wanted, key=lambda line: line.standing.place if line.standing else len(lines) + 1)
