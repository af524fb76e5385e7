"""What every page of cases begins with."""

from django.shortcuts import get_object_or_404

from datamatch.cases.models import Case


def find(case_slug: str) -> Case:
    """Return the case with its project and idea, or answer 404."""
    found = Case.objects.select_related("project__idea__edition", "project__idea__theme")
    return get_object_or_404(found, slug=case_slug)
