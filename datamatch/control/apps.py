"""The app behind the room."""

from django.apps import AppConfig


class ControlConfig(AppConfig):
    """Opens and closes stages."""

    name = "datamatch.control"
    label = "control"
