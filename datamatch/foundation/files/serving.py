"""Handing a kept file out: always to be saved, never to be shown inside our pages."""

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404

from datamatch.foundation.files.kinds import Kind


def handed_out(kept: FieldFile, *, name: str, kind: str) -> FileResponse:
    """Return a file under the name it had, not to be guessed at, not to be kept by any cache.

    :raises Http404: it is no longer there
    """
    try:
        opened = kept.open("rb")
    except FileNotFoundError as gone:
        raise Http404 from gone
    answer = FileResponse(opened, as_attachment=True, filename=name, content_type=Kind(kind).mime)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
