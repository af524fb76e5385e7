"""Reviews as a file: take it along, fill it in, bring it back, look at what was read, and say yes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.foundation.tables import as_book
from datamatch.foundation.tables.writing import EXCEL
from datamatch.people.models import SignedIn
from datamatch.screening import actions, queries, rules
from datamatch.screening.forms import ReviewFileForm

SHOWN_FAULTS = 100


def offline(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Offer the file, and take it back filled in; every fault is named, and then nothing changes."""
    edition = edition_of_screener(request, edition_slug)
    sent = request.method == "POST"
    given = (request.POST, request.FILES) if sent else ()
    form = ReviewFileForm(*given, edition=edition, screener=request.user)
    if sent and form.is_valid():
        actions.keep_review_file(edition=edition, lines=form.lines, by=request.user, at=timezone.now())
        return redirect("screening:look_offline", edition_slug=edition.slug)
    shown = {
        "edition": edition,
        "form": form,
        "faults": form.faults[:SHOWN_FAULTS],
        "fault_count": len(form.faults),
        "share": queries.share_of(request.user, edition),
        "waits": queries.review_file_of(request.user, edition),
    }
    return render(request, "screening/offline.html", shown, status=422 if form.errors else 200)


def offline_form(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Hand out the file with the reviews that are asked of this screener."""
    edition = edition_of_screener(request, edition_slug)
    content = as_book(queries.offline_sheets(request.user, edition), lists=_("Choices"))
    answer = HttpResponse(content, content_type=EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="{edition.slug}-{_("reviews")}.xlsx"'
    return answer


def look_offline(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show what was read beside what stands on the site, and keep it."""
    edition = edition_of_screener(request, edition_slug)
    file = queries.review_file_of(request.user, edition)
    if file is None:
        return redirect("screening:offline", edition_slug=edition.slug)
    now = timezone.now()
    if request.method == "POST":
        wanted = request.POST.getlist("wanted")
        taken, kept = actions.take_reviews(file=file, wanted=wanted, by=request.user, at=now)
        tell(request, taken, kept)
        return redirect("screening:ending", edition_slug=edition.slug)
    lines = queries.offline_lines(file)
    shown = {
        "edition": edition,
        "clashing": [line for line in lines if line.clashes],
        "plain": [line for line in lines if not line.clashes],
        "why_not_take": rules.why_not_take_reviews(file=file, by=request.user, at=now),
    }
    return render(request, "screening/look_offline.html", shown)


def tell(request: SignedIn, taken: int, kept: int) -> None:
    """Say how many reviews were kept, and how many stayed as they were on the site."""
    words = ngettext("%(count)s review from your file is kept.", "%(count)s reviews from your file are kept.", taken)
    messages.success(request, words % {"count": taken})
    if kept:
        words = ngettext("%(count)s review stays as it is here.", "%(count)s reviews stay as they are here.", kept)
        messages.info(request, words % {"count": kept})


def edition_of_screener(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition of this page. :raises Refused: nothing is asked of the reader, or not now"""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_review_offline(edition=edition, by=request.user))
    return edition
