"""Pages about letters: write, read, edit and send them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.design.polling import polled
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.foundation import jobs
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.rules import why_not_be_tried_again
from datamatch.people.models import SignedIn
from datamatch.post import actions, queries, rules
from datamatch.post.forms import BounceForm, LetterForm
from datamatch.post.models import Letter
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.queries import Heard, heard_on, ideas_with_words_to_mend
from datamatch.screening.rules import why_not_read_opinions

PAGE = 50
WRITE = {
    Round.SHORTLIST: "datamatch.post.tasks.write_shortlist_letters",
    Round.VERDICT: "datamatch.post.tasks.write_verdict_letters",
}


def letters(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the letters of one round, who is covered, and what can be done."""
    edition, round_ = addressed(request, edition_slug)
    writing = jobs.latest(WRITE[round_], edition)
    if answer := polled(request, writing):
        return answer
    page: Page[Any] = Paginator(queries.letters_in(edition, round_), PAGE).get_page(request.GET.get("page"))
    page.object_list = queries.with_last_leg(page.object_list)
    shown = {
        "edition": edition,
        "round": round_,
        "writing": writing,
        "query": f"round={round_}",
        "rounds": Round.choices if edition.has_come(Stage.PITCHING) else [],
        "coverage": queries.coverage_of(edition, round_),
        "page": page,
        "undelivered": queries.undelivered_in(edition, round_),
        "to_mend": ideas_with_words_to_mend(edition, to=request.user) if round_ == Round.SHORTLIST else set(),
        "live": (rules.why_not_now(edition=edition, round=round_) or rules.why_all_sent(edition=edition, round=round_))
        is None,
        "why_not_write": rules.why_not_write(edition=edition, round=round_, by=request.user),
        "why_not_send": rules.why_not_send(edition=edition, round=round_, by=request.user),
    }
    return render(request, "post/letters.html", shown)


@require_POST
def write(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the job that writes every letter that can be written."""
    edition, round_ = addressed(request, edition_slug)
    refuse_if(rules.why_not_write(edition=edition, round=round_, by=request.user))
    jobs.ask(WRITE[round_], edition, by=request.user, at=timezone.now())
    return redirect(address_of(edition, round_))


def send(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask whether it is certain, then publish the decisions and send every letter."""
    edition, round_ = addressed(request, edition_slug)
    if request.method == "POST":
        count = actions.send_letters(edition=edition, round=round_, by=request.user, at=timezone.now())
        told = ngettext("%(count)s letter is on its way.", "%(count)s letters are on their way.", count)
        messages.success(request, told % {"count": count})
        return redirect(address_of(edition, round_))
    shown = {
        "edition": edition,
        "round": round_,
        "coverage": queries.coverage_of(edition, round_),
        "why_not_send": rules.why_not_send(edition=edition, round=round_, by=request.user),
    }
    return render(request, "post/send.html", shown)


def letter(request: SignedIn, letter_id: UUID) -> HttpResponse:
    """Show a letter to its reader, or to a manager, who may still edit it."""
    found = Letter.objects.select_related("decision__idea__edition__programme", "to")
    shown_letter = get_object_or_404(found, public_id=letter_id)
    edition = shown_letter.decision.idea.edition
    stand(request, edition=edition)
    refuse_if(rules.why_not_read(letter=shown_letter, by=request.user))
    why_not_edit = rules.why_not_edit(letter=shown_letter, by=request.user)
    words = {"subject": shown_letter.subject, "body": shown_letter.body}
    form = LetterForm(request.POST if request.method == "POST" else None, initial=words)
    if request.method == "POST":
        refuse_if(why_not_edit)
        if form.is_valid():
            actions.edit_letter(letter=shown_letter, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("The letter is kept."))
            return redirect(address_of(edition, shown_letter.decision.round))
    shown = {
        "letter": shown_letter,
        "edition": edition,
        "form": form,
        "back": address_of(edition, shown_letter.decision.round),
        "why_not_edit": why_not_edit,
        "corrections": list(shown_letter.corrections.all()) if shown_letter.sent_at else [],
        **(travelled(request, shown_letter) if shown_letter.sent_at else {}),
        "may_try_again": shown_letter.outcome == Outcome.NO
        and why_not_be_tried_again(idea=shown_letter.decision.idea, by=request.user) is None,
        "remarks": to_mend(request, shown_letter) if why_not_edit is None else [],
        "for_manager": rules.why_not_see_letters(edition=edition, by=request.user) is None,
    }
    return render(request, "post/letter.html", shown, status=422 if form.errors else 200)


def to_mend(request: SignedIn, shown_letter: Letter) -> list[Heard]:
    """Return the words of reviewers in this letter over which their colleagues stumbled."""
    idea = shown_letter.decision.idea
    if shown_letter.decision.round != Round.SHORTLIST or why_not_read_opinions(idea=idea, by=request.user):
        return []
    return [heard for heard in heard_on(idea, to=request.user) if heard.now.asks_care and heard.remark]


def travelled(request: SignedIn, shown_letter: Letter) -> dict[str, Any]:
    """Return how a sent letter travelled, and what can be done about it."""
    legs = queries.legs_of_letter(shown_letter)
    return {
        "legs": legs,
        "undelivered": queries.is_undelivered(legs),
        "why_not_again": rules.why_not_send_again(letter=shown_letter, by=request.user),
        "bounce_form": BounceForm(),
    }


def addressed(request: SignedIn, edition_slug: str) -> tuple[Edition, Round]:
    """Return the edition and round of this address. :raises Refused: the reader is no manager"""
    edition = get_object_or_404(Edition.objects.select_related("programme"), slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_letters(edition=edition, by=request.user))
    asked = request.GET.get("round", "")
    return edition, Round(asked) if asked in Round.values else queries.current_round(edition)


def address_of(edition: Edition, round_: str) -> str:
    """Return the page with the letters of one round."""
    return reverse("post:letters", args=[edition.slug]) + f"?round={round_}"
