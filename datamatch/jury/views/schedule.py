"""The plan of pitch day: the running order with its times, its clashes and its doors, and who is away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import actions, queries, rules, weighing
from datamatch.jury.forms import AbsenceForm
from datamatch.jury.models import Absence
from datamatch.people.models import SignedIn
from datamatch.screening.queries import shortlisted_ideas


@require_http_methods(["GET", "POST"])
def schedule(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the plan, and move a pitch up or down (POST)."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_see_schedule(edition=edition, by=request.user))
    if request.method == "POST":
        identity, _colon, way = request.POST.get("move", "").partition(":")
        by_id = {str(pitch.public_id): pitch for pitch in queries.pitches_in(edition)}
        if identity in by_id:
            actions.move_pitch(pitch=by_id[identity], way=way, by=request.user, at=timezone.now())
        return redirect("jury:schedule", edition_slug=edition.slug)
    return _page(request, edition, AbsenceForm(people=queries.needed_on(edition, shortlisted_ideas(edition))))


@require_POST
def note_absence(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Note who is away; what is wrong comes back as it was typed."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_plan_pitches(edition=edition, by=request.user))
    form = AbsenceForm(request.POST, people=queries.needed_on(edition, shortlisted_ideas(edition)))
    if form.is_valid():
        given = {"edition": edition, "by": request.user, **form.cleaned_data}
        if (reason := rules.why_not_note_absence(**given)) is None:
            actions.note_absence(at=timezone.now(), **given)
            messages.success(request, _("Noted. Plan again to go around it."))
            return redirect("jury:schedule", edition_slug=edition.slug)
        form.add_error("ends_at", reason)
    return _page(request, edition, form, code=422)


@require_POST
def remove_absence(request: SignedIn, absence_id: UUID) -> HttpResponse:
    """Forget that somebody is away."""
    absence = get_object_or_404(Absence.objects.select_related("edition"), public_id=absence_id)
    slug = absence.edition.slug
    actions.remove_absence(absence=absence, by=request.user, at=timezone.now())
    return redirect("jury:schedule", edition_slug=slug)


@require_POST
def tell_times(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Mail everybody who does not know yet when and where they are needed."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    mails = actions.tell_times(edition=edition, by=request.user, at=timezone.now())
    said = ngettext("%(count)s mail goes out.", "%(count)s mails go out.", mails) % {"count": mails}
    messages.success(request, said)
    return redirect("jury:schedule", edition_slug=edition.slug)


def _page(request: SignedIn, edition: Edition, form: AbsenceForm, code: int = 200) -> HttpResponse:
    """Return the plan with this form on it."""
    stand(request, edition=edition)
    pitches = list(queries.pitches_in(edition))
    clashes, to_tell = queries.clashes_in(edition, pitches), queries.times_to_tell(edition)
    context = {
        "edition": edition,
        "form": form,
        "why_not_plan": rules.why_not_plan_pitches(edition=edition, by=request.user),
        "rows": [(pitch, clashes.get(pitch.pk, [])) for pitch in pitches],
        "to_tell": len({one.person.pk for one in to_tell}),
        "why_not_tell": rules.why_not_tell_times(edition=edition, by=request.user, to_tell=to_tell),
        "has_rooms": any(pitch.room for pitch in pitches),
        "items": [
            {"id": str(one.public_id), "label": one.idea.title, "text": f"{timezone.localtime(one.starts_at):%H:%M}"}
            for one in pitches
        ],
        "compared": weighing.compared(edition=edition, pitches=pitches) if pitches else None,
        "absences": list(queries.absences_in(edition)),
    }
    return render(request, "jury/schedule.html", context, status=code)
