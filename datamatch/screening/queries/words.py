"""What the reviews say in words: per criterion, and the remarks; never who said it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Avg, QuerySet

from datamatch.editions.models import Criterion, Edition
from datamatch.ideas.models import Idea
from datamatch.screening.models import Review, Score
from datamatch.screening.queries.assignments import counting_reviews, reviews_of


@dataclass(frozen=True)
class CriterionWords:
    """How one idea does on one criterion: the mean on the 1-5 scale and whether it stands out within the idea."""

    criterion: Criterion
    mean: float
    strongest: bool
    weakest: bool


def words_on(idea: Idea) -> list[CriterionWords]:
    """Return how one idea does per criterion, in the order of the form; empty without reviews."""
    return _words(list(idea.edition.criteria.all()), _means(reviews_of(idea)).get(idea.pk, {}))


def words_in(edition: Edition) -> dict[int, list[CriterionWords]]:
    """Return the same for every idea of an edition, by the row number of the idea."""
    criteria = list(edition.criteria.all())
    return {idea: _words(criteria, means) for idea, means in _means(counting_reviews(edition)).items()}


def _means(reviews: QuerySet[Review]) -> dict[int, dict[int, float]]:
    """Return per idea and criterion (row numbers) the mean of the numbers that were chosen."""
    scored = Score.objects.filter(review__in=reviews.order_by()).order_by()
    means: dict[int, dict[int, float]] = defaultdict(dict)
    for row in scored.values("review__assignment__idea", "criterion").annotate(mean=Avg("value")):
        means[row["review__assignment__idea"]][row["criterion"]] = row["mean"]
    return means


def _words(criteria: Sequence[Criterion], means: Mapping[int, float]) -> list[CriterionWords]:
    """Return the words in the order of the form; of equal ones the first stands out, and none when all are equal."""
    known = [criterion for criterion in criteria if criterion.pk in means]
    if not known:
        return []
    points = {criterion.pk: criterion.points(means[criterion.pk]) for criterion in known}
    best = max(known, key=lambda criterion: points[criterion.pk])
    least = min(known, key=lambda criterion: points[criterion.pk])
    differ = points[best.pk] > points[least.pk]
    return [CriterionWords(c, points[c.pk], differ and c == best, differ and c == least) for c in known]


def remarks_on(idea: Idea) -> list[str]:
    """Return what the screeners of one idea want its makers to read, as they wrote it."""
    return list(reviews_of(idea).exclude(remark="").values_list("remark", flat=True))


def remarks_in(edition: Edition) -> dict[int, list[str]]:
    """Return the remarks of a whole edition by the row number of the idea."""
    told = counting_reviews(edition).exclude(remark="")
    remarks: dict[int, list[str]] = defaultdict(list)
    for idea, remark in told.order_by("given_at", "pk").values_list("assignment__idea_id", "remark"):
        remarks[idea].append(remark)
    return remarks
