"""Words that stand for the same."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions import actions, queries, rules
from datamatch.editions.forms import SynonymForm
from datamatch.editions.models import Synonym
from datamatch.editions.views.loading import edition_of_manager
from datamatch.people.models import SignedIn

PER_PAGE = 50


def synonyms(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show which words stand for the same in a programme, and add a pair."""
    edition = edition_of_manager(request, edition_slug)
    form = SynonymForm(request.POST or None)
    if form.is_valid():
        if why_not := rules.why_not_add_synonym(edition=edition, by=request.user, **form.cleaned_data):
            form.add_error(None, why_not)
        else:
            actions.add_synonym(edition=edition, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Kept: searching knows these words as the same now."))
            return redirect("editions:synonyms", edition_slug=edition.slug)
    pairs = Paginator(queries.synonyms_of(edition.programme), PER_PAGE).get_page(request.GET.get("page"))
    page = {"edition": edition, "form": form, "page": pairs, "query": ""}
    return render(request, "editions/synonyms.html", page, status=422 if form.is_bound else 200)


@require_POST
def remove_synonym(request: SignedIn, edition_slug: str, synonym_id: UUID) -> HttpResponse:
    """Take a pair off the list."""
    edition = edition_of_manager(request, edition_slug)
    pair = get_object_or_404(Synonym, programme=edition.programme_id, public_id=synonym_id)
    actions.remove_synonym(synonym=pair, edition=edition, by=request.user, at=timezone.now())
    messages.success(request, _("This pair is off the list."))
    return redirect("editions:synonyms", edition_slug=edition.slug)
