"""Drawing a picture anew, so that nothing is left in it but the picture: no place, no camera, no hidden file."""

import warnings
from io import BytesIO
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from datamatch.foundation.files.limits import MOST_BYTES, MOST_PIXELS, Unfit

FORMATS = {"png": "PNG", "jpeg": "JPEG", "webp": "WEBP"}
DAMAGED = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, Image.DecompressionBombError, Warning)


def drawn_anew(content: IO[bytes], *, kind: str) -> bytes:
    """Return the same picture in the same format, upright and without metadata; of a moving one its first image.

    :raises Unfit: damaged, or too many points
    """
    content.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return draw(content, FORMATS[kind])
    except Unfit:
        raise
    except DAMAGED as damage:
        raise Unfit(_("We cannot read this picture. Save it again, or choose another one.")) from damage


def draw(content: IO[bytes], written_as: str) -> bytes:
    """Draw the picture; its size is looked at before its points are read."""
    with Image.open(content, formats=[written_as]) as found:
        if found.width * found.height > MOST_PIXELS:
            raise Unfit(_("This picture has too many points. Make it smaller first."))
        upright = ImageOps.exif_transpose(found)
        plain = upright.convert("RGB" if written_as == "JPEG" or not has_holes(upright) else "RGBA")
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    drawn = BytesIO()
    bare.save(drawn, format=written_as, **({} if written_as == "PNG" else {"quality": 88}))
    if drawn.tell() > MOST_BYTES:
        raise Unfit(_("This picture has too many points. Make it smaller first."))
    return drawn.getvalue()


def has_holes(picture: Image.Image) -> bool:
    """Tell whether parts of a picture can be seen through."""
    return "A" in picture.mode or "transparency" in picture.info
