"""The Django application of the design room."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Design: base page, components, tokens, icons, charts."""

    name = "datamatch.design"
    label = "design"
