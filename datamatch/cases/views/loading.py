"""What every page of cases begins with."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from datamatch.cases.models import Case
from datamatch.people.models import Person


class SignedIn(HttpRequest):
    """A request of somebody who signed in, which every page of this room asks for."""

    user: Person


def find(case_slug: str) -> Case:
    """Return the case with its project and idea, or answer 404."""
    found = Case.objects.select_related("project__idea__edition", "project__idea__theme")
    return get_object_or_404(found, slug=case_slug)
