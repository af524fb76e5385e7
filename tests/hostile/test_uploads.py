"""Files that mean harm: of a wrong kind, far too large, with broken rows; each a clear error, and nothing half done."""

import tracemalloc

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datamatch.foundation.files import Unfit, fit
from datamatch.foundation.tables import FaultyFiles, Upload
from datamatch.ideas.forms.idea_lines import read_ideas
from datamatch.ideas.models import Attachment, Idea, IdeaFile
from datamatch.people.forms.unit_file import read_units
from datamatch.people.models import Photo, Unit, UnitImport
from tests.factories import files
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.people import make_administrator, make_person

MEGABYTE = 1024 * 1024
FUZZED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
ENDINGS = [*files.every_kind(), "exe", "html", "svg", "php", "csv.html", ""]
cells = st.one_of(st.text(max_size=12), st.sampled_from(["=1+1", "@x", "<b>", '"', ";", "\r", "\x00", "é" * 9]))
tables = st.lists(st.lists(cells, max_size=6), max_size=6)


@pytest.fixture
def folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"
    return settings.FILES_FOLDER


class Stream:
    """A body of a request that is made while it is read, so that the test holds none of it."""

    def __init__(self, before, size, after):
        self.parts, self.left = [before, None, after], size

    def read(self, size=-1):
        """Return the next part."""
        size = MEGABYTE if size is None or size < 0 else size
        while self.parts:
            if self.parts[0] is None:
                if self.left:
                    piece = min(size, self.left)
                    self.left -= piece
                    return b"\0" * piece
                self.parts.pop(0)
                continue
            head, rest = self.parts[0][:size], self.parts[0][size:]
            self.parts = [rest, *self.parts[1:]] if rest else self.parts[1:]
            return head
        return b""

    readline = read


def stream_to(browser, address, *, field, name, megabytes):
    """Post a file of this size without holding it, and return the answer with the most memory it took."""
    before = (
        f'--X\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode()
    after, size = b"\r\n--X--\r\n", megabytes * MEGABYTE
    length = len(before) + size + len(after)
    tracemalloc.start()
    try:
        sent = {"wsgi.input": Stream(before, size, after), "CONTENT_LENGTH": str(length)}
        answer = browser.generic("POST", address, CONTENT_TYPE="multipart/form-data; boundary=X", **sent)
        return answer, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["plan.pdf", "plan.csv", "plan.exe"])
def test_thirty_megabytes_are_refused_with_a_sentence_and_little_memory(sign_in, folder, name):
    idea = make_idea(edition=make_edition())
    browser = sign_in(idea.submitter)
    address = reverse("ideas:attachments", args=[idea.public_id])
    browser.get(address)
    answer, memory = stream_to(browser, address, field="file", name=name, megabytes=30)
    assert (answer.status_code, Attachment.objects.count()) == (422, 0)
    assert "too large" in answer.content.decode()
    assert memory < 12 * MEGABYTE


@pytest.mark.django_db
def test_thirty_megabytes_are_no_photo_no_ideas_and_no_units(sign_in, folder):
    edition = make_edition()
    somebody, manager, administrator = make_person(), make_manager(edition), make_administrator()
    doors = [
        (somebody, reverse("people:my_photo"), "photo", "me.jpg"),
        (manager, reverse("ideas:bring", args=[edition.slug]), "file", "ideas.csv"),
        (administrator, reverse("people:import_units"), "file", "units.csv"),
    ]
    for person, address, field, name in doors:
        browser = sign_in(person)
        browser.get(address)
        answer, memory = stream_to(browser, address, field=field, name=name, megabytes=30)
        assert (address, answer.status_code) == (address, 422)
        assert (address, memory < 40 * MEGABYTE) == (address, True)
    assert (Photo.objects.count(), IdeaFile.objects.count(), UnitImport.objects.count()) == (0, 0, 0)


@FUZZED
@given(content=st.binary(max_size=400), ending=st.sampled_from(ENDINGS), stem=st.text(max_size=30))
def test_any_bytes_under_any_name_fit_or_are_refused_with_a_sentence(content, ending, stem):
    kept, refused = tried(content, f"{stem}.{ending}")
    if kept is None:
        assert refused.strip("[]'\" ").endswith(".")
    else:
        assert kept.size <= 10 * MEGABYTE
        assert not set(kept.name) & set("/\\\r\n\0")


def tried(content, name):
    """Return what is kept of a file, or nothing, and the sentence that refuses it."""
    try:
        return fit(ContentFile(content, name=name)), ""
    except Unfit as refusal:
        return None, str(refusal)


@FUZZED
@given(kind=st.sampled_from(sorted(files.every_kind())), ending=st.sampled_from(ENDINGS), cut=st.integers(0, 200))
def test_file_that_pretends_or_is_cut_off_is_kept_as_what_it_is_or_refused(kind, ending, cut):
    content = files.every_kind()[kind]
    try:
        kept = fit(ContentFile(content[: len(content) - cut], name=f"plan.{ending}"))
    except Unfit:
        return
    assert kept.name.rpartition(".")[2].lower() == ending.lower()
    assert ending in files.every_kind()


def as_lines(rows):
    """Return rows as somebody's own program might write them: no quotes, no care."""
    return "\r\n".join(";".join(row) for row in rows).encode("utf-8", errors="replace")


def faults_of(read, content, name):
    """Return what is wrong with a file; None when nothing is."""
    try:
        read(content, name)
    except FaultyFiles as faulty:
        return faulty.faults
    return None


@FUZZED
@given(rows=tables, header=st.sampled_from(["titel;vraag;indiener;thema\r\n", "title;demand;submitter\r\n", ""]))
def test_broken_rows_of_ideas_are_told_by_row(rows, header):
    faults = faults_of(
        lambda content, name: read_ideas(Upload(name, content)), header.encode() + as_lines(rows), "i.csv"
    )
    for fault in faults or ():
        assert fault.text.strip().endswith((".", ")"))
        assert fault.row >= 0


@FUZZED
@given(rows=tables, header=st.sampled_from(["id;naam;afkorting;valt_onder\r\n", "id;name\r\n", ""]))
def test_broken_rows_of_units_are_told_by_row(rows, header):
    faults = faults_of(lambda content, name: read_units(content, name=name), header.encode() + as_lines(rows), "u.csv")
    for fault in faults or ():
        assert fault.text.strip()
        assert fault.row >= 0


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    content=st.one_of(st.binary(max_size=300), tables.map(as_lines)), ending=st.sampled_from(["csv", "xlsx", "json"])
)
def test_any_upload_is_answered_and_nothing_is_half_brought_in(client, content, ending):
    edition = make_edition()
    doors = [
        (make_manager(edition), reverse("ideas:bring", args=[edition.slug])),
        (make_administrator(), reverse("people:import_units")),
    ]
    before = (Idea.objects.count(), Unit.objects.count())
    for person, address in doors:
        client.force_login(person)
        answer = client.post(address, {"file": SimpleUploadedFile(f"x.{ending}", content)})
        assert answer.status_code in {302, 422}
    assert (Idea.objects.count(), Unit.objects.count()) == before
