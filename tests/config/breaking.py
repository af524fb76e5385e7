"""A URL map with pages that go wrong, and our own answers to that."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.urls import path

from datamatch.config.urls import handler403, handler404, handler500, urlpatterns

__all__ = ["handler403", "handler404", "handler500"]


@login_not_required
def breaks(request):
    raise RuntimeError("boom")


@login_not_required
def closed(request):
    raise PermissionDenied("closed")


urlpatterns = [path("breaks/", breaks), path("closed/", closed), *urlpatterns]
