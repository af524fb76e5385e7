"""Why close calls are not compared: not opened, not closed, not by this person, not these two; None when they are."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import CLOSE_CALLS, COMPARERS, Preference
from datamatch.screening.models import Comparing
from datamatch.screening.queries.comparing import OwnPairs, Pair
from datamatch.screening.rules.decisions import why_not_see_decision, why_not_see_ranking
from datamatch.screening.rules.reviews import why_not_manage, why_not_review_in
from datamatch.screening.rules.settling import why_not_settle


def why_not_open_comparing(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not let the close calls be compared now, or None when they may."""
    if reason := why_not_settle(edition=edition, by=by):
        return reason
    if queries.is_comparing(edition):
        return _("The close calls are being compared already.")
    if queries.latest_calibration(edition) is None:
        return _("Calculate the ranking first.")
    if len(queries.standings_to_compare(edition)) < CLOSE_CALLS:
        return _("Fewer than %(count)s ideas are to be discussed. Talk about them together.") % {"count": CLOSE_CALLS}
    if queries.comparers_in(edition).count() < COMPARERS:
        told = _("It takes %(count)s screeners, so that nobody can tell from the outcome who said what.")
        return told % {"count": COMPARERS}
    return None


def why_not_close_comparing(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not end the comparing now, or None when they may."""
    if reason := why_not_manage(edition=edition, by=by):
        return reason
    return None if queries.is_comparing(edition) else _("No close calls are being compared now.")


def why_not_see_compared(*, edition: Edition, by: Person, idea: Idea | None = None) -> str | None:
    """Return why this person does not see what came out, or None: who sees the ranking does, once it is closed.

    Of one idea who decides about it does too. Who still compares must not be led by what others said.
    """
    seen = why_not_see_decision(idea=idea, by=by) if idea else why_not_see_ranking(edition=edition, by=by)
    if seen:
        return seen
    return _("You see what comes out when the comparing is closed.") if queries.is_comparing(edition) else None


def why_not_see_comparing(*, edition: Edition, by: Person) -> str | None:
    """Return why this person has no page to compare on, or None: screeners have."""
    if Duty.SCREENER not in duties_of(by, edition):
        return _("Only screeners compare close calls.")
    return None


def why_not_compare_now(*, comparing: Comparing | None, edition: Edition, by: Person) -> str | None:
    """Return why this person cannot compare close calls now, or None when they can."""
    if reason := why_not_see_comparing(edition=edition, by=by):
        return reason
    if comparing is None:
        return why_not_review_in(edition=edition) or _("There are no close calls to compare.")
    return None if queries.is_comparing(edition) else _("The comparing of close calls is closed.")


def why_not_compare(*, comparing: Comparing, pair: Pair, own: OwnPairs, preference: str, by: Person) -> str | None:
    """Return why this person may not say this of these two ideas, or None when they may; never which tie it is."""
    if reason := why_not_compare_now(comparing=comparing, edition=comparing.edition, by=by):
        return reason
    if preference not in Preference.values:
        return _("Choose one of the four answers.")
    if pair in own.done:
        return _("You compared these two already. Take your last answer back if you want to change it.")
    if pair not in own.open:
        return _("These two are not yours to compare.")
    if not own.left:
        told = ngettext(
            "You compared the pair we asked of you.", "You compared all %(count)s pairs we asked of you.", own.asked
        )
        return told % {"count": own.asked}
    return None


def why_not_take_back_comparison(*, comparing: Comparing, by: Person) -> str | None:
    """Return why this person may not take their last answer back, or None when they may."""
    if reason := why_not_compare_now(comparing=comparing, edition=comparing.edition, by=by):
        return reason
    return None if queries.comparisons_of(comparing, by).exists() else _("You gave no answer yet.")
