"""What every page of the DataDag begins with."""

from django.shortcuts import get_object_or_404

from datamatch.datadag.models import DataDag


def find(edition_slug: str) -> DataDag:
    """Return the day of this edition, or answer 404."""
    return get_object_or_404(DataDag.objects.select_related("edition"), edition__slug=edition_slug)
