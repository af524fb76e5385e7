"""The app behind the room."""

from django.apps import AppConfig


class FrontConfig(AppConfig):
    """Pages that mix rooms."""

    name = "datamatch.front"
    label = "front"
