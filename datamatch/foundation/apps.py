"""The app behind the room."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """What every room may lean on."""

    name = "datamatch.foundation"
    label = "foundation"
