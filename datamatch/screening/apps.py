"""The app behind the room."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """From 111 to 10."""

    name = "datamatch.screening"
    label = "screening"
