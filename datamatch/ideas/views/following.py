"""Following an idea, and saying what to be mailed about."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.ideas import actions, queries
from datamatch.ideas.forms import MailWishForm
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


@require_POST
def follow(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Follow an idea, or stop."""
    idea = idea_here(request, idea_id)
    wanted = request.POST.get("wanted") == "yes"
    actions.follow_idea(idea=idea, by=request.user, wanted=wanted, at=timezone.now())
    messages.success(request, _("You follow this idea.") if wanted else _("You do not follow this idea any more."))
    return redirect(idea.get_absolute_url())


def mail_wishes(request: SignedIn) -> HttpResponse:
    """Show what this reader is mailed about, and keep what they change."""
    wish = queries.mail_wish_of(request.user)
    form = MailWishForm(request.POST or None, initial={"to_me": wish.to_me, "followed": wish.followed})
    if form.is_valid():
        actions.wish_mail(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Your wishes are kept."))
        return redirect("ideas:mail_wishes")
    return render(request, "ideas/mail_wishes.html", {"form": form}, status=422 if form.errors else 200)
