"""Which kind of file something is: told by its bytes, never by its name alone."""

from typing import IO

from django.db import models
from django.utils.translation import gettext as _

from datamatch.foundation.files.limits import MOST_BYTES, Unfit
from datamatch.foundation.files.packages import kind_of_package


class Kind(models.TextChoices):
    """The kinds of files we take."""

    PDF = "pdf", "PDF"
    PNG = "png", "PNG"
    JPEG = "jpeg", "JPEG"
    WEBP = "webp", "WebP"
    CSV = "csv", "CSV"
    XLSX = "xlsx", "Excel"
    DOCX = "docx", "Word"
    ODT = "odt", "OpenDocument"
    ODS = "ods", "OpenDocument"
    TXT = "txt", "TXT"

    @property
    def mime(self) -> str:
        """Return the media type under which it is handed out."""
        return MIMES[self]


OFFICE = "application/vnd.openxmlformats-officedocument."
MIMES: dict[Kind, str] = {
    Kind.PDF: "application/pdf",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
    Kind.WEBP: "image/webp",
    Kind.CSV: "text/csv; charset=utf-8",
    Kind.XLSX: f"{OFFICE}spreadsheetml.sheet",
    Kind.DOCX: f"{OFFICE}wordprocessingml.document",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Kind.TXT: "text/plain; charset=utf-8",
}
EXTENSIONS: dict[str, Kind] = {kind.value: kind for kind in Kind} | {"jpg": Kind.JPEG}
WITH_MACROS = {"xlsm", "xltm", "xlam", "docm", "dotm", "xls", "doc", "xlsb"}
IMAGES = {Kind.PNG, Kind.JPEG, Kind.WEBP}
TEXTS = {Kind.CSV, Kind.TXT}
# Signs that stand in no text: all control characters but tab, line feed, form feed and return.
NO_TEXT = set(range(32)) - {9, 10, 12, 13}


def kind_told_by(name: str) -> Kind:
    """Return the kind that the end of a name promises. :raises Unfit: none that we take"""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension in WITH_MACROS:
        raise Unfit(_("Files that can hold macros are not accepted. Save it as .docx, .xlsx or PDF first."))
    if extension not in EXTENSIONS:
        raise Unfit(_("We take PDF, PNG, JPEG, WebP, CSV, XLSX, DOCX, ODT, ODS and TXT files. This is none of them."))
    return EXTENSIONS[extension]


def kind_of(content: IO[bytes], *, name: str) -> Kind:
    """Return the kind of a file, when its bytes are what its name promises.

    :raises Unfit: no kind we take, another kind than the name says, with macros, or damaged
    """
    told = kind_told_by(name)
    content.seek(0)
    found = Kind(kind_of_package(content)) if content.read(4) == b"PK\x03\x04" else kind_of_bytes(content, told)
    if found != told:
        words = _("The name says %(told)s, but this file is something else. Save it again as %(told)s.")
        raise Unfit(words % {"told": told.label})
    return found


def kind_of_bytes(content: IO[bytes], told: Kind) -> Kind | None:
    """Return the kind that the first bytes show; a text is what its name says, as CSV and TXT look alike."""
    content.seek(0)
    head = content.read(16)
    if head.startswith(b"%PDF-"):
        return whole_pdf(content)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    return told if told in TEXTS and is_text(content) else None


def whole_pdf(content: IO[bytes]) -> Kind:
    """Return that it is a PDF. :raises Unfit: its end is missing"""
    content.seek(0, 2)
    content.seek(max(0, content.tell() - 2048))
    if b"%%EOF" not in content.read():
        raise Unfit(_("This file is damaged or not complete. Save it again, and try once more."))
    return Kind.PDF


def is_text(content: IO[bytes]) -> bool:
    """Tell whether these bytes are text: UTF-8, UTF-16 with its mark, or what Windows writes, without control signs."""
    content.seek(0)
    read = content.read(MOST_BYTES + 1)
    for encoding in ["utf-16"] if read[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig", "cp1252"]:
        try:
            text = read.decode(encoding)
        except UnicodeDecodeError:
            continue
        return bool(text.strip()) and not any(ord(sign) in NO_TEXT for sign in set(text))
    return False
