"""The app behind the room."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class FoundationConfig(AppConfig):
    """What every room may lean on."""

    name = "datamatch.foundation"
    label = "foundation"

    def ready(self) -> None:
        """Look at the cache whenever the settings are checked."""
        from datamatch.foundation.shared_cache import cache_is_shared

        register(cache_is_shared, Tags.caches)
