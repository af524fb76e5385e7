"""The app behind the room."""

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    """Who does it."""

    name = "datamatch.teams"
    label = "teams"
