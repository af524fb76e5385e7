"""Files of every kind we take, made as small as can be, and some that pretend."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

OFFICE = "application/vnd.openxmlformats-officedocument"
MAIN = {"docx": f"{OFFICE}.wordprocessingml.document.main+xml", "xlsx": f"{OFFICE}.spreadsheetml.sheet.main+xml"}
OPEN = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


def picture(written_as="PNG", *, size=(4, 3), mode="RGB", **given):
    """Return the bytes of a picture."""
    out = BytesIO()
    Image.new(mode, size, 200).save(out, format=written_as, **given)
    return out.getvalue()


def package(**parts):
    """Return the bytes of a ZIP package with these parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def office(kind, **more):
    """Return the bytes of a Word or Excel file."""
    return package(**{"[Content_Types].xml": f'<Override ContentType="{MAIN[kind]}"/>'} | more)


def open_document(kind, **more):
    """Return the bytes of an OpenDocument file."""
    return package(**{"mimetype": OPEN[kind], "content.xml": "<office/>"} | more)


def pdf():
    """Return the bytes of a PDF."""
    return b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def every_kind():
    """Return for each ending we take the bytes of such a file."""
    return {
        "pdf": pdf(),
        "png": picture("PNG"),
        "jpg": picture("JPEG"),
        "jpeg": picture("JPEG"),
        "webp": picture("WEBP"),
        "csv": b"jaar;aantal\n2025;3\n",
        "txt": "één regel\r\n".encode(),
        "docx": office("docx"),
        "xlsx": office("xlsx"),
        "odt": open_document("odt"),
        "ods": open_document("ods"),
    }
