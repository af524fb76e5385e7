"""The app behind the room."""

from django.apps import AppConfig


class StoryConfig(AppConfig):
    """One edition replayed from files."""

    name = "datamatch.story"
    label = "story"
