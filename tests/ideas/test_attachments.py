"""Files with an idea: who adds them, who gets them, what is refused, and that nothing is left behind."""

import tracemalloc
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.files import fit
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.forms import AttachmentForm
from datamatch.ideas.models import Attachment
from tests.factories import files
from tests.factories.editions import make_edition, make_question
from tests.factories.ideas import make_coauthor, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Keep files in a folder of this test."""
    settings.FILES_FOLDER = tmp_path / "files"
    return settings.FILES_FOLDER


@pytest.fixture
def idea():
    return make_idea(edition=make_edition())


def attach(idea, *, content=b"a;b\n", name="plan.csv", about="", by=None):
    taken = fit(ContentFile(content, name=name))
    return actions.attach_file(idea=idea, file=taken, about=about, by=by or idea.submitter, at=MOMENT)


def page(name, idea):
    return reverse(f"ideas:{name}", args=[idea.public_id])


def address(attachment):
    return reverse("ideas:attachment", args=[attachment.idea.public_id, attachment.public_id])


def on_disk(folder):
    return [place for place in folder.rglob("*") if place.is_file()]


def test_file_is_kept_under_a_name_that_tells_nothing(idea, folder):
    attachment = attach(idea, name="plan van anna.csv")
    assert (attachment.name, attachment.kind, attachment.size) == ("plan van anna.csv", "csv", 4)
    (kept,) = on_disk(folder)
    assert kept.read_bytes() == b"a;b\n"
    assert "anna" not in str(kept.relative_to(folder))
    assert kept.suffix == ""


def test_co_author_adds_and_removes_files_and_an_invited_person_does_not(idea, folder):
    writer, asked = make_coauthor(idea=idea).person, make_coauthor(idea=idea, accepted=False).person
    attachment = attach(idea, by=writer)
    for by in (asked, make_person()):
        with pytest.raises(Refused, match="Only who wrote"):
            attach(idea, by=by)
        with pytest.raises(Refused, match="Only who wrote"):
            actions.detach_file(attachment=attachment, by=by, at=MOMENT)
    assert len(on_disk(folder)) == 1


@pytest.mark.parametrize("fields", [{"state": IdeaState.WITHDRAWN}, {"stage": Stage.SCREENING}])
def test_files_stay_as_they_are_after_the_call_and_when_withdrawn(idea, fields):
    attachment = attach(idea)
    if "stage" in fields:
        idea.edition.stage = fields["stage"]
        idea.edition.save()
    else:
        idea.state = fields["state"]
        idea.save()
    with pytest.raises(Refused):
        attach(idea)
    with pytest.raises(Refused):
        actions.detach_file(attachment=attachment, by=idea.submitter, at=MOMENT)


def test_sixth_file_is_refused_and_not_left_on_the_disk(idea, folder):
    for _ in range(5):
        attach(idea)
    with pytest.raises(Refused, match="at most 5"):
        attach(idea)
    assert len(on_disk(folder)) == 5


def test_file_is_not_left_behind_when_its_row_cannot_be_kept(idea, folder):
    taken = fit(ContentFile(b"a", name="a.txt"))
    broken = type(taken)(taken.name, taken.kind, -1, taken.content)
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.attach_file(idea=idea, file=broken, about="", by=idea.submitter, at=MOMENT)
    assert on_disk(folder) == []


def test_removed_file_goes_from_the_disk_once_it_is_certain(idea, folder, django_capture_on_commit_callbacks):
    attachment = attach(idea)
    with django_capture_on_commit_callbacks() as later:
        actions.detach_file(attachment=attachment, by=idea.submitter, at=MOMENT)
        assert len(on_disk(folder)) == 1
    for callback in later:
        callback()
    assert (on_disk(folder), Attachment.objects.count()) == ([], 0)


def test_trail_tells_kind_and_size_and_never_the_name(idea):
    attach(idea, name="anna.csv", about="Of Anna")
    entry = TrailEntry.objects.get(deed="attachment.add")
    assert entry.details == {"kind": "csv", "size": 4}


def test_reader_of_the_idea_saves_the_file(sign_in, idea):
    attachment = attach(idea, name="été.csv", about="Count")
    browser = sign_in(make_person())
    assert "Count" in browser.get(idea.get_absolute_url()).content.decode()
    answer = browser.get(address(attachment))
    assert answer.getvalue() == b"a;b\n"
    answer.close()
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''%C3%A9t%C3%A9.csv"
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "private, no-store")


@pytest.mark.parametrize("state", [IdeaState.DRAFT, IdeaState.WITHDRAWN])
def test_file_of_an_idea_that_one_may_not_read_does_not_exist(sign_in, idea, state):
    attachment = attach(idea)
    idea.state = state
    idea.save()
    assert sign_in(make_person()).get(address(attachment)).status_code == 404
    own = sign_in(idea.submitter).get(address(attachment))
    assert own.status_code == 200
    own.close()


def test_file_asks_to_sign_in_and_belongs_to_its_idea_only(client, sign_in, idea):
    attachment, other = attach(idea), make_idea(edition=idea.edition)
    assert client.get(address(attachment)).status_code == 302
    wrong = reverse("ideas:attachment", args=[other.public_id, attachment.public_id])
    assert sign_in(idea.submitter).get(wrong).status_code == 404


def test_file_that_is_gone_from_the_disk_is_not_found(sign_in, idea, folder):
    attachment = attach(idea)
    on_disk(folder)[0].unlink()
    assert sign_in(idea.submitter).get(address(attachment)).status_code == 404


def test_file_is_added_and_removed_on_its_page(sign_in, idea):
    browser = sign_in(idea.submitter)
    upload = SimpleUploadedFile("plan.pdf", files.pdf(), content_type="text/html")
    after = browser.post(page("attachments", idea), {"about": "The plan", "file": upload}, follow=True)
    assert "Your file is added." in after.content.decode()
    attachment = Attachment.objects.get()
    assert (attachment.about, attachment.kind, attachment.added_by) == ("The plan", "pdf", idea.submitter)
    browser.post(page("detach", idea), {"attachment": attachment.public_id})
    assert Attachment.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("plan.pdf", b"MZ not a pdf", "this file is something else"),
        ("plan.xlsm", files.office("xlsx"), "macros"),
        ("plan.txt", b"", "This file is empty."),
        ("plan.exe", b"MZ", "We take PDF"),
    ],
)
def test_wrong_file_says_why_and_keeps_what_was_typed(sign_in, idea, name, content, reason):
    upload = SimpleUploadedFile(name, content)
    answer = sign_in(idea.submitter).post(page("attachments", idea), {"about": "My own words", "file": upload})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert reason in text
    assert 'value="My own words"' in text
    assert Attachment.objects.count() == 0


def test_no_file_at_all_says_so(sign_in, idea):
    answer = sign_in(idea.submitter).post(page("attachments", idea), {"about": "x"})
    assert answer.status_code == 422
    assert "Choose a file first." in answer.content.decode()


class Upload:
    """Thirty megabytes on their way in, never all in memory at once."""

    HEAD = (
        b'--x\r\nContent-Disposition: form-data; name="about"\r\n\r\nMy own words\r\n'
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="plan.pdf"\r\n\r\n%PDF-'
    )
    TAIL = b"\r\n--x--\r\n"
    MIDDLE = 30 * 1024 * 1024

    def __init__(self):
        self.left = [BytesIO(self.HEAD), self.MIDDLE, BytesIO(self.TAIL)]
        self.length = len(self.HEAD) + self.MIDDLE + len(self.TAIL)

    def read(self, size=-1):
        size = min(size, 65536) if size and size > 0 else 65536
        while self.left:
            if isinstance(self.left[0], int):
                step = min(size, self.left[0])
                self.left[0] -= step
                if step:
                    return b"0" * step
            elif got := self.left[0].read(size):
                return got
            self.left.pop(0)
        return b""

    readline = read


def test_file_of_thirty_megabytes_is_refused_without_filling_memory():
    stream = Upload()
    request = RequestFactory().post("/", content_type="multipart/form-data; boundary=x")
    request.META["CONTENT_LENGTH"] = str(stream.length)
    request._stream = stream
    tracemalloc.start()
    form = AttachmentForm(request.POST, request.FILES)
    errors = form.errors
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    request.close()
    assert errors == {"file": ["This file is too large. A file is at most 10 MB."]}
    assert form["about"].value() == "My own words"
    assert peak < 8 * 1024 * 1024


def test_page_of_files_is_refused_to_others_and_unknown_files_are_not_found(sign_in, idea):
    assert sign_in(make_person()).get(page("attachments", idea)).status_code == 403
    browser = sign_in(idea.submitter)
    for unknown in ("", "x", "00000000-0000-4000-8000-000000000000"):
        assert browser.post(page("detach", idea), {"attachment": unknown}).status_code == 404


@pytest.mark.parametrize("name", ["idea", "attachments", "send"])
def test_page_asks_the_database_as_often_for_one_file_as_for_three(sign_in, idea, name):
    attach(idea)
    browser = sign_in(idea.submitter)
    browser.get(page(name, idea))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            browser.get(page(name, idea))
        counts.append(len(asked))
        attach(idea)
        attach(idea)
    assert counts[0] == counts[1]


def draft_with_question(**given):
    edition = make_edition()
    make_question(edition=edition, slug="plan", label_en="A drawing of it?", kind="file", **given)
    return make_idea(edition=edition, state=IdeaState.DRAFT)


def step_of(idea, step="vragen"):
    return reverse("ideas:write", args=[idea.public_id, step])


def plan(content=b"a;b\n", name="plan.csv"):
    return SimpleUploadedFile(name, content)


def test_file_is_added_in_the_step_that_asks_for_it_and_the_words_are_kept(sign_in):
    draft = draft_with_question()
    browser, step = sign_in(draft.submitter), step_of(draft, "idee")
    assert "A drawing of it?" in browser.get(step_of(draft)).content.decode()
    answer = browser.post(
        step, {"demand": "Bees", "version": 0, "next": "attach", "file-file": plan(), "file-about": "Map"}
    )
    assert (answer.status_code, answer.url) == (302, f"{step}#files")
    draft.refresh_from_db()
    assert (draft.demand, draft.attachments.get().about) == ("Bees", "Map")
    assert "Map" in browser.get(step).content.decode()


def test_file_that_was_chosen_is_added_when_going_on(sign_in):
    draft = draft_with_question()
    answer = sign_in(draft.submitter).post(step_of(draft), {"next": "on", "file-file": plan()})
    assert answer.url == reverse("ideas:send", args=[draft.public_id])
    assert draft.attachments.count() == 1


@pytest.mark.parametrize(("file", "words"), [(None, "Choose a file first."), (b"MZ\x90\x00", "")])
def test_wrong_file_in_a_step_is_told_and_what_was_typed_stays(sign_in, file, words):
    draft = draft_with_question()
    given = {"demand": "Typed", "next": "attach"} | ({"file-file": plan(file, "tool.exe")} if file else {})
    answer = sign_in(draft.submitter).post(step_of(draft, "idee"), given)
    text = answer.content.decode()
    assert (answer.status_code, "Typed" in text, words in text) == (422, True, True)
    assert not draft.attachments.exists()


def test_sixth_file_in_a_step_is_refused_and_the_words_are_kept(sign_in):
    draft = draft_with_question()
    for _ in range(5):
        attach(draft)
    answer = sign_in(draft.submitter).post(
        step_of(draft, "idee"), {"demand": "Kept", "next": "attach", "file-file": plan()}
    )
    draft.refresh_from_db()
    assert (answer.status_code, draft.demand, draft.attachments.count()) == (422, "Kept", 5)
    assert "at most 5 files" in answer.content.decode()


def test_question_that_must_have_a_file_keeps_an_idea_from_being_sent_until_it_has_one():
    draft = draft_with_question(required=True)
    with pytest.raises(Refused):
        actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT)
    attach(draft)
    assert actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT).state == IdeaState.SENT
