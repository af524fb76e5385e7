"""The app behind the room."""

from django.apps import AppConfig


class DatadagConfig(AppConfig):
    """The event."""

    name = "datamatch.datadag"
    label = "datadag"
