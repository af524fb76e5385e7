"""What every page of projects begins with."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from datamatch.projects.models import Project


def find(project_id: UUID) -> Project:
    """Return the project with its idea, or answer 404."""
    return get_object_or_404(Project.objects.select_related("idea__edition", "idea__theme"), public_id=project_id)
