"""The app behind the room."""

from django.apps import AppConfig


class CanvasConfig(AppConfig):
    """Demand, feasibility, result."""

    name = "datamatch.canvas"
    label = "canvas"
