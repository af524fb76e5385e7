"""The app behind the room."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """From 111 to 10."""

    name = "datamatch.screening"
    label = "screening"

    def ready(self) -> None:
        """Say what is told about somebody's reviews."""
        from datamatch.foundation import privacy
        from datamatch.screening.queries.own import own_reviews

        privacy.keeps(tell=own_reviews)
