"""What screeners say of each other's reviews: the page on which they do, and what stands on the page of a review."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person, SignedIn
from datamatch.screening import actions, queries, rules
from datamatch.screening.forms import OpinionForm
from datamatch.screening.models import Assignment, Opinion, Review


def opinion(request: SignedIn, review_id: UUID) -> HttpResponse:
    """Show what another gave, and take what I find of it."""
    review = another(request, review_id)
    said = queries.opinion_of(request.user, review)
    why_not = rules.why_not_opine(review=review, by=request.user)
    form = OpinionForm(request.POST if request.method == "POST" else None, review=review, by=request.user, said=said)
    if request.method == "POST":
        refuse_if(why_not)
        if form.is_valid():
            actions.give_opinion(review=review, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Kept, without your name. You may change it or take it back."))
            return to_own(request.user, review)
    shown = {
        "review": review,
        "idea": review.assignment.idea,
        "mine": queries.own_assignment(review.assignment.idea, request.user),
        "said": said,
        "form": form,
        "why_not": why_not,
        "why_not_take_back": rules.why_not_take_back_opinion(opinion=said, by=request.user) if said else None,
    }
    return render(request, "screening/opinion.html", shown, status=422 if form.errors else 200)


@require_POST
def take_back(request: SignedIn, review_id: UUID) -> HttpResponse:
    """Take back what I said of a review."""
    review = another(request, review_id)
    said = get_object_or_404(
        Opinion.objects.select_related("review__assignment__idea__edition"), review=review, by=request.user
    )
    actions.take_back_opinion(opinion=said, by=request.user, at=timezone.now())
    messages.success(request, _("Taken back. Nothing of it is left."))
    return to_own(request.user, review)


def another(request: SignedIn, review_id: UUID) -> Review:
    """Return the review of another that this reader may read. :raises Refused: they may not"""
    found = Review.objects.select_related("assignment__idea__edition").prefetch_related("scores__criterion")
    review = get_object_or_404(found, public_id=review_id)
    refuse_if(rules.why_not_see_other(review=review, by=request.user))
    stand(request, edition=review.assignment.idea.edition)
    return review


def to_own(person: Person, review: Review) -> HttpResponseRedirect:
    """Lead back to the own review of the same idea."""
    mine = queries.own_assignment(review.assignment.idea, person)
    assert mine is not None  # noqa: S101 - without it the page was refused
    return redirect("screening:review", assignment_id=mine.public_id)


def said_between(assignment: Assignment, me: Person) -> dict[str, Any]:
    """Return what others gave, what I said of that, and what is said of what I gave."""
    why_not_others = rules.why_not_see_others(assignment=assignment, by=me)
    if why_not_others:
        return {"others": [], "why_not_others": why_not_others}
    others = list(queries.others_with_mine(assignment))
    why_not_hear = rules.why_not_hear(assignment=assignment, by=me)
    review = None if why_not_hear else queries.review_of(assignment)
    return {
        "others": others,
        "why_not_opine": rules.why_not_opine_on(idea=assignment.idea, by=me) if others else None,
        "why_not_hear": why_not_hear if others else None,
        "heard": queries.heard_of(review) if review else None,
    }


def heard_in(me: Person, edition: Edition) -> set[int]:
    """Return the row numbers of my assignments of whose review I read what colleagues say."""
    return queries.heard_in(me, edition) if queries.ground_rules_of(edition).shows_reviews else set()
