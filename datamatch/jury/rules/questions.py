"""Why a question may not be asked, wanted too, shown, hidden or answered."""

from django.utils.translation import gettext as _

from datamatch.jury import queries
from datamatch.jury.enums import QuestionState
from datamatch.jury.models import Hall, HallQuestion
from datamatch.jury.rules.hall import why_not_take_part
from datamatch.jury.rules.stage import why_not_run
from datamatch.people.models import Person

MOST_WAITING = 3


def why_not_ask(*, hall: Hall, guest: queries.Guest) -> str | None:
    """Return why this guest may not ask now, or None when they may."""
    if (reason := why_not_take_part(hall=hall, guest=guest)) is not None:
        return reason
    if queries.waiting_of(hall, guest) >= MOST_WAITING:
        return _("Three of your questions wait to be read. Ask more after that.")
    return None


def why_not_want(*, question: HallQuestion, guest: queries.Guest) -> str | None:
    """Return why this guest may not give a question a vote, or None when they may."""
    if (reason := why_not_take_part(hall=question.hall, guest=guest)) is not None:
        return reason
    if question.state != QuestionState.SHOWN:
        return _("This question is not open.")
    key = queries.key_of(guest, question.hall)
    if question.key == key:
        return _("This is your own question.")
    return _("You want to know this already.") if question.up_votes.filter(key=key).exists() else None


def why_not_moderate(*, question: HallQuestion, to: QuestionState, by: Person) -> str | None:
    """Return why a question cannot be shown, hidden or answered now, or None when it can."""
    if (reason := why_not_run(edition=question.hall.edition, by=by)) is not None:
        return reason
    if question.state == to:
        return _("That was done already.")
    if to == QuestionState.ANSWERED and question.state != QuestionState.SHOWN:
        return _("Show the question first.")
    return None


def why_not_because(*, why: str) -> str | None:
    """Return what is wrong with the word why a question is hidden, or None when it will do."""
    return None if why.strip() else _("Say in a word why. Only who asked reads it.")
