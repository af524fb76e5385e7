"""Heavy work of screening: the same actions as ever, outside the page that asks for them."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.foundation.jobs import Doing, every, job
from datamatch.people.models import Person
from datamatch.screening import actions


@every(days=1, at_hour=8)
def remind_screeners(at: datetime) -> int:
    """Remind screeners of the reviews they still have to give."""
    return actions.remind_screeners(at=at)


@job
def assign_reviews(doing: Doing) -> str:
    """Ask screeners for the reviews that are missing and say which could not be asked."""
    doing.tell(10, _("The reviews are being shared out."))
    assigned = actions.assign_reviews(edition=doing.about(Edition), by=doing.by(Person), at=doing.at)
    short = [f"{idea}: {reason}" for idea, reason in assigned.shortfall]
    if not assigned.count and not short:
        return _("Nothing was missing: every idea has its reviewers.")
    told = ngettext("%(count)s review was asked.", "%(count)s reviews were asked.", assigned.count)
    return "\n".join([told % {"count": assigned.count}, *short])


@job
def propose_reviews(doing: Doing) -> str:
    """Propose who gives the reviews that are missing and say which nobody could be found for."""
    doing.tell(10, _("The reviews are being shared out."))
    proposed = actions.propose_reviews(edition=doing.about(Edition), by=doing.by(Person), at=doing.at)
    short = [f"{idea}: {reason}" for idea, reason in proposed.shortfall]
    if not proposed.count and not short:
        return _("Nothing was missing: every idea has its reviewers.")
    told = ngettext("%(count)s review is proposed.", "%(count)s reviews are proposed.", proposed.count)
    return "\n".join([told % {"count": proposed.count}, *short])


@job
def calibrate(doing: Doing) -> str:
    """Calculate the ranking anew."""
    doing.tell(10, _("The ranking is being calculated."))
    actions.calibrate(edition=doing.about(Edition), by=doing.by(Person), at=doing.at)
    return _("The ranking is calculated.")


@job
def prepare_decisions(doing: Doing) -> str:
    """Prepare a decision with a reason for every idea."""
    doing.tell(10, _("The decisions are being prepared."))
    count = actions.prepare_decisions(edition=doing.about(Edition), by=doing.by(Person), at=doing.at)
    told = ngettext("%(count)s decision is prepared.", "%(count)s decisions are prepared.", count)
    return told % {"count": count}


@every(minutes=2)
def calibrate_changed(at: datetime) -> int:
    """Calculate the rankings anew whose reviews changed."""
    return actions.calibrate_changed(at=at)


@every(days=1, at_hour=4)
def forget_review_files(at: datetime) -> int:
    """Forget the files with reviews that nobody said yes to within a day."""
    return actions.forget_review_files(at=at)


@every(days=1, at_hour=4)
def forget_severities(at: datetime) -> int:
    """Forget how strict single screeners were, a year after an edition."""
    return actions.forget_severities(at=at)
