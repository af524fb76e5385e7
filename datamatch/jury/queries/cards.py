"""Reads about scorecards: each juror sees their own, the minutes see only means."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Avg, QuerySet

from datamatch.editions.models import Criterion, Edition
from datamatch.jury.models import CardScore, Pitch, Scorecard
from datamatch.people.models import Person


@dataclass(frozen=True)
class CriterionMean:
    """The mean of the jury on one criterion, in points from 1 to 5."""

    criterion: Criterion
    mean: float


def cards_of(pitch: Pitch) -> QuerySet[Scorecard]:
    """Return the scorecards of one pitch."""
    return pitch.cards.select_related("juror").order_by("given_at", "pk")


def card_of(pitch: Pitch, juror: Person) -> Scorecard | None:
    """Return the card of this juror for this pitch, or None when they gave none."""
    return Scorecard.objects.filter(pitch=pitch, juror=juror).first()


def scores_on(card: Scorecard) -> dict[str, int]:
    """Return the scores on a card by the slug of the criterion."""
    return dict(card.scores.values_list("criterion__slug", "value"))


def cards_done(edition: Edition, juror: Person) -> set[int]:
    """Return the row numbers of the pitches for which this juror gave a card."""
    cards = Scorecard.objects.filter(pitch__idea__edition=edition, juror=juror, is_complete=True)
    return set(cards.values_list("pitch", flat=True))


def means_in(edition: Edition) -> dict[int, list[CriterionMean]]:
    """Return per pitch (row number) the mean of the jury on each criterion, in the order of the form."""
    criteria = {criterion.pk: criterion for criterion in edition.criteria.all()}
    complete = CardScore.objects.filter(card__pitch__idea__edition=edition, card__is_complete=True)
    scores = complete.order_by("criterion__position", "criterion")
    means: dict[int, list[CriterionMean]] = defaultdict(list)
    for row in scores.values("card__pitch", "criterion").annotate(mean=Avg("value")):
        criterion = criteria[row["criterion"]]
        means[row["card__pitch"]].append(CriterionMean(criterion, criterion.points(row["mean"])))
    return means


def own_means(edition: Edition, juror: Person) -> dict[int, float]:
    """Return per pitch (row number) the weighted mean of this juror's own card, in points."""
    criteria = {criterion.pk: criterion for criterion in edition.criteria.all()}
    own = CardScore.objects.filter(card__pitch__idea__edition=edition, card__juror=juror)
    scores = own.filter(card__is_complete=True)
    sums: dict[int, float] = defaultdict(float)
    weights: dict[int, int] = defaultdict(int)
    for pitch, value, pk in scores.values_list("card__pitch", "value", "criterion"):
        sums[pitch] += criteria[pk].points(value) * criteria[pk].weight
        weights[pitch] += criteria[pk].weight
    return {pitch: sums[pitch] / weights[pitch] for pitch in sums}


@dataclass(frozen=True)
class CardMean:
    """One juror's complete card as one number: the weighted mean of its criteria, in points from 1 to 5."""

    idea_id: int
    juror_id: int
    mean: float


def cards_by_juror(edition: Edition) -> list[CardMean]:
    """Return every complete card of the jury as one number, in an order that does not depend on the database."""
    criteria = {criterion.pk: criterion for criterion in edition.criteria.all()}
    complete = CardScore.objects.filter(card__pitch__idea__edition=edition, card__is_complete=True)
    sums: dict[tuple[int, int], float] = defaultdict(float)
    weights: dict[tuple[int, int], int] = defaultdict(int)
    rows = complete.order_by("card__pitch__idea__number", "card__pitch__idea", "card__juror", "criterion")
    for idea, juror, value, pk in rows.values_list("card__pitch__idea", "card__juror", "value", "criterion"):
        sums[idea, juror] += criteria[pk].points(value) * criteria[pk].weight
        weights[idea, juror] += criteria[pk].weight
    return [CardMean(*key, sums[key] / weights[key]) for key in sums]
