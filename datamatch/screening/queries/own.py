"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale, rows
from datamatch.people.models import Person
from datamatch.screening.models import Assignment, Comparison, Review, Score


def own_reviews(person: Person) -> Tale:
    """Return what this person was asked to review, and the reviews, scores and comparisons they gave."""
    asked = Assignment.objects.filter(screener=person)
    reviews = Review.objects.filter(assignment__screener=person)
    scores = Score.objects.filter(review__assignment__screener=person)
    compared = Comparison.objects.filter(screener=person)
    return {
        "asked to review": rows(asked.values("idea__title", "state", "reason", "assigned_at")),
        "reviews": rows(reviews.values("assignment__idea__title", "confidence", "remark", "given_at")),
        "scores": rows(scores.values("review__assignment__idea__title", "criterion__slug", "value")),
        "comparisons": rows(compared.values("first__title", "second__title", "preference", "given_at")),
    }
