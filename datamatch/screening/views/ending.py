"""The end for a screener: thanks, what happens now, and what may still change."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.people.models import SignedIn
from datamatch.screening import queries, rules
from datamatch.screening.queries import Share, day_in_words


def ending(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the end to who gave every review, and their reviews to who did not."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    share = queries.share_of(request.user, edition)
    if share.left or not share.asked:
        return redirect("screening:reviews", edition_slug=edition.slug)
    shown = {
        "edition": edition,
        "share": share,
        "steps": steps_after(edition, share),
        "sees_severity": rules.why_not_see_severity(edition=edition, by=request.user) is None,
    }
    return render(request, "screening/ending.html", shown)


def steps_after(edition: Edition, share: Share) -> list[dict[str, Any]]:
    """Return what was done, what is going on and what is still to come, each with its day where it is known."""
    is_open = rules.why_not_review_in(edition=edition) is None
    published = queries.tally_of(edition).published
    given = ngettext("You gave %(count)s review", "You gave all %(count)s reviews", share.done) % {"count": share.done}
    return [
        {"title": given, "state": "done"},
        {
            "title": _("You may still change a review") if is_open else _("The screening is closed"),
            "text": until_when(edition) if is_open else _("Your reviews stay as they are. You can still read them."),
            "state": "current" if is_open else "done",
        },
        {
            "title": _("People decide which ideas go on"),
            "text": _("They see a ranking that corrects for strict and mild screeners, and say why where they depart."),
            "state": "done" if published else "next",
        },
        {
            "title": _("Every maker gets a letter with reasons"),
            "text": _("What you wrote for the makers is in it word for word, without your name. Scores are not."),
            "state": "done" if published else "next",
        },
        {
            "title": _("The chosen ideas pitch before the jury"),
            "date": day_in_words(edition.pitch_on) if edition.pitch_on else "",
            "text": _("Then you read on the page of the edition which ideas those are."),
            "state": "done" if edition.has_come(Stage.DELIVERY) else "next",
        },
    ]


def until_when(edition: Edition) -> str:
    """Return until when a review may change."""
    due = queries.ground_rules_of(edition).reviews_due_on
    if due is None:
        return _("That is possible until the programme manager closes the screening.")
    told = _("We read the reviews on %(day)s. Until the screening closes, shortly after it, you may change one.")
    return told % {"day": day_in_words(due)}
