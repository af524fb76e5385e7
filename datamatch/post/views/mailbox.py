"""The mailbox of the demo: every mail this installation queued, only while it runs in debug mode."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from datamatch.post import queries

PAGE = 50


# Whoever tries the demo signs in with a code that was mailed, so the mailbox is read before signing in.
@login_not_required
def mailbox(request: HttpRequest) -> HttpResponse:
    """Show the outbox, newest first. :raises Http404: outside debug mode"""
    if not settings.DEBUG:
        raise Http404
    page = Paginator(queries.mails(), PAGE).get_page(request.GET.get("page"))
    return render(request, "post/mailbox.html", {"page": page})
