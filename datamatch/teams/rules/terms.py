"""Why a seat in a formed team cannot be renewed or stopped; None when it can."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.people.models import Person
from datamatch.people.queries import consented_hours
from datamatch.teams import queries
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member

AT_MOST = timedelta(weeks=26)


def why_not_own_term(*, member: Member, by: Person) -> str | None:
    """Return why this person has no say in how long this seat lasts, or None when they have."""
    if member.person_id != by.pk:
        return _("Only the person in the seat says how long they stay.")
    if member.team.state != TeamState.FORMED or member.until_on is None:
        return _("This team has not begun. Answer the question that was asked of you.")
    if member.team.idea.edition.stage == Stage.CLOSED:
        return _("This edition is closed.")
    if member.state == MemberState.LEFT:
        return _("Your seat in this team has ended. The lead or the programme manager can ask you again.")
    if member.state != MemberState.ACCEPTED:
        return _("You did not say yes to this team.")
    return None


def why_not_renew(*, member: Member, by: Person, today: date) -> str | None:
    """Return why this seat cannot be renewed now, or None when it can: in its last three weeks."""
    if (reason := why_not_own_term(member=member, by=by)) is not None or member.until_on is None:
        return reason
    if today < member.until_on - queries.RENEW_WITHIN:
        return _("You can renew from %(day)s.") % {"day": day_in_words(member.until_on - queries.RENEW_WITHIN)}
    granted = consented_hours(member.person)
    if granted is not None and granted < member.hours_per_week:
        words = _(
            "Your line manager agreed to %(granted)s hours a week, and this seat takes %(hours)s. Ask again first."
        )
        return words % {"granted": granted, "hours": member.hours_per_week}
    return None


def why_not_stay_until(*, member: Member, until_on: date) -> str | None:
    """Return why this cannot be the new last day of a seat, or None when it can."""
    if member.until_on is None or member.until_on < until_on <= member.until_on + AT_MOST:
        return None
    words = _("Choose a day after %(day)s, at most half a year later.")
    return words % {"day": day_in_words(member.until_on)}


def why_not_stop_on(*, member: Member, last_on: date, today: date) -> str | None:
    """Return why somebody cannot stop on this day, or None when they can: from today to the last day of the seat."""
    if member.until_on is None or today <= last_on <= member.until_on:
        return None
    words = _("Choose a day from today to %(day)s.")
    return words % {"day": day_in_words(member.until_on)}


def day_in_words(day: date) -> str:
    """Return a day in the reader's language."""
    return date_format(day, "j F Y")
