"""The app behind the room."""

from django.apps import AppConfig


class DatadagConfig(AppConfig):
    """The event."""

    name = "datamatch.datadag"
    label = "datadag"

    def ready(self) -> None:
        """Say what is told about who registered."""
        from datamatch.datadag.queries import own_registrations
        from datamatch.foundation import privacy

        privacy.keeps(tell=own_registrations)
