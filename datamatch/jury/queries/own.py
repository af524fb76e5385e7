"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale, rows
from datamatch.jury.models import CardScore, Hall, Recusal, Scorecard
from datamatch.jury.queries.hall import Guest
from datamatch.jury.queries.questions import questions_asked_by
from datamatch.people.models import Person


def own_cards(person: Person) -> Tale:
    """Return the scorecards this person filled in, and the pitches they stepped out for; ballots stay secret."""
    cards = Scorecard.objects.filter(juror=person)
    scores = CardScore.objects.filter(card__juror=person)
    asked = [one for hall in Hall.objects.all() for one in questions_asked_by(hall, Guest("", person))]
    return {
        "questions from the hall": [{"text": one.text, "state": one.state, "asked_at": one.asked_at} for one in asked],
        "scorecards": rows(cards.values("pitch__idea__title", "note", "given_at", "is_complete")),
        "scores on cards": rows(scores.values("card__pitch__idea__title", "criterion__slug", "value")),
        "stepped out": rows(Recusal.objects.filter(juror=person).values("pitch__idea__title")),
    }
