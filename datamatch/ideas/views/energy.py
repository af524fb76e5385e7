"""Giving energy to an idea, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.forms import EnergyForm
from datamatch.ideas.models import Idea
from datamatch.ideas.views.loading import idea_here
from datamatch.ideas.views.reading import about, energy_page
from datamatch.people.models import SignedIn
from datamatch.people.queries import photos_seen

PER_PAGE = 48


@require_POST
def energy(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Keep what somebody will do for an idea."""
    idea = idea_here(request, idea_id)
    kind = kind_asked(request)
    form = EnergyForm(request.POST, kind=kind)
    if not form.is_valid():
        return answer(request, idea, form)
    actions.give_energy(idea=idea, by=request.user, at=timezone.now(), kind=kind, **form.cleaned_data)
    return answer(request, idea)


@require_POST
def take_back(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Take back one kind of energy."""
    idea = idea_here(request, idea_id)
    actions.take_back_energy(idea=idea, by=request.user, kind=kind_asked(request), at=timezone.now())
    return answer(request, idea)


def givers(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show everybody who gave one kind of energy, once that may be known."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_see_energy(edition=idea.edition, by=request.user))
    kind = kind_named(request.GET.get("kind", EnergyKind.SUPPORT))
    page = Paginator(queries.energy_of(idea).filter(kind=kind), PER_PAGE).get_page(request.GET.get("page"))
    photos = photos_seen((energy.person for energy in page), to=request.user)
    shown = {"idea": idea, "kind": kind, "page": page, "photos": photos, "query": f"kind={kind}"}
    return render(request, "ideas/givers.html", shown)


def kind_asked(request: SignedIn) -> EnergyKind:
    """Return the kind of energy this form is about."""
    return kind_named(request.POST.get("kind", ""))


def kind_named(word: str) -> EnergyKind:
    """Return the kind of energy with this name."""
    try:
        return EnergyKind(word)
    except ValueError as unknown:
        raise Http404 from unknown


def answer(request: SignedIn, idea: Idea, wrong: EnergyForm | None = None) -> HttpResponse:
    """Answer with the part about energy (htmx), or with the page it stands on."""
    status = 422 if wrong else 200
    if request.htmx:  # type: ignore[attr-defined]
        page = energy_page(idea, reader=request.user, bound=wrong)
        return render(request, "ideas/_energy.html", page | {"heard": True}, status=status)
    if wrong:
        return render(request, "ideas/idea.html", about(idea, reader=request.user, bound=wrong), status=status)
    messages.success(request, _("Your energy is noted."))
    return redirect(f"{idea.get_absolute_url()}#energy")
