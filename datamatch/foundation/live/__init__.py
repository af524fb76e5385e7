"""Pages that follow what happens, over server-sent events.

A deed says `changed(key)`, as its last step: after its line in the trail, so that all deeds lock in one order. A page
holds one stream (`stream`), which says "this is version N now" and nothing else; the page then fetches its own part
again, with the rights of its own reader.
"""

from datamatch.foundation.live.events import stream
from datamatch.foundation.live.versions import changed, version_of

__all__ = ["changed", "stream", "version_of"]
