"""Who could help with an idea, asking them, and answering when you are asked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules, weighing
from datamatch.ideas.enums import AskAnswer, EnergyKind
from datamatch.ideas.forms import EnergyForm
from datamatch.ideas.models import Ask
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import Person, SignedIn

PER_PAGE = 20


def helpers(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show who could help with an idea and why, and what was answered."""
    idea = idea_here(request, idea_id)
    now = timezone.now()
    page = {
        "idea": idea,
        "found": weighing.helpers_of(idea, by=request.user, on=timezone.localdate(now)),
        "asked": queries.asked_for(idea),
        "asks": queries.asks_seen(idea, by=request.user),
        "why_not_ask": rules.why_not_ask_for_help(idea=idea, by=request.user, at=now),
    }
    return render(request, "ideas/helpers.html", page)


@require_POST
def ask_for_help(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Ask one person."""
    idea = idea_here(request, idea_id)
    person = get_object_or_404(Person, public_id=uuid_of(request.POST.get("person", "")))
    actions.ask_for_help(idea=idea, person=person, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s gets a short mail, and answers here.") % {"name": person.name})
    return redirect("ideas:helpers", idea.public_id)


def uuid_of(written: str) -> UUID | None:
    """Return the identity that was sent, or None when it is none."""
    try:
        return UUID(written)
    except ValueError:
        return None


def asks(request: SignedIn) -> HttpResponse:
    """Show what I was asked."""
    found = queries.asks_to(request.user)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [{"ask": ask, "asker": queries.asker_shown(ask, to=request.user)} for ask in page]
    return render(request, "ideas/asks.html", {"page": page, "rows": rows})


def ask(request: SignedIn, ask_id: UUID) -> HttpResponse:
    """Show a question that I was asked, and keep my answer."""
    asked = get_object_or_404(Ask.objects.select_related("idea__edition", "idea__theme", "asked_by"), public_id=ask_id)
    refuse_if(rules.why_not_see_ask(ask=asked, by=request.user))
    stand(request, edition=asked.idea.edition, idea=asked.idea)
    if request.method == "POST":
        return keep_answer(request, asked)
    return show_ask(request, asked)


def keep_answer(request: SignedIn, asked: Ask) -> HttpResponse:
    """Keep an answer: joining and advising are a yes."""
    said = request.POST.get("answer", "")
    form = EnergyForm(request.POST, kind=EnergyKind.JOIN)
    if said == EnergyKind.JOIN and not form.is_valid():
        return show_ask(request, asked, form=form)
    words = {name: form.cleaned_data[name] for name in ("role", "hours_per_week")} if said == EnergyKind.JOIN else {}
    answer = AskAnswer.YES if said in rules.YES else said
    actions.answer_ask(ask=asked, by=request.user, answer=answer, at=timezone.now(), kind=said, **words)
    messages.success(request, _("Thank you. Who asked you knows your answer now."))
    return redirect("ideas:ask", asked.public_id)


def show_ask(request: SignedIn, asked: Ask, *, form: EnergyForm | None = None) -> HttpResponse:
    """Show the question, with the form to be mended if there is one."""
    profile = getattr(request.user, "profile", None)
    page: dict[str, Any] = {
        "ask": asked,
        "idea": asked.idea,
        "asker": queries.asker_shown(asked, to=request.user),
        "form": form or EnergyForm(kind=EnergyKind.JOIN, initial={"role": profile.discipline if profile else ""}),
        "why_not_yes": rules.why_not_answer_ask(ask=asked, by=request.user, answer=AskAnswer.YES),
        "own": queries.is_author(asked.idea, request.user),
    }
    return render(request, "ideas/ask.html", page, status=422 if form else 200)
