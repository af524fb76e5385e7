"""Who sees whose name when."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.editions import actions, rules
from datamatch.editions.forms import NamesForm
from datamatch.editions.views.loading import edition_to_read
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn


def names(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show when screeners, makers and fellow screeners learn each other's names, and keep what is chosen."""
    edition = edition_to_read(request, edition_slug)
    why_not = rules.why_not_set_names(edition=edition, by=request.user)
    form = NamesForm(request.POST or None, initial=model_to_dict(edition, NamesForm.base_fields))
    if request.method == "POST":
        refuse_if(why_not)
        if form.is_valid():
            actions.set_names(edition=edition, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Kept: who sees whose name."))
            return redirect("editions:names", edition_slug=edition.slug)
    chosen = [(form[name].label, words(getattr(edition, name))) for name, words in NamesForm.choices_of.items()]
    page = {"edition": edition, "form": form, "why_not": why_not, "chosen": chosen}
    return render(request, "editions/names.html", page, status=422 if form.errors else 200)
