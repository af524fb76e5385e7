"""What counts attempts must be shared by all processes: a cache in the memory of one of them is refused."""

from typing import Any

from django.conf import settings
from django.core import checks

OF_ONE_PROCESS = ("locmem.LocMemCache", "dummy.DummyCache")


def cache_is_shared(**given: Any) -> list[checks.CheckMessage]:
    """Warn about a cache that each process has for itself: with more of them, attempts are counted apart."""
    backend = str(settings.CACHES["default"]["BACKEND"])
    if not backend.endswith(OF_ONE_PROCESS):
        return []
    hint = "Use DatabaseCache, as the settings that ship do, or another cache outside the process."
    said = "The cache is not shared: limits on attempts to sign in hold for each process apart."
    return [checks.Warning(said, hint=hint, id="foundation.W001")]
