"""Pictures that people send: checked by what they are, drawn anew, nothing in them but the picture."""

from io import BytesIO

import puremagic
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 50_000_000
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
DRAWN_AS = "image/webp"


class UnreadablePicture(ValueError):
    """A file that is no picture we take, with the reason in the reader's language."""


def square(content: bytes, *, side: int) -> bytes:
    """Return the middle of a picture as a square WebP, upright, on white, without metadata.

    :raises UnreadablePicture: too large, not JPEG, PNG or WebP by its own bytes, or damaged
    """
    if len(content) > MOST_BYTES:
        raise UnreadablePicture(_("This file is too large. A photo is at most 5 MB."))
    try:
        with Image.open(BytesIO(content), formats=[_format_of(content)]) as found:
            return _drawn(found, side)
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as fault:
        if isinstance(fault, UnreadablePicture):
            raise
        raise UnreadablePicture(_("We cannot read this picture. Save it again, or choose another one.")) from fault


def _format_of(content: bytes) -> str:
    """Return the format that the first bytes tell, whatever the name of the file says."""
    try:
        kind = puremagic.from_string(content, mime=True)
    except (puremagic.PureError, ValueError):
        kind = ""
    if kind not in FORMATS:
        raise UnreadablePicture(_("This is not a photo that we know. Choose a JPEG, PNG or WebP file."))
    return FORMATS[kind]


def _drawn(found: Image.Image, side: int) -> bytes:
    """Return the picture drawn anew; its size is looked at before its points are read."""
    if found.width * found.height > MOST_PIXELS:
        raise UnreadablePicture(_("This picture has too many points. Make it smaller first."))
    upright = ImageOps.exif_transpose(found).convert("RGBA")
    small = ImageOps.fit(upright, (side, side), Image.Resampling.LANCZOS)
    paper = Image.new("RGB", small.size, "white")
    paper.paste(small, mask=small.getchannel("A"))
    drawn = BytesIO()
    paper.save(drawn, format="WEBP", quality=82, method=4)
    return drawn.getvalue()
