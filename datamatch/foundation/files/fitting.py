"""From what somebody handed in to what we keep."""

import unicodedata
from dataclasses import dataclass

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _

from datamatch.foundation.files.drawing import drawn_anew
from datamatch.foundation.files.kinds import IMAGES, Kind, kind_of
from datamatch.foundation.files.limits import MOST_BYTES, MOST_NAME, Unfit


@dataclass(frozen=True)
class Fit:
    """A file that may be kept; only `fit` makes one."""

    name: str
    kind: Kind
    size: int
    content: File[bytes]


def fit(upload: File[bytes]) -> Fit:
    """Return what we keep of a file: looked at by its bytes, pictures drawn anew, under a name that does no harm.

    :raises Unfit: too large, empty, no kind we take, another kind than its name says, with macros, or damaged
    """
    opened = upload.file
    if upload.size > MOST_BYTES:
        raise Unfit(_("This file is too large. A file is at most 10 MB."))
    if upload.size == 0 or opened is None:
        raise Unfit(_("This file is empty."))
    name = plain_name(upload.name or "")
    kind = kind_of(opened, name=name)
    if kind in IMAGES:
        drawn = drawn_anew(opened, kind=kind.value)
        return Fit(name, kind, len(drawn), ContentFile(drawn))
    opened.seek(0)
    return Fit(name, kind, upload.size, File(opened))


def plain_name(name: str) -> str:
    """Return the last part of a name without folders and signs that steer, cut to length."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    stem, dot, extension = " ".join(seen.split()).rpartition(".")
    stem = stem.strip(". ")[: MOST_NAME - len(extension) - 1] or "file"
    return f"{stem}{dot}{extension}"[:MOST_NAME]
