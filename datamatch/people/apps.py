"""The app behind the room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Who."""

    name = "datamatch.people"
    label = "people"
