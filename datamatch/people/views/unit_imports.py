"""Reading in a file of units: choose it, look at what would change, say yes."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.foundation.tables.faults import Fault, FaultyFiles
from datamatch.people import actions, queries, rules
from datamatch.people.forms import UploadForm, read_units
from datamatch.people.models import SignedIn, UnitImport
from datamatch.people.queries.unit_lines import from_json

SHOWN_FAULTS, SHOWN_CHANGES = 50, 200


def import_units(request: SignedIn) -> HttpResponse:
    """Take a file, and show what it would change; a file with faults is named row by row and not kept."""
    refuse_if(rules.why_not_keep_units(by=request.user))
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    faults: tuple[Fault, ...] = ()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            lines = read_units(file.read(), name=file.name)
        except FaultyFiles as faulty:
            faults = faulty.faults
            form.add_error("file", _("Nothing was changed. Mend the file and try again."))
        else:
            return redirect(
                "people:unit_import", actions.read_in(lines=lines, by=request.user, at=timezone.now()).public_id
            )
    page = {
        "form": form,
        "faults": faults[:SHOWN_FAULTS],
        "more": max(0, len(faults) - SHOWN_FAULTS),
        "waiting": Paginator(queries.imports_waiting(), 10).get_page(1),
    }
    return render(request, "people/import_units.html", page, status=422 if form.errors else 200)


def unit_import(request: SignedIn, import_id: UUID) -> HttpResponse:
    """Show what a file that was read would change; nothing has changed yet."""
    refuse_if(rules.why_not_keep_units(by=request.user))
    kept = get_object_or_404(UnitImport, public_id=import_id)
    plan = queries.plan_of(from_json(kept.lines), day=timezone.localdate(), file=_("The file"))
    page = {
        "kept": kept,
        "plan": plan,
        "groups": [(deed, changes[:SHOWN_CHANGES], len(changes)) for deed, changes in plan.groups],
        "left": plan.kept[:SHOWN_CHANGES],
        "faults": plan.faults[:SHOWN_FAULTS],
        "more": max(0, len(plan.faults) - SHOWN_FAULTS),
        "why_not_import": rules.why_not_import(unit_import=kept, plan=plan, by=request.user)
        and _("Mend the file first."),
    }
    return render(request, "people/unit_import.html", page)


@require_POST
def confirm_import(request: SignedIn, import_id: UUID) -> HttpResponse:
    """Carry out a file that was read."""
    kept = get_object_or_404(UnitImport, public_id=import_id)
    plan = actions.confirm_import(unit_import=kept, by=request.user, at=timezone.now())
    count = len(plan.changes)
    words = ngettext("The units are read in: %(count)s change.", "The units are read in: %(count)s changes.", count)
    messages.success(request, words % {"count": count})
    return redirect("people:units")


@require_POST
def drop_import(request: SignedIn, import_id: UUID) -> HttpResponse:
    """Throw away a file that was read."""
    kept = get_object_or_404(UnitImport, public_id=import_id)
    actions.drop_import(unit_import=kept, by=request.user, at=timezone.now())
    messages.success(request, _("The file was thrown away. Nothing was changed."))
    return redirect("people:import_units")
