"""The app behind the room."""

from django.apps import AppConfig


class PostConfig(AppConfig):
    """What must reach whom, once."""

    name = "datamatch.post"
    label = "post"
