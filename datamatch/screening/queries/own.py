"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale, rows
from datamatch.people.models import Person
from datamatch.screening.models import Assignment, Comparison, Opinion, Review, Score


def own_reviews(person: Person) -> Tale:
    """Return what this person was asked to review, what they gave, compared, and said of the reviews of others."""
    asked = Assignment.objects.filter(screener=person)
    reviews = Review.objects.filter(assignment__screener=person)
    scores = Score.objects.filter(review__assignment__screener=person)
    compared = Comparison.objects.filter(screener=person)
    said = Opinion.objects.filter(by=person).order_by("said_at", "pk")
    return {
        "asked to review": rows(asked.values("idea__title", "state", "reason", "assigned_at")),
        "reviews": rows(reviews.values("assignment__idea__title", "confidence", "remark", "given_at")),
        "scores": rows(scores.values("review__assignment__idea__title", "criterion__slug", "value")),
        "comparisons": rows(compared.values("first__title", "second__title", "preference", "given_at")),
        "opinions on reviews": rows(
            said.values("review__assignment__idea__title", "stance", "reason", "findings", "said_at")
        ),
    }
