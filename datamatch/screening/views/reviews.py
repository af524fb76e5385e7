"""Pages for screeners: my reviews, one blind review, stepping back. They know no names, units or energy."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.queries import answers_shown, authors_of, knows_early
from datamatch.people.models import SignedIn
from datamatch.safeguards.rules import lanes_shown
from datamatch.screening import actions, queries, rules
from datamatch.screening.forms import ReviewForm, StepBackForm, filled
from datamatch.screening.models import Assignment
from datamatch.screening.queries import Share
from datamatch.screening.views.opinions import heard_in, said_between

PAGE, LONGEST = 50, 2000


def reviews(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the reviews asked of me, how far I am, and the next one."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    mine, share = queries.assignments_of(request.user, edition), queries.share_of(request.user, edition)
    shown = {
        "edition": edition,
        "page": Paginator(mine, PAGE).get_page(request.GET.get("page")),
        "share": share,
        "how_far": how_far(request, edition, share),
        "heard": heard_in(request.user, edition),
        "next": queries.next_assignment(request.user, edition),
        "pairs_left": queries.pairs_asked_of(request.user).get(edition, 0),
        "waiting": queries.waiting_count(request.user, edition),
        "due": queries.ground_rules_of(edition).reviews_due_on,
        "why_not_limit": rules.why_not_limit(edition=edition, screener=request.user, by=request.user),
        "why_not_now": rules.why_not_review_in(edition=edition),
        "sees_severity": rules.why_not_see_severity(edition=edition, by=request.user) is None,
    }
    return render(request, "screening/reviews.html", shown)


def review(request: SignedIn, assignment_id: UUID) -> HttpResponse:
    """Show one idea without its makers and take the review."""
    assignment = asked(request, assignment_id)
    why_not = rules.why_not_review(assignment=assignment, by=request.user)
    form = review_form(request, assignment)
    if request.method == "POST":
        refuse_if(why_not)
        if form.is_valid():
            return keep_review(request, assignment, form)
    shown = about(request, assignment) | {"form": form, "why_not": why_not}
    return render(request, "screening/review.html", shown, status=422 if form.errors else 200)


def about(request: SignedIn, assignment: Assignment) -> dict[str, Any]:
    """Return what stands around the form of a review."""
    idea, edition, me = assignment.idea, assignment.idea.edition, request.user
    share = queries.share_of(me, edition)
    why_not_fellows = rules.why_not_see_fellows(assignment=assignment, by=me)
    return {
        "assignment": assignment,
        "idea": idea,
        "answers": answers_shown(idea, to=me),
        "before": queries.before_of(idea),
        "lane": lanes_shown([idea], edition=edition, to=me).get(assignment.idea_id),
        "share": share,
        "how_far": how_far(request, edition, share),
        "draft": queries.draft_of(assignment),
        "questions": queries.questions_about(idea, to=me),
        **said_between(assignment, me),
        "makers": authors_of(idea) if knows_early(idea, me) else [],
        "fellows": [] if why_not_fellows else [name for name in queries.names_of_readers(idea) if name != me.name],
        "why_not_ask_back": rules.why_not_ask_back_now(assignment=assignment, by=me),
        "why_not_step_back": rules.why_not_step_back(assignment=assignment, by=me),
    }


def how_far(request: SignedIn, edition: Edition, share: Share) -> str:
    """Return how many reviews are given, and about how long the rest takes where that is known."""
    said = {"done": share.done, "asked": share.asked}
    minutes = queries.minutes_left(request.user, edition, share.left) if share.left else None
    if minutes is None:
        return _("%(done)s of %(asked)s") % said
    return _("%(done)s of %(asked)s, about %(minutes)s minutes to go") % (said | {"minutes": minutes})


def review_form(request: SignedIn, assignment: Assignment) -> ReviewForm:
    """Return the form of this edition, filled with an earlier review."""
    return ReviewForm(
        request.POST if request.method == "POST" else None,
        criteria=list(assignment.idea.edition.criteria.all()),
        screener=request.user,
        initial=filled(queries.review_of(assignment), queries.draft_of(assignment), assignment.note),
    )


def keep_review(request: SignedIn, assignment: Assignment, form: ReviewForm) -> HttpResponse:
    """Keep the review and go to the next idea, or to the end."""
    actions.give_review(
        assignment=assignment,
        by=request.user,
        at=timezone.now(),
        scores=form.scores,
        confidence=form.cleaned_data["confidence"],
        remark=form.cleaned_data["remark"],
        note=form.cleaned_data["note"],
    )
    messages.success(request, _("Your review is kept. You may change it until the screening closes."))
    following = queries.next_assignment(request.user, assignment.idea.edition)
    if following is None:
        return redirect("screening:ending", edition_slug=assignment.idea.edition.slug)
    return redirect("screening:review", assignment_id=following.public_id)


@require_POST
def keep_draft(request: SignedIn, assignment_id: UUID) -> HttpResponse:
    """Keep what is filled in so far, right or not; the page asks this by itself, or somebody presses the button."""
    assignment = asked(request, assignment_id)
    known = review_form(request, assignment).fields
    words = {name: request.POST[name][:LONGEST] for name in known if request.POST.get(name)}
    draft = actions.keep_draft(assignment=assignment, words=words, by=request.user, at=timezone.now())
    said = _("Saved at %(time)s") % {"time": date_format(timezone.localtime(draft.kept_at), "H:i")}
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"said": said})
    messages.success(request, said)
    return redirect("screening:review", assignment_id=assignment.public_id)


def step_back(request: SignedIn, assignment_id: UUID) -> HttpResponse:
    """Let a screener hand an idea back, with the reason."""
    assignment = asked(request, assignment_id)
    refuse_if(rules.why_not_step_back(assignment=assignment, by=request.user))
    form = StepBackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.step_back(assignment=assignment, by=request.user, at=timezone.now(), reason=form.cleaned_data["reason"])
        messages.success(request, _("You stepped back. Somebody else will be asked."))
        return redirect("screening:reviews", edition_slug=assignment.idea.edition.slug)
    shown = {"assignment": assignment, "idea": assignment.idea, "form": form}
    return render(request, "screening/step_back.html", shown, status=422 if form.errors else 200)


def asked(request: SignedIn, assignment_id: UUID) -> Assignment:
    """Return the assignment of this reader. :raises Refused: it was asked of somebody else"""
    found = Assignment.objects.select_related("idea__edition", "idea__theme", "idea__earlier__edition", "screener")
    assignment = get_object_or_404(found, public_id=assignment_id)
    refuse_if(rules.why_not_see_assignment(assignment=assignment, by=request.user))
    stand(request, edition=assignment.idea.edition)
    return assignment
