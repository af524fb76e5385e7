"""An edition in the middle of its screening: some reviews are in, the others wait."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from datamatch.ideas.actions import find_doubles, redact_idea
from datamatch.ideas.queries import words_now
from datamatch.screening.actions import (
    ask_back,
    ask_proposed,
    calibrate,
    declare_conflict,
    give_opinion,
    propose_reviews,
    set_ground_rules,
)
from datamatch.screening.enums import AssignmentState, Tie
from datamatch.screening.models import Assignment, Review
from datamatch.story.actions.journey import Journey
from datamatch.story.actions.screening import close_call, give_reviews

HEADER = 1


def screen_halfway(journey: Journey, said: Mapping[str, Any], now: datetime) -> None:
    """Share the reviews out and give those that were due before yesterday; a question and a tie stand open.

    Screeners read each other after their own review, and say what they find of one.
    """
    edition, by = journey.edition, journey.manager
    set_ground_rules(edition=edition, minded=list(Tie), shows_reviews=True, by=by, at=journey.clock.tick())
    close_call(journey)
    find_doubles(edition=edition, by=by, at=journey.clock.tick(), tell=lambda _percent, _words: None)
    black_out(journey, said)
    propose_reviews(edition=edition, by=by, at=journey.clock.tick())
    ask_proposed(edition=edition, by=by, at=journey.clock.tick())
    question(journey, said)
    name_tie(journey, said)
    give_reviews(journey, until=now.date() - timedelta(days=2))
    journey.clock.go_to(now.date() - timedelta(days=1))
    say_of_each_other(journey, said["opinions"])
    calibrate(edition=edition, by=by, at=journey.clock.tick())


def black_out(journey: Journey, said: Mapping[str, Any]) -> None:
    """Take away from one idea the words that tell which unit it is from."""
    idea, field = journey.ideas[said["redacted"] + HEADER], said["field"]
    words = words_now(idea)
    words[field] = words[field].replace(said["original"], said["copy"])
    redact_idea(idea=idea, words=words, held_back=[], by=journey.manager, at=journey.clock.tick())


def question(journey: Journey, said: Mapping[str, Any]) -> None:
    """Let the first screener of an idea ask its makers something and wait for the answer."""
    assignment = readers_of(journey, said["question_about"])[0]
    words, by = said["question"], assignment.screener
    ask_back(assignment=assignment, question=words, waits=True, by=by, at=journey.clock.tick())


def name_tie(journey: Journey, said: Mapping[str, Any]) -> None:
    """Let the last screener of an idea say that they are tied to it, so that their review goes back."""
    assignment = readers_of(journey, said["tied_to"])[-1]
    by, reason = assignment.screener, said["tie"]
    declare_conflict(idea=assignment.idea, by=by, reason=reason, at=journey.clock.tick())


def say_of_each_other(journey: Journey, said: Sequence[Mapping[str, Any]]) -> None:
    """Let those who read the first idea with enough reviews in say what they find of the first one."""
    reviews = first_read_by_all(journey)
    for mine, opinion in zip(reviews[1:], said, strict=False):
        give_opinion(review=reviews[0], **opinion, by=mine.assignment.screener, at=journey.clock.tick())


def first_read_by_all(journey: Journey) -> list[Review]:
    """Return the reviews of the first idea of which all are in and the first has words; nothing when there is none."""
    given = Review.objects.filter(assignment__idea__edition=journey.edition, assignment__state=AssignmentState.DONE)
    of: dict[int, list[Review]] = {}
    for review in given.select_related("assignment__idea", "assignment__screener").order_by("assignment_id"):
        of.setdefault(review.assignment.idea_id, []).append(review)
    wanted = journey.edition.reviews_per_idea
    return next((reviews for reviews in of.values() if len(reviews) == wanted and reviews[0].remark), [])


def readers_of(journey: Journey, row: int) -> list[Assignment]:
    """Return who reads an idea, by its row in the file without the header."""
    asked = Assignment.objects.filter(idea=journey.ideas[row + HEADER]).select_related("idea", "screener")
    return list(asked.order_by("pk"))
