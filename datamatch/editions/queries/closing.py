"""Until when a call is open, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition, Extension

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
WEEK = 7 * DAY


@dataclass(frozen=True)
class Until:
    """Until when a call is open, how little time that is, and why it was extended."""

    words: str
    is_soon: bool = False
    why_extended: str = ""


def call_until(edition: Edition, *, at: datetime) -> Until | None:
    """Return until when the call is open; None when it is not open, or nobody said until when."""
    if edition.stage != Stage.CALL or not edition.call_closes_on:
        return None
    closes_at = edition.call_closes_at
    extension = latest_extension(edition)
    why = extension.reason if extension else ""
    if closes_at is None:
        day = date_format(edition.call_closes_on, "j F")
        return Until(_("Open until somebody closes it; planned on %(day)s.") % {"day": day}, why_extended=why)
    if closes_at <= at:
        return None
    words = {"left": time_left(closes_at - at), "moment": moment_in_words(closes_at, at=at)}
    return Until(_("%(left)s left, until %(moment)s") % words, closes_at - at < 2 * DAY, why)


def latest_extension(edition: Edition) -> Extension | None:
    """Return the last time the call was extended."""
    return edition.extensions.first()


def time_left(span: timedelta) -> str:
    """Return how long something is, in whole days, hours or minutes; never more than it is."""
    if span >= DAY:
        return ngettext("%(number)d day", "%(number)d days", span // DAY) % {"number": span // DAY}
    if span >= HOUR:
        return ngettext("%(number)d hour", "%(number)d hours", span // HOUR) % {"number": span // HOUR}
    minutes = max(span // MINUTE, 1)
    return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}


def moment_in_words(moment: datetime, *, at: datetime) -> str:
    """Return a moment to come as people say it: today 17:00, friday 17:00, friday 3 April 17:00."""
    there, here = timezone.localtime(moment), timezone.localtime(at)
    hour, days = time_format(there, "H:i"), (there.date() - here.date()).days
    if days == 0:
        return _("today %(hour)s") % {"hour": hour}
    if days == 1:
        return _("tomorrow %(hour)s") % {"hour": hour}
    return _("%(day)s %(hour)s") % {"day": date_format(there, "l" if days < 7 else "l j F"), "hour": hour}
