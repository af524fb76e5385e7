"""The app behind the room."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Finished work, reused."""

    name = "datamatch.cases"
    label = "cases"
