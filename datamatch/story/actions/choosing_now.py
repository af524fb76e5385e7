"""An edition whose shortlist is ready: the letters are written and wait for the manager who sends them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from datamatch.ideas.models import Idea
from datamatch.post.actions import edit_letter, write_letters
from datamatch.post.models import Letter
from datamatch.screening.actions import decide, name_deputy
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision, Standing
from datamatch.screening.queries import latest_calibration
from datamatch.story.actions.close_calls import compare_close_calls
from datamatch.story.actions.journey import Journey
from datamatch.story.actions.screening import choose, close_call, give_reviews, share_out
from datamatch.story.actions.screening_now import HEADER


def choose_halfway(journey: Journey, said: Mapping[str, Any], now: datetime) -> None:
    """Rank, compare the close calls, decide two ideas by hand with a motive, hand one over, and write the letters."""
    edition, by = journey.edition, journey.manager
    close_call(journey)
    share_out(journey)
    give_reviews(journey)
    journey.clock.go_to(now.date() - timedelta(days=1))
    choose(journey)
    compare_close_calls(journey)
    change_places(journey, said)
    hand_over(journey, said)
    write_letters(edition=edition, round=Round.SHORTLIST, by=by, at=journey.clock.tick())
    letter = Letter.objects.filter(decision__idea__edition=edition, outcome=Outcome.YES).order_by("pk")[0]
    body = letter.body.replace("\n\n", f"\n\n{GREETING}\n\n", 1)
    edit_letter(letter=letter, subject=letter.subject, body=body, by=by, at=journey.clock.tick())


GREETING = "We lazen je idee met plezier."


def change_places(journey: Journey, said: Mapping[str, Any]) -> None:
    """Let the last idea above the line and the first below it change places, and say why."""
    ranked = Standing.objects.filter(calibration=latest_calibration(journey.edition)).select_related("idea")
    ranked, last = ranked.order_by("place"), journey.plan.pitches
    above, below = ranked[last - 1].idea, ranked[last].idea
    for idea, outcome, reason in ((above, Outcome.RESERVE, reason_of(above)), (below, Outcome.YES, said["reason"])):
        decide(
            idea=idea, round=Round.SHORTLIST, outcome=outcome, reason=reason, motive=said["motive"],
            by=journey.manager, at=journey.clock.tick(),
        )  # fmt: skip


def reason_of(idea: Idea) -> str:
    """Return the reason that was prepared for the makers of an idea."""
    return Decision.objects.get(idea=idea, round=Round.SHORTLIST).reason


def hand_over(journey: Journey, said: Mapping[str, Any]) -> None:
    """Let the first director decide about the idea that comes from the unit of the manager."""
    idea = Idea.objects.get(pk=journey.ideas[said["deputy_for"] + HEADER].pk)
    person = journey.people[said["deputy"]]
    name_deputy(idea=idea, person=person, by=journey.manager, at=journey.clock.tick())
