"""The app behind the room."""

from django.apps import AppConfig


class EditionsConfig(AppConfig):
    """When and within what means."""

    name = "datamatch.editions"
    label = "editions"
