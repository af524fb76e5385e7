"""The trace of the choice: ideas, reviews, ranking, decisions, letters."""

from collections import Counter

from datamatch.editions.models import Edition, StageMove
from datamatch.ideas.models import Energy
from datamatch.post.models import Letter
from datamatch.screening.models import Decision, Review, Score
from datamatch.screening.queries import latest_calibration, standings_of
from datamatch.story.queries.names import Names, Told, ideas_in, moment, number


def told_edition(edition: Edition) -> Told:
    """Return the plan of an edition and the moments of its stages."""
    days = ("call_opens_on", "call_closes_on", "pitch_on", "delivery_starts_on", "datadag_on")
    moves = StageMove.objects.filter(edition=edition).order_by("pk")
    return {
        "name": edition.name,
        "stage": edition.stage,
        "plan": {day: getattr(edition, day).isoformat() for day in days if getattr(edition, day)}
        | {
            "delivery_weeks": edition.delivery_weeks,
            "reviews_per_idea": edition.reviews_per_idea,
            "shortlist_size": edition.shortlist_size,
            "chosen_count": edition.chosen_count,
        },
        "moves": [{"left": move.left, "entered": move.entered, "at": moment(move.at)} for move in moves],
    }


def told_ideas(edition: Edition, names: Names) -> list[Told]:
    """Return the ideas with the energy they got, by kind."""
    given: dict[int, Counter[str]] = {}
    for idea, kind in Energy.objects.filter(idea__edition=edition).values_list("idea", "kind"):
        given.setdefault(idea, Counter())[kind] += 1
    return [
        {
            "id": names[idea.pk],
            "title": idea.title,
            "theme": idea.theme.slug if idea.theme else None,
            "language": idea.language,
            "submitter": idea.submitter.email,
            "unit": idea.unit_name or None,
            "sent_at": moment(idea.sent_at),
            "energy": dict(sorted(given.get(idea.pk, Counter()).items())),
        }
        for idea in ideas_in(edition)
    ]


def told_reviews(edition: Edition, names: Names) -> list[Told]:
    """Return the reviews; a screener is S01, S02 ... and never a name.

    They are numbered by their drawn identity: the order of the people file would tell who they are.
    """
    reviews = Review.objects.filter(assignment__idea__edition=edition).select_related("assignment__screener")
    reviews = reviews.order_by("pk")
    screeners = sorted({(one.assignment.screener.public_id, one.assignment.screener_id) for one in reviews})
    shown = {pk: f"S{place:02d}" for place, (_drawn, pk) in enumerate(screeners, 1)}
    scores: dict[int, dict[str, int]] = {}
    for review_id, slug, value in Score.objects.filter(review__in=reviews).values_list(
        "review", "criterion__slug", "value"
    ):
        scores.setdefault(review_id, {})[slug] = value
    return [
        {
            "idea": names[review.assignment.idea_id],
            "screener": shown[review.assignment.screener_id],
            "scores": dict(sorted(scores[review.pk].items())),
            "confidence": review.confidence,
            "given_at": moment(review.given_at),
        }
        for review in reviews
    ]


def told_ranking(edition: Edition, names: Names) -> Told:
    """Return the ranking on which the decisions rest, with the chance of each idea to belong to the shortlist."""
    calibration = latest_calibration(edition)
    if calibration is None:
        return {"ideas": []}
    return {
        "seed": calibration.seed,
        "input_digest": calibration.input_digest,
        "reviews": calibration.review_count,
        "screeners": calibration.screener_count,
        "identifiable": calibration.identifiable,
        "claimed_overlap": number(calibration.claimed_overlap),
        "variances": {name: number(value) for name, value in sorted(calibration.variances.items())},
        "ideas": [
            {
                "idea": names[one.idea_id],
                "place": one.place,
                "raw_place": one.raw_place,
                "reviews": one.review_count,
                "raw": number(one.raw),
                "score": number(one.score),
                "low": number(one.low),
                "high": number(one.high),
                "chance": number(one.chance),
                "expected_rank": number(one.expected_rank),
                "zone": one.zone,
            }
            for one in standings_of(calibration)
        ],
    }


def told_decisions(edition: Edition, names: Names) -> list[Told]:
    """Return every decision with its reason, and how many letters told it."""
    decisions = Decision.objects.filter(idea__edition=edition).order_by("round", "idea__number")
    letters = Counter(
        Letter.objects.filter(decision__in=decisions, sent_at__isnull=False).values_list("decision", flat=True)
    )
    return [
        {
            "idea": names[one.idea_id],
            "round": one.round,
            "outcome": one.outcome,
            "reason": one.reason,
            "departs": one.departs,
            "published_at": moment(one.published_at),
            "letters": letters[one.pk],
        }
        for one in decisions
    ]
