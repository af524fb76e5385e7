"""One case: reading it, publishing it, taking it up."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.cases import actions, queries, rules
from datamatch.cases.forms import ReuseForm
from datamatch.cases.models import Case
from datamatch.cases.views.loading import find
from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person, SignedIn
from datamatch.projects import queries as projects


def case(request: SignedIn, case_slug: str) -> HttpResponse:
    """Show one case, its result first."""
    shown = find(case_slug)
    refuse_if(rules.why_not_see(case=shown, by=request.user))
    stand(request, edition=shown.project.idea.edition, idea=shown.project.idea)
    return render(request, "cases/case.html", page_of(shown, by=request.user, form=ReuseForm()))


def page_of(case: Case, *, by: Person, form: ReuseForm) -> dict[str, Any]:
    """Return everything the page of a case shows to this person."""
    edition = queries.open_call(to=by)
    return {
        "case": case,
        "effort": queries.effort_of(case),
        "members": projects.team_members_of(case.project),
        "reuses": queries.reused_in(case),
        "call": edition,
        "form": form,
        "may_change": rules.why_not_change(case=case, by=by) is None,
        "why_not_reuse": rules.why_not_reuse(case=case, edition=edition, by=by, at=timezone.now()),
    }


@require_POST
def publish(request: SignedIn, case_slug: str) -> HttpResponse:
    """Put a case in the library."""
    published = find(case_slug)
    actions.publish_case(case=published, by=request.user, at=timezone.now())
    messages.success(request, _("The case is in the library. Everyone behind the idea gets a mail."))
    return redirect(published)


@require_POST
def reuse(request: SignedIn, case_slug: str) -> HttpResponse:
    """Start a draft idea that builds on this case and go and write it."""
    used, call, at = find(case_slug), queries.open_call(to=request.user), timezone.now()
    refuse_if(rules.why_not_reuse(case=used, edition=call, by=request.user, at=at))
    form = ReuseForm(request.POST)
    if not form.is_valid():
        stand(request, edition=used.project.idea.edition, idea=used.project.idea)
        return render(request, "cases/case.html", page_of(used, by=request.user, form=form), status=422)
    edition = cast(Edition, call)  # the rule above refuses when no call is open
    idea = actions.start_idea_from(case=used, edition=edition, by=request.user, at=at, **form.cleaned_data)
    messages.success(request, _("Your draft builds on this case. Make it yours."))
    return redirect("ideas:change", idea_id=idea.public_id)
