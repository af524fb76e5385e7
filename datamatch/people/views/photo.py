"""Photos: my own, and those that others let me see."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.pictures import DRAWN_AS, MOST_BYTES
from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries
from datamatch.people.forms import PhotoForm
from datamatch.people.models import Person, SignedIn


def my_photo(request: SignedIn) -> HttpResponse:
    """Show my photo, and keep the one I choose."""
    posted = request.method == "POST"
    form = PhotoForm(request.POST, request.FILES) if posted else PhotoForm()
    if posted and form.is_valid():
        try:
            content = form.cleaned_data["photo"].read(MOST_BYTES + 1)
            actions.keep_photo(person=request.user, by=request.user, content=content, at=timezone.now())
        except Refused as refused:
            form.add_error("photo", refused.reason)
        else:
            messages.success(request, _("Your photo is kept."))
            return redirect("people:my_photo")
    page = {"form": form, "has_photo": queries.has_photo(request.user)}
    return render(request, "people/my_photo.html", page, status=422 if posted else 200)


@require_POST
def remove_photo(request: SignedIn) -> HttpResponse:
    """Take my photo away."""
    actions.remove_photo(person=request.user, by=request.user, at=timezone.now())
    messages.success(request, _("Your photo is gone."))
    return redirect("people:my_photo")


def photo(request: SignedIn, person_id: UUID) -> HttpResponse:
    """Send the photo of somebody, when this reader may see it; one that is hidden looks like none."""
    person = get_object_or_404(Person, public_id=person_id)
    found = queries.photo_of(person, to=queries.reader_of(request.user))
    if found is None:
        raise Http404
    headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(found.picture), content_type=DRAWN_AS, headers=headers)
