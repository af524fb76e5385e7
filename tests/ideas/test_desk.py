"""The desk of a manager: finding, choosing, writing, keeping views and taking ideas out."""

import csv
import io

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions
from datamatch.ideas.enums import DeskOrder, EnergyKind, IdeaState, Joined
from datamatch.ideas.models import SavedView
from datamatch.ideas.queries.desk import EXPORTED, DeskWishes, desk_ideas, export_rows, units_of
from datamatch.ideas.rules import desk as rules
from tests.factories.editions import make_edition, make_manager, make_screener, make_theme
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_administrator, make_person, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition()


@pytest.fixture
def manager(edition):
    return make_manager(edition)


def desk_of(edition):
    return reverse("ideas:desk", args=[edition.slug])


def titles(edition, **wishes):
    return [idea.title for idea in desk_ideas(edition, DeskWishes(**wishes))]


def chosen(*ideas, **given):
    return {"idea": [str(idea.public_id) for idea in ideas]} | given


def test_only_managers_and_administrators_come_in(edition, manager, sign_in):
    reason = "Only a manager of this edition does this."
    for reader in (make_person(), make_screener(edition), make_manager(make_edition())):
        assert rules.why_not_see_desk(edition=edition, by=reader) == reason
        for page in ("desk", "bring"):
            assert sign_in(reader).get(reverse(f"ideas:{page}", args=[edition.slug])).status_code == 403
        assert sign_in(reader).get(reverse("ideas:export", args=[edition.slug, "csv"])).status_code == 403
        assert sign_in(reader).post(reverse("ideas:bulk", args=[edition.slug])).status_code == 403
    for reader in (manager, make_administrator()):
        assert sign_in(reader).get(desk_of(edition)).status_code == 200


def test_drafts_stay_with_their_authors(edition):
    make_idea(edition=edition, title="Draft", state=IdeaState.DRAFT)
    make_idea(edition=edition, title="Gone", state=IdeaState.WITHDRAWN)
    make_idea(edition=edition, title="Sent")
    assert titles(edition) == ["Sent"]
    assert titles(edition, state=IdeaState.WITHDRAWN) == ["Gone"]


def test_ideas_are_found_by_words_number_submitter_theme_unit_and_joining(edition):
    barn, theme = make_unit(name="Barn office"), make_theme(edition=edition, position=9)
    anna = make_person(name="Anna Author", unit=barn)
    bees = make_idea(edition=edition, title="Bees", submitter=anna)
    bats = make_idea(edition=edition, title="Bats", theme=theme)
    make_energy(idea=bats, kind=EnergyKind.JOIN)
    assert titles(edition, text="anna") == ["Bees"]
    assert titles(edition, text=str(bats.number)) == ["Bats"]
    assert titles(edition, theme=theme) == ["Bats"]
    assert titles(edition, unit=barn) == ["Bees"]
    assert titles(edition, joined=Joined.NOBODY) == ["Bees"]
    assert titles(edition, joined=Joined.SOMEBODY) == ["Bats"]
    assert titles(edition, order=DeskOrder.TITLE) == ["Bats", "Bees"]
    assert titles(edition, order=DeskOrder.JOINING) == ["Bats", "Bees"]
    assert titles(edition, order=DeskOrder.LEAST_JOINED) == [bees.title, "Bats"]


def test_energy_is_counted_by_kind(edition):
    idea, person = make_idea(edition=edition), make_person()
    for kind in (EnergyKind.JOIN, EnergyKind.SUPPORT, EnergyKind.SAME_PROBLEM):
        make_energy(idea=idea, person=person, kind=kind)
    make_energy(idea=idea, kind=EnergyKind.SUPPORT)
    [found] = desk_ideas(edition, DeskWishes())
    assert (found.joining, found.supporting, found.advising, found.sharing) == (1, 2, 0, 1)


def test_filters_are_remembered(edition, manager, sign_in):
    make_idea(edition=edition, title="Bees")
    make_idea(edition=edition, title="Bats")
    browser = sign_in(manager)
    browser.get(desk_of(edition), {"text": "bees"})
    answer = browser.get(desk_of(edition))
    assert [idea.title for idea in answer.context["page"]] == ["Bees"]
    answer = browser.get(desk_of(edition), {"text": ""})
    assert len(answer.context["page"].object_list) == 2


def test_words_that_fit_nothing_count_as_none(edition, manager, sign_in):
    make_idea(edition=edition)
    asked = {"theme": "no-such", "unit": "no-such", "joined": "perhaps", "state": "draft", "order": "'; --"}
    answer = sign_in(manager).get(desk_of(edition), asked)
    assert len(answer.context["page"].object_list) == 1


def test_number_of_queries_does_not_grow(edition, manager, sign_in):
    browser, counts = sign_in(manager), []
    for ideas in (1, 2):
        for _each in range(ideas):
            make_energy(idea=make_idea(edition=edition, submitter=make_person(unit=make_unit())))
        browser.get(desk_of(edition))
        with CaptureQueriesContext(connection) as queries:
            browser.get(desk_of(edition))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_another_theme_is_given_and_written_down(edition, manager):
    theme = make_theme(edition=edition, position=9)
    moved, there = make_idea(edition=edition), make_idea(edition=edition, theme=theme)
    count = actions.change_theme(edition=edition, ideas=[moved, there], theme=theme, by=manager, at=MOMENT)
    moved.refresh_from_db()
    assert (count, moved.theme) == (1, theme)
    assert (moved.version, moved.word_versions) == (1, {"theme": 1})
    assert moved.versions.get().words["theme"] == theme.slug
    assert TrailEntry.objects.filter(deed="idea.theme").count() == 1


@pytest.mark.parametrize("wrong", ["not a manager", "no ideas", "another edition", "another theme", "closed call"])
def test_another_theme_is_refused(edition, manager, wrong):
    theme, idea = edition.themes.first(), make_idea(edition=edition)
    asked = {"edition": edition, "ideas": [idea], "theme": theme, "by": manager, "at": MOMENT}
    if wrong == "not a manager":
        asked["by"] = make_person()
    elif wrong == "no ideas":
        asked["ideas"] = []
    elif wrong == "another edition":
        asked["ideas"] = [make_idea(edition=make_edition())]
    elif wrong == "another theme":
        asked["theme"] = make_theme(edition=make_edition())
    else:
        edition.stage = Stage.SCREENING
        edition.save()
    with pytest.raises(Refused):
        actions.change_theme(**asked)
    assert not TrailEntry.objects.filter(deed="idea.theme").exists()


def test_authors_get_one_mail_each_in_their_language(edition, manager):
    anna = make_person(language="nl")
    first, second = (make_idea(edition=edition, submitter=anna, title=title) for title in ("Bees", "Bats"))
    told = actions.write_to_authors(
        edition=edition, ideas=[first, second], text="Please name your source.", by=manager, at=MOMENT
    )
    [sent] = Mail.objects.all()
    assert told == 1
    assert (sent.to, sent.language) == (anna.email, "nl")
    assert all(word in sent.body for word in ("Please name your source.", "Bees", "Bats", manager.name))


@pytest.mark.parametrize("wrong", ["not a manager", "no ideas", "no words"])
def test_writing_is_refused(edition, manager, wrong):
    asked = {"edition": edition, "ideas": [make_idea(edition=edition)], "text": "Hello", "by": manager, "at": MOMENT}
    asked |= {"not a manager": {"by": make_person()}, "no ideas": {"ideas": []}, "no words": {"text": "  "}}[wrong]
    with pytest.raises(Refused):
        actions.write_to_authors(**asked)
    assert mail.outbox == []
    assert not Mail.objects.exists()


def test_the_page_does_it_and_keeps_what_was_typed_when_it_cannot(edition, manager, sign_in):
    idea = make_idea(edition=edition)
    bulk = reverse("ideas:bulk", args=[edition.slug])
    answer = sign_in(manager).post(bulk, {"deed": "write", "text": "Do name your source"})
    assert answer.status_code == 422
    assert "Do name your source" in answer.content.decode()
    answer = sign_in(manager).post(bulk, chosen(idea, deed="write", text=""))
    assert answer.status_code == 422
    assert str(idea.public_id) in answer.context["chosen"]
    answer = sign_in(manager).post(bulk, chosen(idea, deed="write", text="Do name your source"))
    assert answer.status_code == 302
    assert Mail.objects.count() == 1
    answer = sign_in(manager).post(bulk, {"deed": "theme", "idea": ["nonsense"]})
    assert answer.status_code == 422


def test_a_view_is_kept_under_its_name_and_replaced(edition, manager):
    for query in ("text=bees", "text=bats"):
        actions.keep_view(edition=edition, by=manager, name=" My  bees ", query=query, at=MOMENT)
    [view] = SavedView.objects.all()
    assert (view.name, view.query) == ("My bees", "text=bats")


def test_keeping_a_view_is_refused(edition, manager):
    for number in range(20):
        actions.keep_view(edition=edition, by=manager, name=f"View {number}", query="", at=MOMENT)
    for by, name in ((make_person(), "Bees"), (manager, " "), (manager, "One more")):
        with pytest.raises(Refused):
            actions.keep_view(edition=edition, by=by, name=name, query="", at=MOMENT)
    assert SavedView.objects.count() == 20


def test_a_view_is_removed_by_its_owner_only(edition, manager, sign_in):
    view = actions.keep_view(edition=edition, by=manager, name="Bees", query="text=bees", at=MOMENT)
    address = reverse("ideas:forget_view", args=[edition.slug, view.public_id])
    other = make_manager(edition)
    assert sign_in(other).post(address).status_code == 403
    assert sign_in(manager).post(address).status_code == 302
    assert not SavedView.objects.exists()


def test_others_do_not_see_my_views(edition, manager, sign_in):
    sign_in(manager).get(desk_of(edition), {"text": "bees"})
    sign_in(manager).post(reverse("ideas:keep_view", args=[edition.slug]), {"name": "My bees"})
    assert "My bees" in sign_in(manager).get(desk_of(edition)).content.decode()
    assert "My bees" not in sign_in(make_manager(edition)).get(desk_of(edition)).content.decode()


def test_export_holds_what_the_desk_shows(edition, manager, sign_in):
    make_idea(edition=edition, title="=HYPERLINK(1)", submitter=make_person(email="anna@example.org"))
    make_idea(edition=edition, title="Bats")
    browser = sign_in(manager)
    browser.get(desk_of(edition), {"text": "hyperlink"})
    answer = browser.get(reverse("ideas:export", args=[edition.slug, "csv"]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == list(EXPORTED)
    assert [row[1] for row in rows[1:]] == ["'=HYPERLINK(1)"]
    assert "attachment" in answer["Content-Disposition"]
    answer = browser.get(reverse("ideas:export", args=[edition.slug, "xlsx"]))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet["B2"].value == "'=HYPERLINK(1)"
    assert browser.get(reverse("ideas:export", args=[edition.slug, "exe"])).status_code == 404


def test_export_takes_as_many_queries_for_three_ideas_as_for_one(edition):
    counts = []
    for ideas in (1, 2):
        for _each in range(ideas):
            make_energy(idea=make_idea(edition=edition))
        with CaptureQueriesContext(connection) as queries:
            rows = list(export_rows(desk_ideas(edition, DeskWishes())))
        counts.append(len(queries))
    assert len(rows) == 3
    assert counts[0] == counts[1]


def test_what_a_merged_unit_sent_counts_for_the_other(edition):
    barn, gone = make_unit(name="Barn office"), make_unit(name="Shed")
    make_idea(edition=edition, title="Bees", submitter=make_person(unit=gone))
    gone.merged_into = barn
    gone.save()
    assert list(units_of(edition)) == [barn]
    assert titles(edition, unit=barn) == titles(edition, unit=gone) == ["Bees"]
