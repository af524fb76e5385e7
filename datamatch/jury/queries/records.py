"""The records of an outcome (uitslagrecords): what a stranger needs to make it again, and no name.

`alias` gives the pseudonym of a person; rows stand in an order that tells nothing about who or when.
"""

from collections.abc import Callable
from typing import Any

from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea
from datamatch.jury.models import BallotBox, BallotRank
from datamatch.jury.queries.ballots import box_of, verdict_of
from datamatch.jury.queries.pitches import pitches_in
from datamatch.jury.queries.plans import plans_of
from datamatch.jury.queries.results import result_of
from datamatch.screening.enums import WEIGHT
from datamatch.screening.queries import counting_reviews, latest_calibration

Alias = Callable[[str, int], str]
Row = dict[str, Any]


def edition_record(edition: Edition) -> Row:
    """Return the plan of an edition as far as the outcome rests on it."""
    return {
        "edition": edition.slug,
        "shortlist_size": edition.shortlist_size,
        "chosen_count": edition.chosen_count,
        "means_euros": edition.means_euros,
        "means_hours": edition.means_hours,
        "criteria": [
            {"criterion": criterion.slug, "weight": criterion.weight, "top": criterion.top}
            for criterion in edition.criteria.all()
        ],
    }


def ranking_records(edition: Edition) -> tuple[Row, list[Row]]:
    """Return the last calculation of the ranking, and where it put each idea; nothing where there was none."""
    calibration = latest_calibration(edition)
    if calibration is None:
        return {}, []
    standings = calibration.standings.select_related("idea").order_by("place")
    rows = [
        {
            "place": one.place,
            "idea": one.idea.number,
            "score": round(one.score, 6),
            "chance": round(one.chance, 6),
            "reviews": one.review_count,
        }
        for one in standings
    ]
    kept = {key: calibration.variances.get(key, 0.0) for key in ("idea", "screener", "rest")}
    return {"seed": calibration.seed, "reviews": calibration.review_count, "variances": kept}, rows


def review_records(edition: Edition, alias: Alias) -> list[Row]:
    """Return each score of each review that counts: of which idea, by whom under a pseudonym, on what, how high."""
    reviews = counting_reviews(edition).select_related("assignment__idea").prefetch_related("scores__criterion")
    rows = [
        {
            "idea": review.assignment.idea.number,
            "screener": alias("screener", review.assignment.screener_id),
            "weight": WEIGHT[review.confidence],
            "criterion": score.criterion.slug,
            "score": score.value,
        }
        for review in reviews
        for score in review.scores.all()
    ]
    return sorted(rows, key=lambda row: (row["idea"], row["screener"], row["criterion"]))


def plan_records(edition: Edition) -> list[Row]:
    """Return what each pitched idea takes: euros, and hours over all its weeks."""
    ideas = [pitch.idea for pitch in pitches_in(edition)]
    rows = [
        {"idea": plan.idea.number, "euros": plan.euros, "weeks": plan.weeks, "hours_per_week": plan.hours_per_week}
        for plan in plans_of(ideas)
    ]
    return sorted(rows, key=lambda row: row["idea"])


def ballot_records(box: BallotBox, alias: Alias) -> tuple[list[Row], list[Row]]:
    """Return ballots by name under a pseudonym; of a secret box only its sums, as they were kept.

    :returns: rows of ballots and rows of sums; one of both is empty
    """
    if box.secret:
        pairs = box.pairs.values_list("above__idea__number", "below__idea__number", "count")
        lines = box.lines.values_list("pitch__idea__number", "above", "below")
        sums = [{"kind": "pair", "idea": one, "other": two, "above": n, "below": ""} for one, two, n in pairs]
        sums += [{"kind": "line", "idea": one, "other": "", "above": up, "below": down} for one, up, down in lines]
        return [], sorted(sums, key=lambda row: (row["kind"], row["idea"], row["other"] or 0))
    ranks = BallotRank.objects.filter(ballot__box=box)
    found = ranks.values_list("ballot__juror", "ballot__approved", "rank", "pitch__idea__number")
    rows = [
        {"ballot": alias("ballot", juror), "rank": rank, "idea": idea, "above_line": int(rank <= approved)}
        for juror, approved, rank, idea in found
    ]
    return sorted(rows, key=lambda row: (row["ballot"], row["rank"])), []


def outcome_record(edition: Edition) -> Row:
    """Return what came out: the count of the ballots, what they propose, and what the jury chose.

    Places in the count are positions in `pitches`, as the draw between equals knows them.
    """
    box, verdict = box_of(edition), verdict_of(edition)
    result = result_of(box) if box else None
    if box is None or verdict is None or result is None:
        return {}
    number = {str(pitch.public_id): pitch.idea.number for pitch in pitches_in(edition)}
    told = box.outcome
    pitches = [number[public_id] for public_id in told["pitches"]]
    plans = {plan.idea.pk: plan for plan in plans_of(list(verdict.chosen.all()))}
    return {
        "pitches": pitches,
        "order": [pitches[at] for at in told["order"]],
        "seed": told["seed"],
        "secret": box.secret,
        "quorum": box.quorum,
        "pass_share": box.pass_share,
        "jurors": told["jurors"],
        "ballots": told["ballots"],
        "proposal": numbers_of(result.proposal),
        "chosen": numbers_of(list(verdict.chosen.all())),
        "departs": verdict.departs,
        "euros": sum(plan.euros for plan in plans.values()),
        "hours": sum(plan.hours for plan in plans.values()),
    }


def numbers_of(ideas: list[Idea]) -> list[int]:
    """Return the numbers of ideas, lowest first."""
    return sorted(idea.number or 0 for idea in ideas)
