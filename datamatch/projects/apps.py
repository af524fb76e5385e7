"""The app behind the room."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Three months of work."""

    name = "datamatch.projects"
    label = "projects"
