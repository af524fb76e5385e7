"""The canvas in the browser."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.canvas import actions, queries
from datamatch.canvas.enums import Need
from datamatch.editions.enums import MakersKnown, Stage
from tests.factories.editions import make_edition, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(stage=Stage.MATCHING))


def page(name, idea):
    return reverse(f"canvas:{name}", args=[idea.public_id])


def form(*rows, **given):
    typed = {"weeks": "13", "euros": "0", "needs-TOTAL_FORMS": str(len(rows)), "needs-INITIAL_FORMS": "0"}
    for number, (role, hours, must) in enumerate(rows):
        row = {"role": role, "hours_per_week": hours, "must": must}
        typed |= {f"needs-{number}-{name}": value for name, value in row.items()}
    return typed | given


def test_page_without_canvas_invites_its_makers_only(sign_in, idea):
    assert "Start the canvas" not in sign_in(make_person()).get(page("canvas", idea)).content.decode()
    assert "Start the canvas" in sign_in(idea.submitter).get(page("canvas", idea)).content.decode()


def test_page_shows_answers_roles_and_hours_together(sign_in, idea):
    needs = [Need("jurist", 3), Need("ethicus", 2, must=False)]
    actions.fill_canvas(idea=idea, by=idea.submitter, at=MOMENT, needs=needs, demand="<i>Which farms?</i>")
    text = sign_in(make_person()).get(page("canvas", idea)).content.decode()
    assert "&lt;i&gt;Which farms?" in text
    assert "Lawyer" in text
    assert "5 hours a week" in text


def test_page_is_refused_to_others_during_screening(sign_in):
    idea = make_idea(edition=make_edition(stage=Stage.SCREENING))
    assert sign_in(make_person()).get(page("canvas", idea)).status_code == 403


def test_page_takes_as_many_queries_for_three_roles_as_for_one(sign_in, idea):
    browser = sign_in(make_person())
    counts = []
    for needs in (["jurist"], ["jurist", "ethicus", "architect"]):
        rows = [Need(role, 4) for role in needs]
        actions.fill_canvas(idea=idea, by=idea.submitter, at=MOMENT, needs=rows)
        with CaptureQueriesContext(connection) as asked:
            browser.get(page("canvas", idea))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_form_begins_with_the_words_of_the_idea(sign_in, idea):
    answer = sign_in(idea.submitter).get(page("fill", idea))
    assert answer.context["form"]["demand"].value() == idea.demand
    assert len(answer.context["rows"].forms) == 8


def test_form_is_refused_to_others(sign_in, idea):
    assert sign_in(make_person()).get(page("fill", idea)).status_code == 403


def test_filled_form_is_kept_and_rows_without_role_are_left_out(sign_in, idea):
    typed = form(("jurist", "3", "must"), ("", "4", "must"), ("ethicus", "2", "should"), demand="Which farms?")
    answer = sign_in(idea.submitter).post(page("fill", idea), typed)
    assert answer["Location"] == page("canvas", idea)
    assert queries.canvas_of(idea).demand == "Which farms?"
    assert [(n.role, n.hours_per_week, n.must) for n in queries.needs_of(idea)] == [
        ("jurist", 3, True),
        ("ethicus", 2, False),
    ]


def test_added_row_keeps_what_was_typed_and_stores_nothing(sign_in, idea):
    typed = form(("jurist", "3", "should"), demand="Half a thought", add="row")
    answer = sign_in(idea.submitter).post(page("fill", idea), typed)
    rows = answer.context["rows"].forms
    assert answer.status_code == 200
    assert [row["role"].value() for row in rows] == ["jurist", None]
    assert (rows[0]["hours_per_week"].value(), rows[0]["must"].value()) == ("3", "should")
    assert answer.context["form"]["demand"].value() == "Half a thought"
    assert queries.canvas_of(idea) is None


def test_added_row_in_a_mangled_form_begins_anew(sign_in, idea):
    answer = sign_in(idea.submitter).post(page("fill", idea), {"add": "row", "needs-TOTAL_FORMS": "many"})
    assert len(answer.context["rows"].forms) == 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (form(("jurist", "3", "must"), ("jurist", "2", "must")), "Name each role once."),
        (form(("jurist", "", "must")), "Say how many hours a week."),
        (form(("jurist", "99", "must")), "less than or equal to 40"),
        (form(weeks="0"), "greater than or equal to 1"),
    ],
)
def test_form_with_a_mistake_says_what_and_keeps_nothing(sign_in, idea, typed, reason):
    answer = sign_in(idea.submitter).post(page("fill", idea), typed)
    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert queries.canvas_of(idea) is None


def test_screener_who_never_learns_the_makers_reads_no_names_in_the_canvas(sign_in):
    edition = make_edition(stage=Stage.MATCHING, makers_known=MakersKnown.NEVER)
    idea = make_idea(edition=edition, submitter=make_person(name="Zebedee Quillfeather"))
    actions.fill_canvas(idea=idea, by=idea.submitter, at=MOMENT, needs=[], owner_of_demand="Zebedee himself")
    assert "█████ himself" in sign_in(make_screener(edition)).get(page("canvas", idea)).content.decode()
    assert "Zebedee himself" in sign_in(make_person()).get(page("canvas", idea)).content.decode()
    assert queries.canvas_of(idea).owner_of_demand == "Zebedee himself"
