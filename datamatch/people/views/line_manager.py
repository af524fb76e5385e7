"""What a line manager sees without an account, by a signed link: one question, or who named them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries, rules
from datamatch.people.forms import ConsentAnswerForm
from datamatch.people.models import HoursConsent

PER_PAGE = 30
View = Callable[..., HttpResponse]


def by_link(view: View) -> View:
    """Let a page open without an account, be stored and found nowhere, and tell other sites nothing of its address."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        response = view(request, *args, **given)
        response["Cache-Control"] = "private, no-store"
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return login_not_required(answer)


@by_link
def consent_answer(request: HttpRequest, link: str) -> HttpResponse:
    """Show one question, and keep the answer; looking changes nothing."""
    asked, now = _asked(link), timezone.now()
    why_not = rules.why_not_answer_consent(consent=asked, at=now)
    form = ConsentAnswerForm(request.POST if request.method == "POST" else None, consent=asked)
    if form.is_valid() and not why_not:
        try:
            actions.answer_consent(consent=asked, at=now, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, _("Thank you. %(name)s gets your answer by mail.") % {"name": asked.person.name})
            return redirect("people:consent_answer", link=link)
    unit = queries.told_to_everyone(asked.person).get("unit")
    page = {"asked": asked, "form": form, "why_not": why_not, "link": link, "unit": unit}
    wrong = form.errors or (why_not and form.is_bound)
    return render(request, "people/consent_answer.html", page, status=422 if wrong else 200)


@by_link
@require_POST
def send_overview(request: HttpRequest, link: str) -> HttpResponse:
    """Mail the line manager who was asked a link to who named them."""
    actions.send_overview(consent=_asked(link), at=timezone.now())
    messages.success(request, _("The overview is on its way to the mailbox that got the question."))
    return redirect("people:consent_answer", link=link)


@by_link
def my_people(request: HttpRequest, link: str) -> HttpResponse:
    """Show a line manager who named them, for how many hours, and in which discipline."""
    line_manager = queries.line_manager_with_link(link)
    reason = rules.why_not_see_overview(line_manager=line_manager, at=timezone.now())
    if line_manager is None or reason:
        return render(request, "people/my_people.html", {"reason": reason}, status=410)
    people = queries.people_of(line_manager)
    shown = Paginator(people, PER_PAGE).get_page(request.GET.get("page"))
    page = {
        "reason": None,
        "line_manager": line_manager,
        "page": shown,
        "rows": [(consent, queries.told_to_everyone(consent.person).get("discipline_name")) for consent in shown],
        "hours": sum(consent.hours_granted or 0 for consent in people),
    }
    return render(request, "people/my_people.html", page)


def _asked(link: str) -> HoursConsent:
    """Return the question of a signed link. :raises Http404: nobody here signed it, or its account is closed"""
    asked = queries.consent_with_link(link)
    if asked is None or not asked.person.is_active:
        raise Http404
    return asked
