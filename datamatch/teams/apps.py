"""The app behind the room."""

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    """Who does it."""

    name = "datamatch.teams"
    label = "teams"

    def ready(self) -> None:
        """Say what is told and forgotten about somebody's teams."""
        from datamatch.foundation import privacy
        from datamatch.teams.actions import forget_drafts
        from datamatch.teams.queries.own import own_seats

        privacy.keeps(tell=own_seats, forget=forget_drafts)
