"""Reviews in a file: taken along, filled in, read with every fault named, and kept after a yes."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.screening import actions, queries
from datamatch.screening.enums import AssignmentState
from datamatch.screening.models import Assignment, Review, ReviewFile
from tests.factories.editions import make_criterion, make_screener
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.screening import make_assignment, make_review

SCORES = {"demand": 4, "reach": 2}
CONFIDENT = "2. I know the subject a little"


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def edition(edition):
    """An edition with a criterion of five and one of four anchors."""
    edition.criteria.all().delete()
    make_criterion(edition=edition, slug="demand", position=0, name_nl="Vraag", name_en="Demand")
    four = {"anchors_nl": ["niemand", "een paar", "veel", "allen"], "anchors_en": ["nobody", "a few", "many", "all"]}
    make_criterion(edition=edition, slug="reach", position=1, name_nl="Bereik", name_en="Reach", **four)
    return edition


@pytest.fixture
def me(edition):
    return make_screener(edition)


@pytest.fixture
def assignments(edition, me):
    """Three ideas that I was asked to read."""
    titles = ("Roads", "=cmd()", "Water")
    return [make_assignment(idea=make_idea(edition=edition, title=title), screener=me) for title in titles]


@pytest.fixture
def browser(sign_in, me):
    return sign_in(me)


def url(name, edition):
    return reverse(f"screening:{name}", args=[edition.slug])


def taken_along(browser, edition):
    return load_workbook(io.BytesIO(browser.get(url("offline_form", edition)).content))


def filled(book, *changes, sheet=0):
    """Fill cells in by row and header, and return the file as it is sent."""
    page = book.worksheets[sheet]
    places = {cell.value: cell.column for cell in page[1]}
    for row, cells in changes:
        for header, value in cells.items():
            page.cell(row, places[header]).value = value
    out = io.BytesIO()
    book.save(out)
    return {"file": SimpleUploadedFile("reviews.xlsx", out.getvalue())}


def row_of(book, title):
    return next(row[0].row for row in book.worksheets[0].iter_rows() if str(row[0].value).endswith(title))


GOOD = {"1. Demand": "4. good", "2. Reach": "2", "For the makers": "Name a register."}


@pytest.mark.usefixtures("assignments")
def test_file_holds_my_ideas_to_read_and_to_fill_in(browser, edition):
    make_assignment(idea=make_idea(edition=edition, title="Somebody else's"))
    book = taken_along(browser, edition)
    assert book.sheetnames == ["Reviews", "Ideas", "Criteria", "Choices"]
    header = [cell.value for cell in book["Reviews"][1]]
    assert header[:4] == ["Idea", "1. Demand", "2. Reach", "How well do you know this subject?"]
    assert {row[0].value for row in book["Ideas"].iter_rows(min_row=2)} == {"Roads", "'=cmd()", "Water"}
    assert book["Reviews"].column_dimensions["I"].hidden
    words = {cell.value for row in book["Criteria"].iter_rows() for cell in row}
    assert {"5. excellent", "4. all", "How good?"} <= words


@pytest.mark.usefixtures("assignments")
def test_anchors_are_chosen_from_a_list_in_the_file(browser, edition):
    book = taken_along(browser, edition)
    lists = {str(rule.sqref): rule.formula1 for rule in book["Reviews"].data_validations.dataValidation}
    assert lists["B2:B4"] == "'Choices'!$A$1:$A$5"
    assert lists["C2:C4"] == "'Choices'!$B$1:$B$4"
    assert [row[1].value for row in book["Choices"].iter_rows(max_row=4)] == [
        "1. nobody", "2. a few", "3. many", "4. all",
    ]  # fmt: skip


@pytest.mark.usefixtures("assignments")
def test_no_cell_runs_in_a_spreadsheet(browser, edition):
    book = taken_along(browser, edition)
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type != "f" for cell in cells)
    assert not any(str(cell.value).startswith(("=", "+", "@")) for cell in cells)


def test_filled_in_rows_are_looked_at_and_then_kept(browser, edition, me, assignments):
    book = taken_along(browser, edition)
    rows = [row_of(book, "Roads"), row_of(book, "cmd()")]
    back = {"Step back": "Yes", "Why you step back": "I wrote it."}
    answer = browser.post(url("offline", edition), filled(book, (rows[0], GOOD), (rows[1], back)))
    assert answer.url == url("look_offline", edition)
    look = text_of(browser.get(answer.url))
    assert ("2 reviews to keep" in look, "You step back: I wrote it." in look, "Water" in look) == (True, True, False)
    assert not Review.objects.exists()
    done = browser.post(url("look_offline", edition), follow=True)
    assert "2 reviews from your file are kept." in text_of(done)
    review = Review.objects.get()
    assert {score.criterion.slug: score.value for score in review.scores.all()} == SCORES
    assert (review.remark, review.confidence) == ("Name a register.", 2)
    states = [Assignment.objects.get(pk=one.pk).state for one in assignments]
    assert states == [AssignmentState.DONE, AssignmentState.ABSTAINED, AssignmentState.OPEN]
    assert not ReviewFile.objects.exists()
    assert TrailEntry.objects.filter(deed="review_file.taken").get().details == {"taken": 2, "kept": 0}


@pytest.mark.usefixtures("assignments")
@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"1. Demand": "4"}, "2. Reach", "Choose what fits best for this criterion."),
        ({"1. Demand": "6", "2. Reach": "2"}, "1. Demand", "“6” is not on this scale. Choose 1 to 5."),
        ({"1. Demand": "4", "2. Reach": "5"}, "2. Reach", "“5” is not on this scale. Choose 1 to 4."),
        ({"1. Demand": "=2+2", "2. Reach": "2"}, "1. Demand", "Choose what fits best"),
        ({"1. Demand": "superb", "2. Reach": "2"}, "1. Demand", "“superb” is not on this scale."),
        ({"For yourself": "Call them."}, "1. Demand", "Choose what fits best for this criterion."),
        (GOOD | {"How well do you know this subject?": "7"}, "How well do you know", "Choose 1, 2 or 3"),
        (GOOD | {"For the makers": "x" * 2001}, "For the makers", "longer than 2000 characters"),
        ({"Step back": "Yes"}, "Why you step back", "Say why you step back"),
        ({"Why you step back": "Tied."}, "Step back", "Choose yes here too."),
        ({"Step back": "perhaps", "Why you step back": "Tied."}, "Step back", "Choose yes, or leave it empty."),
        (GOOD | {"Step back": "Yes", "Why you step back": "Tied."}, "Step back", "Choose one of both."),
        (GOOD | {"Code, do not change": "x"}, "Code", "belongs to no review that is asked of you"),
    ],
)
def test_every_fault_is_named_by_sheet_row_and_column_and_nothing_changes(browser, edition, cells, column, reason):
    book = taken_along(browser, edition)
    row, other = row_of(book, "Water"), row_of(book, "Roads")
    answer = browser.post(url("offline", edition), filled(book, (other, GOOD), (row, cells)))
    page = text_of(answer)
    assert answer.status_code == 422
    assert f"Reviews, row {row}" in page
    assert column in page
    assert reason in page.replace("&#x27;", "'")
    assert (Review.objects.count(), ReviewFile.objects.count()) == (0, 0)


@pytest.mark.usefixtures("assignments")
def test_own_name_stays_out_of_the_letter(browser, edition, me):
    book = taken_along(browser, edition)
    answer = browser.post(
        url("offline", edition), filled(book, (2, GOOD | {"For the makers": f"Greetings, {me.name}"}))
    )
    assert "Leave your name out" in text_of(answer)


def test_idea_one_is_tied_to_is_handed_back_and_not_judged(browser, edition, me, assignments):
    make_energy(idea=assignments[0].idea, person=me)
    book = taken_along(browser, edition)
    row = row_of(book, "Roads")
    judged = browser.post(url("offline", edition), filled(book, (row, GOOD)))
    assert (judged.status_code, "Somebody else should read it" in text_of(judged)) == (422, True)
    book = taken_along(browser, edition)
    back = {"Step back": "Yes", "Why you step back": "I gave it energy."}
    assert browser.post(url("offline", edition), filled(book, (row, back))).status_code == 302


@pytest.mark.usefixtures("assignments")
def test_same_idea_twice_is_a_fault(browser, edition):
    book = taken_along(browser, edition)
    page = book.worksheets[0]
    code = {"Code, do not change": page["I2"].value}
    answer = browser.post(url("offline", edition), filled(book, (2, GOOD), (3, GOOD | code)))
    assert "stands in the file twice" in text_of(answer)


def test_idea_that_was_withdrawn_meanwhile_is_a_fault(browser, edition, assignments):
    book = taken_along(browser, edition)
    assignments[0].delete()
    answer = browser.post(url("offline", edition), filled(book, (row_of(book, "Roads"), GOOD)))
    assert "belongs to no review that is asked of you" in text_of(answer)


@pytest.mark.usefixtures("assignments")
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"a;b\n1;2"])
def test_something_else_than_the_file_is_refused(browser, edition, content):
    answer = browser.post(url("offline", edition), {"file": SimpleUploadedFile("reviews.xlsx", content)})
    assert answer.status_code == 422
    assert not ReviewFile.objects.exists()


@pytest.mark.usefixtures("assignments")
def test_file_that_says_nothing_new_is_told_so(browser, edition, me):
    make_review(idea=make_idea(edition=edition, title="Given"), screener=me, scores=SCORES, remark="Fine.")
    answer = browser.post(url("offline", edition), filled(taken_along(browser, edition)))
    assert (answer.status_code, "No review in this file differs" in text_of(answer)) == (422, True)


def test_dutch_file_is_read_too(browser, edition, me, assignments):
    me.language = "nl"
    me.save()
    browser.cookies["django_language"] = "nl"
    book = taken_along(browser, edition)
    assert book.sheetnames[0] == "Beoordelingen"
    browser.cookies["django_language"] = "en"
    cells = {"1. Vraag": "goed", "2. Bereik": "een paar"}
    assert browser.post(url("offline", edition), filled(book, (row_of(book, "Roads"), cells))).status_code == 302
    browser.post(url("look_offline", edition))
    assert {one.criterion.slug: one.value for one in Review.objects.get().scores.all()} == SCORES


def give_meanwhile(assignment, score, at=None):
    scores = dict.fromkeys(SCORES, score)
    return actions.give_review(
        assignment=assignment, by=assignment.screener, at=at or later(hours=1), scores=scores, remark="Here."
    )


def test_review_made_after_the_file_left_is_never_overwritten_silently(browser, edition, assignments):
    book = taken_along(browser, edition)
    give_meanwhile(assignments[0], 1)
    changes = [(row_of(book, "Roads"), GOOD), (row_of(book, "Water"), GOOD)]
    browser.post(url("offline", edition), filled(book, *changes))
    look = text_of(browser.get(url("look_offline", edition)))
    assert "1 review changed here after the file left" in look
    assert "here it is 1" in look
    done = browser.post(url("look_offline", edition), follow=True)
    assert "1 review stays as it is here." in text_of(done)
    assert queries.review_of(assignments[0]).remark == "Here."
    assert queries.review_of(assignments[2]).remark == "Name a register."


def test_clash_is_settled_for_the_file_by_a_tick_about_what_was_seen(browser, edition, me, assignments):
    book = taken_along(browser, edition)
    give_meanwhile(assignments[0], 1)
    browser.post(url("offline", edition), filled(book, (row_of(book, "Roads"), GOOD)))
    file = queries.review_file_of(me, edition)
    key = queries.offline_lines(file)[0].key
    assert f'value="{key}"' in browser.get(url("look_offline", edition)).content.decode()
    give_meanwhile(assignments[0], 3, at=later(hours=2))
    browser.post(url("look_offline", edition), {"wanted": [key]})
    assert queries.review_of(assignments[0]).remark == "Here."
    browser.post(url("offline", edition), filled(book, (row_of(book, "Roads"), GOOD)))
    key = queries.offline_lines(queries.review_file_of(me, edition))[0].key
    browser.post(url("look_offline", edition), {"wanted": [key]})
    assert queries.review_of(assignments[0]).remark == "Name a register."


def test_draft_begun_meanwhile_is_a_clash_too(browser, edition, me, assignments):
    book = taken_along(browser, edition)
    actions.keep_draft(assignment=assignments[0], words={"remark": "Half a"}, by=me, at=later(hours=1))
    browser.post(url("offline", edition), filled(book, (row_of(book, "Roads"), GOOD)))
    assert "You began a change here" in text_of(browser.get(url("look_offline", edition)))
    browser.post(url("look_offline", edition))
    assert queries.review_of(assignments[0]) is None


def test_given_review_comes_along_and_is_changed_by_the_file(browser, edition, me):
    given = make_review(idea=make_idea(edition=edition, title="Roads"), screener=me, scores=SCORES, remark="Fine.")
    book = taken_along(browser, edition)
    assert [cell.value for cell in book.worksheets[0][2]][1:5] == ["4. good", "2. a few", CONFIDENT, "Fine."]
    browser.post(url("offline", edition), filled(book, (2, {"1. Demand": "5. excellent"})))
    browser.post(url("look_offline", edition))
    given.refresh_from_db()
    assert {one.criterion.slug: one.value for one in given.scores.all()} == {"demand": 5, "reach": 2}
    assert given.remark == "Fine."


@pytest.fixture
def file(edition, me, assignments):
    """A file of one review that was read."""
    said = {"code": str(assignments[0].public_id), "stamp": "", "row": 2, "reason": "", "scores": SCORES}
    said |= {"confidence": 2, "remark": "", "note": ""}
    return actions.keep_review_file(edition=edition, lines=[said], by=me, at=MOMENT)


def test_newer_file_takes_the_place_of_an_older_one(file, edition, me):
    newer = actions.keep_review_file(edition=edition, lines=file.lines, by=me, at=later(hours=1))
    assert queries.review_file_of(me, edition) == newer


def test_file_waits_a_day_and_is_then_forgotten(file, me):
    with pytest.raises(Refused, match="more than a day ago"):
        actions.take_reviews(file=file, wanted=[], by=me, at=later(days=2))
    assert actions.forget_review_files(at=later(hours=2)) == 0
    assert actions.forget_review_files(at=later(days=2)) == 1


def test_file_is_for_who_brought_it_and_only_during_the_screening(file, edition, me):
    with pytest.raises(Refused, match="Somebody else brought this file"):
        actions.take_reviews(file=file, wanted=[], by=make_screener(edition), at=MOMENT)
    edition.stage = Stage.MATCHING
    edition.save()
    with pytest.raises(Refused, match="The screening is closed"):
        actions.take_reviews(file=file, wanted=[], by=me, at=MOMENT)


def test_one_review_that_cannot_be_given_stops_all_of_them(file, me, assignments):
    broken = [*file.lines, file.lines[0] | {"code": str(assignments[1].public_id), "scores": {"demand": 9, "reach": 1}}]
    ReviewFile.objects.update(lines=broken)
    with pytest.raises(Refused, match="A score goes from 1 to 5"):
        actions.take_reviews(file=file, wanted=[], by=me, at=MOMENT)
    assert (Review.objects.count(), ReviewFile.objects.count()) == (0, 1)


@pytest.mark.parametrize("name", ["offline", "offline_form", "look_offline"])
def test_who_was_asked_nothing_has_no_file(sign_in, edition, name):
    answer = sign_in(make_screener(edition)).get(url(name, edition))
    assert (answer.status_code, "No reviews are asked of you" in text_of(answer)) == (403, True)


def test_looking_without_a_file_leads_back(browser, edition, assignments):
    assert browser.get(url("look_offline", edition)).url == url("offline", edition)
    assert url("offline", edition) in browser.get(url("reviews", edition)).content.decode()
