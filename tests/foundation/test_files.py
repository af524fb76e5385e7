"""Files that people hand in: what is taken, what is refused and why, and what is left of them."""

import os
import stat
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from datamatch.foundation.files import MOST_BYTES, Unfit, fit, private_files
from datamatch.foundation.files.fitting import plain_name
from datamatch.foundation.files.serving import handed_out
from tests.factories import files

KINDS = files.every_kind()


def handed_in(content, name):
    return fit(ContentFile(content, name=name))


def refusal(content, name):
    with pytest.raises(Unfit) as refused:
        handed_in(content, name)
    return str(refused.value)


@pytest.mark.parametrize("ending", KINDS)
def test_every_kind_is_taken_under_its_own_name(ending):
    taken = handed_in(KINDS[ending], f"Plan.{ending.upper()}")
    assert taken.kind.value == {"jpg": "jpeg"}.get(ending, ending)
    assert taken.size == len(taken.content.read()) > 0


@pytest.mark.parametrize("ending", KINDS)
@pytest.mark.parametrize("other", KINDS)
def test_file_under_the_name_of_another_kind_is_refused(ending, other):
    alike = {"jpg", "jpeg"}, {"csv", "txt"}
    if ending == other or {ending, other} in alike:
        return
    assert "The name says" in refusal(KINDS[other], f"plan.{ending}")


@pytest.mark.parametrize("name", ["run.exe", "page.html", "picture.svg", "noname", ".png", "a.png.js", "x."])
def test_other_endings_are_refused(name):
    content = files.picture() if name != ".png" else b"MZ"
    assert refusal(content, name)


@pytest.mark.parametrize("name", ["a.xlsm", "a.docm", "a.xls", "a.DOC"])
def test_kinds_that_can_hold_macros_are_refused_with_a_way_out(name):
    assert "Save it as .docx, .xlsx or PDF" in refusal(files.office("docx"), name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", files.office("docx", **{"word/vbaProject.bin": "x"})),
        ("a.xlsx", files.office("xlsx", **{"xl/VBAPROJECT.BIN": "x"})),
        ("a.xlsx", files.package(**{"[Content_Types].xml": files.MAIN["xlsx"] + " macroEnabled.main+xml"})),
        ("a.odt", files.open_document("odt", **{"Basic/Standard/Module1.xml": "x"})),
        ("a.ods", files.open_document("ods", **{"Scripts/python/x.py": "x"})),
    ],
)
def test_macros_inside_are_found(name, content):
    assert "holds macros" in refusal(content, name)


@pytest.mark.parametrize("ending", ["pdf", "png", "jpg", "webp", "docx", "xlsx", "odt", "ods"])
def test_half_a_file_is_refused(ending):
    assert refusal(KINDS[ending][: len(KINDS[ending]) // 2], f"plan.{ending}")


def test_empty_and_too_large_files_are_refused():
    assert refusal(b"", "plan.txt") == "This file is empty."
    assert "at most 10 MB" in refusal(b"x" * (MOST_BYTES + 1), "plan.txt")


@pytest.mark.parametrize("content", [b"\x00" * 40, b"a\x1b[31m", bytes(range(256)), b"   \n "])
def test_bytes_that_are_no_text_are_refused(content):
    assert refusal(content, "plan.csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_as_spreadsheets_write_it_is_taken(encoding):
    assert handed_in("naam;café\n".encode(encoding), "plan.csv").kind == "csv"


def test_other_package_is_refused():
    assert "none of them" in refusal(files.package(**{"readme": "x"}), "plan.docx")
    both = files.MAIN["docx"] + files.MAIN["xlsx"]
    assert "none of them" in refusal(files.package(**{"[Content_Types].xml": both}), "plan.docx")


def test_package_that_unpacks_without_end_is_refused():
    bomb = files.office("xlsx", **{"xl/worksheets/sheet1.xml": b"0" * (301 * 1024 * 1024)})
    assert len(bomb) < MOST_BYTES
    assert "far more than it should" in refusal(bomb, "plan.xlsx")


def test_picture_with_too_many_points_is_refused_before_it_is_drawn():
    def chunk(name, content):
        return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")

    head = (60_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"0")) + chunk(b"IEND", b"")
    assert refusal(bomb, "plan.png")
    assert "too many points" in refusal(files.picture(size=(6400, 6400), mode="L"), "plan.png")


@pytest.mark.parametrize("written_as", ["JPEG", "PNG", "WEBP"])
def test_picture_loses_what_it_says_about_place_and_maker(written_as):
    exif = Image.Exif()
    exif[0x010F] = "MAKER-OF-CAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    before = files.picture(written_as, exif=exif, icc_profile=b"PROFILE" * 9)
    assert b"MAKER-OF-CAMERA" in before
    taken = handed_in(before, f"plan.{written_as.lower()}").content.read()
    after = Image.open(BytesIO(taken))
    assert b"MAKER" not in taken
    assert (dict(after.getexif()), after.info.get("icc_profile"), after.format) == ({}, None, written_as)


def test_what_hangs_behind_a_picture_is_cut_off():
    taken = handed_in(files.picture("JPEG") + b"<script>alert(1)</script>", "plan.jpg").content.read()
    assert b"script" not in taken


def test_picture_stands_upright_and_keeps_what_can_be_seen_through():
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = handed_in(files.picture("JPEG", size=(8, 2), exif=exif), "a.jpg").content.read()
    assert Image.open(BytesIO(turned)).size == (2, 8)
    holes = handed_in(files.picture("PNG", mode="RGBA"), "a.png").content.read()
    assert Image.open(BytesIO(holes)).mode == "RGBA"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\anna\\plan.pdf", "plan.pdf"),
        ("plan\r\nSet-Cookie: x.pdf", "planSet-Cookie: x.pdf"),
        ("gpj.\u202etxt", "gpj.txt"),
        ("  plan   two .pdf", "plan two.pdf"),
        ("...pdf", "file.pdf"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
        ("cafe\u0301.pdf", "café.pdf"),
    ],
)
def test_name_loses_what_does_harm(name, kept):
    assert plain_name(name) == kept


@given(st.text(max_size=300), st.sampled_from(sorted(KINDS)))
def test_any_name_becomes_one_that_can_stand_in_a_header(stem, ending):
    name = plain_name(f"{stem}.{ending}")
    assert 0 < len(name) <= 100
    assert name.endswith(f".{ending}")
    assert not set(name) & set("/\\\r\n\x00\u202e")


@given(st.binary(max_size=400), st.sampled_from(sorted(KINDS)))
def test_any_bytes_are_taken_or_refused_and_nothing_else_happens(content, ending):
    with suppress(Unfit):
        assert handed_in(content, f"plan.{ending}").kind.value in {"csv", "txt"}


@given(st.data())
def test_file_with_one_piece_changed_is_taken_or_refused_and_nothing_else_happens(data):
    ending = data.draw(st.sampled_from(sorted(KINDS)))
    content = bytearray(KINDS[ending])
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    with suppress(Unfit):
        assert handed_in(bytes(content), f"plan.{ending}").size > 0


def test_files_are_kept_for_this_program_only_and_have_no_address(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"
    storage = private_files()
    place = storage.save("ideas/ab/abcd", ContentFile(b"x"))
    kept = tmp_path / "files" / place
    assert stat.S_IMODE(os.stat(kept).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(kept.parent).st_mode) == 0o700
    with pytest.raises(ValueError, match="no address"):
        storage.url(place)


class Kept:
    """A file of a row, as the model field gives it."""

    def open(self, _mode):
        return BytesIO(b"x")


@pytest.mark.parametrize("name", ['a"b;.pdf', "één — 日本.pdf", "'; filename=x.html.pdf", "x.html.pdf"])
@pytest.mark.parametrize("kind", ["pdf", "png", "txt", "csv"])
def test_file_is_handed_out_to_be_saved_whatever_its_name(name, kind):
    answer = handed_out(Kept(), name=name, kind=kind)
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["Content-Disposition"].isascii()
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "private, no-store")
    assert "html" not in answer["Content-Type"]
