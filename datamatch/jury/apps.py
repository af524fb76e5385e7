"""The app behind the room."""

from django.apps import AppConfig


class JuryConfig(AppConfig):
    """Pitch day and verdict."""

    name = "datamatch.jury"
    label = "jury"

    def ready(self) -> None:
        """Say what is told about somebody's scorecards."""
        from datamatch.foundation import privacy
        from datamatch.jury.queries.own import own_cards

        privacy.keeps(tell=own_cards)
