"""Ideas from a file: read, looked at, taken in whole or not at all."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.foundation.tables import as_csv, as_excel
from datamatch.ideas import actions
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea, IdeaFile
from datamatch.ideas.queries.desk import EXPORTED, DeskWishes, desk_ideas, export_rows
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
HEADER = ["titel", "vraag", "indiener", "thema"]


@pytest.fixture
def edition():
    return make_edition()


@pytest.fixture
def manager(edition):
    return make_manager(edition)


@pytest.fixture
def anna():
    return make_person(email="anna@example.org")


def rows_for(edition, *titles, submitter="anna@example.org"):
    theme = edition.themes.first().name_nl
    return [[title, "Which farms need help?", submitter, theme] for title in titles]


def upload(browser, edition, content, name="ideas.csv"):
    address = reverse("ideas:bring", args=[edition.slug])
    return browser.post(address, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_is_shown_first_and_then_taken_in(edition, manager, anna, sign_in, kind):
    browser = sign_in(manager)
    rows = rows_for(edition, "Bees", "=Bats")
    content = as_csv(HEADER, rows) if kind == "csv" else as_excel(HEADER, rows, sheet="Ideas")
    answer = upload(browser, edition, content, f"ideas.{kind}")
    assert answer.status_code == 302
    assert not Idea.objects.exists()
    page = browser.get(answer.url)
    assert "Bees" in page.content.decode()
    assert browser.post(answer.url).status_code == 302
    assert [(idea.title, idea.submitter, idea.state) for idea in Idea.objects.order_by("number")] == [
        ("Bees", anna, IdeaState.SENT),
        ("=Bats", anna, IdeaState.SENT),
    ]
    assert Mail.objects.filter(to=anna.email).count() == 2
    assert TrailEntry.objects.filter(deed="ideas.import", actor_id=manager.public_id).count() == 1
    assert IdeaFile.objects.get().lines == []


def test_every_fault_is_told_and_nothing_is_changed(edition, manager, anna, sign_in):
    rows = [*rows_for(edition, "Bees", ""), *rows_for(edition, "Bats", submitter="nobody@example.org")]
    rows.append(["Newts", "Why?", "anna@example.org", "no such theme"])
    answer = upload(sign_in(manager), edition, as_csv(HEADER, rows))
    assert answer.status_code == 422
    assert [(fault.row, fault.column) for fault in answer.context["faults"]] == [(3, "titel")]
    answer = upload(sign_in(manager), edition, as_csv(HEADER, [rows[0], *rows[2:]]))
    assert [(fault.row, fault.column) for fault in answer.context["faults"]] == [(3, "submitter"), (4, "theme")]
    assert not IdeaFile.objects.exists()


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n", b"title;demand\n", "titel;vraag;indiener\nx;y;z\n".encode("utf-16")]
)
def test_a_file_that_cannot_be_read_is_refused_kindly(edition, manager, sign_in, content):
    answer = upload(sign_in(manager), edition, content)
    assert answer.status_code == 422
    assert "Something is not right yet" in answer.content.decode()


def test_no_file_is_asked_for_again(edition, manager, sign_in):
    answer = sign_in(manager).post(reverse("ideas:bring", args=[edition.slug]))
    assert answer.status_code == 422
    assert "Choose a file first." in answer.content.decode()


def test_an_export_can_be_read_in_again(edition, manager, anna, sign_in):
    make_idea(edition=edition, title="-Bees", demand="Where?\nAnd when?", data="", submitter=anna)
    content = as_csv(EXPORTED, export_rows(desk_ideas(edition, DeskWishes())))
    answer = upload(sign_in(manager), edition, content)
    assert answer.status_code == 302
    [line] = IdeaFile.objects.get().lines
    assert (line["title"], line["demand"], line["submitter"]) == ("-Bees", "Where?\nAnd when?", anna.email)


def kept(edition, by, *titles, at=MOMENT):
    lines = [
        {"row": row, "title": title, "demand": "Why?", "data": "", "result": "", "submitter": "anna@example.org",
         "theme": edition.themes.first().slug, "language": "nl"}
        for row, title in enumerate(titles, 2)
    ]  # fmt: skip
    return actions.keep_file(edition=edition, by=by, name="ideas.csv", lines=lines, at=at)


def test_a_new_file_takes_the_place_of_one_that_waited(edition, manager, anna):
    kept(edition, manager, "Bees")
    assert [file.pk for file in [kept(edition, manager, "Bats")]] == list(IdeaFile.objects.values_list("pk", flat=True))


def test_taking_in_twice_is_refused(edition, manager, anna):
    file = kept(edition, manager, "Bees")
    actions.take_file(file=file, by=manager, at=MOMENT)
    with pytest.raises(Refused, match="taken in already"):
        actions.take_file(file=file, by=manager, at=MOMENT)
    assert Idea.objects.count() == 1


def test_taking_in_is_refused_to_others_too_late_and_after_the_call(edition, manager, anna):
    file = kept(edition, manager, "Bees")
    with pytest.raises(Refused, match="Somebody else"):
        actions.take_file(file=file, by=make_manager(edition), at=MOMENT)
    with pytest.raises(Refused, match="more than a day ago"):
        actions.take_file(file=file, by=manager, at=MOMENT + timedelta(days=1, seconds=1))
    edition.stage = Stage.SCREENING
    edition.save()
    with pytest.raises(Refused, match="The call is closed"):
        actions.take_file(file=file, by=manager, at=later(hours=1))
    assert not Idea.objects.exists()


def test_all_are_taken_in_or_none(edition, manager, anna):
    file = kept(edition, manager, "Bees", "")
    with pytest.raises(Refused, match="no title"):
        actions.take_file(file=file, by=manager, at=MOMENT)
    assert not Idea.objects.exists()
    assert not Mail.objects.exists()


def test_keeping_a_file_is_refused_to_others_and_after_the_call(edition, manager):
    with pytest.raises(Refused):
        kept(edition, make_person(), "Bees")
    edition.stage = Stage.SCREENING
    edition.save()
    with pytest.raises(Refused):
        kept(edition, manager, "Bees")


def test_somebody_elses_file_is_not_found(edition, manager, anna, sign_in):
    file = kept(edition, manager, "Bees")
    address = reverse("ideas:look", args=[edition.slug, file.public_id])
    assert sign_in(make_manager(edition)).get(address).status_code == 404
    other = make_edition()
    address = reverse("ideas:look", args=[other.slug, file.public_id])
    assert sign_in(make_manager(other, manager)).get(address).status_code == 404
