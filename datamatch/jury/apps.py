"""The app behind the room."""

from django.apps import AppConfig


class JuryConfig(AppConfig):
    """Pitch day and verdict."""

    name = "datamatch.jury"
    label = "jury"
