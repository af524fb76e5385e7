"""Looking into office files without unpacking them: they are ZIP packages with a list of contents."""

from typing import IO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from datamatch.foundation.files.limits import Unfit

MOST_PARTS = 5000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_READ = 1024 * 1024
OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
OFFICE = {b"wordprocessingml.document.main+xml": "docx", b"spreadsheetml.sheet.main+xml": "xlsx"}
MACROS = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("basic/", "scripts/")
DAMAGED = (BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError, KeyError)


def kind_of_package(content: IO[bytes]) -> str:
    """Return docx, xlsx, odt or ods. :raises Unfit: another package, with macros, locked, damaged, or a bomb"""
    try:
        with ZipFile(content) as package:
            return looked_into(package)
    except Unfit:
        raise
    except DAMAGED as damage:
        raise Unfit(_("This file is damaged or locked with a password. Save it again without one.")) from damage


def looked_into(package: ZipFile) -> str:
    """Return the kind of an opened package. :raises Unfit: none that we take"""
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unfit(_("This file unpacks to far more than it should. Save it again, or send a PDF."))
    names = [part.filename.lower() for part in parts]
    told = read_part(package, "[Content_Types].xml") if "[content_types].xml" in names else b""
    has_macros = any(name.endswith(MACROS) or name.startswith(MACRO_FOLDERS) for name in names)
    if has_macros or b"macroenabled" in told.lower():
        raise Unfit(_("This file holds macros, small programs. Save it without macros, or send a PDF."))
    if "mimetype" in names and (kind := OPEN_DOCUMENT.get(read_part(package, "mimetype").strip())):
        return kind
    found = [kind for sign, kind in OFFICE.items() if sign in told]
    if len(found) != 1:
        raise Unfit(_("We take PDF, PNG, JPEG, WebP, CSV, XLSX, DOCX, ODT, ODS and TXT files. This is none of them."))
    return found[0]


def read_part(package: ZipFile, name: str) -> bytes:
    """Return the beginning of one part, however large it says it is."""
    with package.open(name) as part:
        return part.read(MOST_READ)
