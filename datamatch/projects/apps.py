"""The app behind the room."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Three months of work."""

    name = "datamatch.projects"
    label = "projects"

    def ready(self) -> None:
        """Say what is told about somebody's reports."""
        from datamatch.foundation import privacy
        from datamatch.projects.queries.own import own_reports

        privacy.keeps(tell=own_reports)
