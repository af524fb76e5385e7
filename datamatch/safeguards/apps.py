"""The app behind the room."""

from django.apps import AppConfig


class SafeguardsConfig(AppConfig):
    """Legal, technical, ethical."""

    name = "datamatch.safeguards"
    label = "safeguards"
