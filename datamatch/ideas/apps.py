"""The app behind the room."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    """What people want to try."""

    name = "datamatch.ideas"
    label = "ideas"
