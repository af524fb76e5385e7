"""The files with an idea: adding, saving, taking off."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from datamatch.foundation.files import handed_out
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.forms import AttachmentForm
from datamatch.ideas.models import Attachment
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


def attachments(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show the files with an idea to its authors, and keep a new one; what was typed stays when a file is refused."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_detach(idea=idea, by=request.user))
    form = AttachmentForm(request.POST, request.FILES) if request.method == "POST" else AttachmentForm()
    if form.is_bound and form.is_valid():
        actions.attach_file(idea=idea, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Your file is added."))
        return redirect("ideas:attachments", idea.public_id)
    page = {
        "idea": idea,
        "form": form,
        "attachments": queries.attachments_of(idea),
        "why_not_attach": rules.why_not_attach(idea=idea, by=request.user),
    }
    return render(request, "ideas/attachments.html", page, status=422 if form.errors else 200)


@require_safe
def attachment(request: SignedIn, idea_id: UUID, attachment_id: UUID) -> HttpResponseBase:
    """Hand a file out to who may read the idea; to others it does not exist."""
    rows = Attachment.objects.select_related("idea__edition", "idea__submitter")
    found = get_object_or_404(rows, idea__public_id=idea_id, public_id=attachment_id)
    stand(request, edition=found.idea.edition, idea=found.idea)
    held_back = found.held_back and not queries.sees_authors(found.idea, request.user)
    if held_back or rules.why_not_see(idea=found.idea, by=request.user) is not None:
        raise Http404
    return handed_out(found.file, name=found.name, kind=found.kind)


@require_POST
def detach(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Take a file off an idea."""
    idea = idea_here(request, idea_id)
    try:
        found = get_object_or_404(queries.attachments_of(idea), public_id=request.POST.get("attachment", ""))
    except ValidationError as unknown:
        raise Http404 from unknown
    actions.detach_file(attachment=found, by=request.user, at=timezone.now())
    messages.success(request, _("The file is gone."))
    return redirect("ideas:attachments", idea.public_id)
