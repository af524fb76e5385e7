"""A pitch day that goes on now: one pitch is done, the next is on stage, and the others are still to come."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from datamatch.editions.enums import Duty
from datamatch.editions.queries import appointed
from datamatch.jury import actions as jury
from datamatch.jury.models import Hall
from datamatch.jury.queries import Guest, pitches_in
from datamatch.story.actions.journey import Journey
from datamatch.story.actions.matching import match
from datamatch.story.actions.pitching import fill_cards, make_ready, present
from datamatch.story.actions.screening import screen

BEGAN = timedelta(minutes=40)
PASS_SHARE = 50


def pitch_halfway(journey: Journey, said: Mapping[str, Any], now: datetime) -> None:
    """Hold the first pitch and call the second on stage; the juror who can sign in still has that card to fill in."""
    edition, by = journey.edition, journey.manager
    screen(journey)
    match(journey)
    began = now - BEGAN
    make_ready(journey, starts_at=began.replace(minute=began.minute // 15 * 15, second=0, microsecond=0))
    at = journey.clock.tick()
    jury.choose_rules(edition=edition, secret=False, quorum=edition.quorum, pass_share=PASS_SHARE, by=by, at=at)
    journey.clock.wait_for(began)
    first, second = pitches_in(edition)[:2]
    present(journey, first)
    second = jury.call_on_stage(pitch=second, by=by, at=journey.clock.tick())
    others = [juror for juror in appointed(edition, Duty.JUROR) if juror.email != said["juror"]]
    fill_cards(journey, second, others[::2])
    ask_more(journey, said["questions"])


def ask_more(journey: Journey, questions: list[str]) -> None:
    """Let two people in the hall ask something about the pitch on stage; the manager has not looked yet."""
    hall = Hall.objects.get(edition=journey.edition)
    for number, text in enumerate(questions):
        jury.ask(hall=hall, guest=Guest(f"beside {number}"), text=text, at=journey.clock.tick())
