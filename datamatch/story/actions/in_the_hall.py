"""The audience of pitch day: its page behind a code, and its vote by phone."""

from django.utils.translation import gettext as _

from datamatch.jury import actions as jury
from datamatch.jury.models import Hall
from datamatch.jury.queries import Guest, hall_of, pitches_in, turnout_in
from datamatch.story.actions.journey import Journey

# Of every so many people one is in the room; of those, every so many signs in.
IN_THE_ROOM, WITH_ACCOUNT = 4, 3
# The people of the story write Dutch, as in its files.
ASKED = "Wat heb je van ons nodig om morgen met “{idea}” te beginnen?"


def open_hall(journey: Journey) -> None:
    """Give the audience its page."""
    jury.open_hall(edition=journey.edition, by=journey.manager, at=journey.clock.tick())


def ask_about(journey: Journey, idea: str) -> None:
    """Let somebody ask about the first pitch what others want to know too, and have it answered on stage."""
    hall = hall_of(journey.edition)
    if hall is None or hall.questions.exists():
        return
    text = ASKED.format(idea=idea)[:280]
    question = jury.ask(hall=hall, guest=Guest("phone 1"), text=text, at=journey.clock.tick())
    jury.show_question(question=question, by=journey.manager, at=journey.clock.tick())
    at = journey.clock.tick()
    for number in range(2, 9):
        jury.want(question=question, guest=Guest(f"phone {number}"), at=at)
    jury.answer_question(question=question, by=journey.manager, at=journey.clock.tick())


def hear_hall(journey: Journey) -> None:
    """Let whoever is in the room vote for the pitch they like best, and count."""
    hall = hall_of(journey.edition)
    if hall is None:
        return
    jury.open_vote(hall=hall, by=journey.manager, at=journey.clock.tick())
    vote(journey, hall)
    jury.close_vote(hall=hall, by=journey.manager, at=journey.clock.tick())
    journey.tell(_("%(votes)s people in the audience voted") % {"votes": turnout_in(hall).votes})


def vote(journey: Journey, hall: Hall) -> None:
    """Let some vote with an account and others on a phone without one, all within a minute."""
    by_row = {journey.row_of(pitch.idea): pitch for pitch in pitches_in(journey.edition)}
    at = journey.clock.tick()
    for number, email in enumerate(sorted(journey.people)[::IN_THE_ROOM]):
        person = journey.people[email] if number % WITH_ACCOUNT == 0 else None
        best = journey.world.order(sorted(by_row), email)[0]
        jury.vote(hall=hall, guest=Guest(f"phone {number}", person), pitch=by_row[best], at=at)
