"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale, rows
from datamatch.jury.models import CardScore, Recusal, Scorecard
from datamatch.people.models import Person


def own_cards(person: Person) -> Tale:
    """Return the scorecards this person filled in, and the pitches they stepped out for; ballots stay secret."""
    cards = Scorecard.objects.filter(juror=person)
    scores = CardScore.objects.filter(card__juror=person)
    return {
        "scorecards": rows(cards.values("pitch__idea__title", "note", "given_at", "is_complete")),
        "scores on cards": rows(scores.values("card__pitch__idea__title", "criterion__slug", "value")),
        "stepped out": rows(Recusal.objects.filter(juror=person).values("pitch__idea__title")),
    }
