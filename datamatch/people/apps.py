"""The app behind the room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Who."""

    name = "datamatch.people"
    label = "people"

    def ready(self) -> None:
        """Say what of a line manager is forgotten when they leave."""
        from datamatch.foundation import privacy
        from datamatch.people.actions import forget_line_manager

        privacy.keeps(forget=forget_line_manager)
