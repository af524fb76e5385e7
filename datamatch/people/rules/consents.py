"""Why a line manager cannot be asked, or cannot answer; None when they can."""

from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from datamatch.people import queries
from datamatch.people.enums import ConsentState
from datamatch.people.models import HoursConsent, LineManager, Person

MOST_A_DAY, MOST_TO_ONE_ADDRESS = 3, 20
ASK_AGAIN_AFTER_NO = timedelta(days=14)
A_DAY = timedelta(days=1)


def _day(moment: datetime) -> str:
    """Return a moment as a day in the reader's language."""
    return date_format(localtime(moment), "j F")


def why_not_ask_line_manager(
    *, person: Person, email: str, hours_per_week: int, by: Person, at: datetime
) -> str | None:
    """Return why this line manager cannot be asked for these hours now, or None when they can."""
    if by.pk != person.pk:
        return _("Only the person themselves asks their line manager.")
    if not person.is_active:
        return _("This account is closed.")
    if not 1 <= hours_per_week <= 40:
        return _("A week has at most 40 hours to give.")
    return (
        _why_not_this_address(person, email)
        or _why_asked_before(person, email, hours_per_week, at)
        or _why_too_often(person, email, at)
    )


def _why_not_this_address(person: Person, email: str) -> str | None:
    """Return why this address is not that of a line manager, or None when it may be."""
    if email in queries.addresses_of(person):
        return _("This is your own address. Name that of your line manager.")
    if queries.domains().exists() and queries.domain_of(email) is None:
        return _("This address is not at your organisation.")
    return None


def _why_asked_before(person: Person, email: str, hours: int, at: datetime) -> str | None:
    """Return what was asked or answered before that makes this question needless, or None."""
    if queries.open_question_of(person) is not None:
        return _("Your question is still open. Take it back first if you want to ask something else.")
    standing = queries.standing_of(person)
    if standing is None:
        return None
    if standing.hours_granted and standing.hours_granted >= hours:
        return _("Your line manager agreed to %(hours)s hours already.") % {"hours": standing.hours_granted}
    same = standing.line_manager is not None and standing.line_manager.email == email and hours >= standing.hours_asked
    again_at = (standing.answered_at or at) + ASK_AGAIN_AFTER_NO
    if same and at < again_at:
        words = _("Your line manager answered this. Ask for fewer hours, or ask again from %(day)s.")
        return words % {"day": _day(again_at)}
    return None


def _why_too_often(person: Person, email: str, at: datetime) -> str | None:
    """Return that enough was asked for one day, or None."""
    if queries.asked_by_since(person, at - A_DAY) >= MOST_A_DAY:
        return _("You asked three times today. Talk to each other first, and try again tomorrow.")
    if queries.asked_of_since(email, at - A_DAY) >= MOST_TO_ONE_ADDRESS:
        return _("This address got many questions today. Try again tomorrow.")
    return None


def why_not_take_back(*, consent: HoursConsent, by: Person) -> str | None:
    """Return why a question or an answer cannot be taken back, or None when it can."""
    if by.pk != consent.person_id:
        return _("Only the person themselves takes this back.")
    if not (consent.is_open or consent.stands):
        return _("This no longer stands.")
    return None


def why_not_answer_consent(*, consent: HoursConsent, at: datetime) -> str | None:
    """Return why whoever holds the link cannot answer now, or change what they answered; None when they can."""
    if consent.state == ConsentState.WITHDRAWN:
        return _("This question was taken back. Nothing is asked of you.")
    if consent.state == ConsentState.EXPIRED or (consent.is_open and at >= consent.answer_until):
        return _("The time to answer is over. If it still matters, you will be asked again.")
    if consent.stands and at >= consent.change_until:
        words = _("Your answer can no longer be changed since %(day)s. Talk to %(name)s, who can take it back.")
        return words % {"day": _day(consent.change_until), "name": consent.person.name}
    return None


def why_not_this_answer(*, consent: HoursConsent, state: str, hours: int | None, reason: str) -> str | None:
    """Return what is wrong with an answer, or None when nothing is."""
    if state == ConsentState.FEWER and not 1 <= (hours or 0) < consent.hours_asked:
        return _("Give a number of hours from 1 to %(most)s.") % {"most": consent.hours_asked - 1}
    if state == ConsentState.REFUSED and not reason.strip():
        return _("Say in a few words why not.")
    if state not in {ConsentState.AGREED, ConsentState.FEWER, ConsentState.REFUSED}:
        return _("Choose yes, yes but fewer hours, or no.")
    return None


def why_not_see_overview(*, line_manager: LineManager | None, at: datetime) -> str | None:
    """Return why the link to an overview does not work, or None when it does."""
    if line_manager is None or line_manager.overview_until is None or at >= line_manager.overview_until:
        return _("This link no longer works. Ask for a new one from a question in your mailbox.")
    return None
