"""The trace page: one idea step by step, as each reader may know it."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from datamatch.editions.enums import Stage
from datamatch.front.queries.trace import trace_of
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Energy
from datamatch.projects.enums import ProjectState
from datamatch.projects.models import Project
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision
from tests.factories.ideas import make_energy
from tests.factories.moments import later
from tests.factories.people import make_person
from tests.factories.screening import make_decision, make_review
from tests.front.world import ROLES, Way

pytestmark = pytest.mark.django_db
SENT, ENERGY, READ = "The idea was sent", "1 person put energy into it", "1 screener read it blind"
INVITED, DRAFT, TEAM = "It was invited to pitch", "A draft team stands ready", "A team was formed"
HIDDEN = "Who sent this idea stays hidden until screening is done, so that every idea gets the same chance."


def titles(way, role):
    return [moment.title for moment in trace_of(way.idea, by=way.readers[role])]


def moment_named(way, role, title):
    return next(moment for moment in trace_of(way.idea, by=way.readers[role]) if moment.title == title)


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        (Stage.CALL, [SENT]),
        (Stage.SCREENING, [SENT, ENERGY]),
        (Stage.MATCHING, [SENT, ENERGY, READ, INVITED]),
        (Stage.PITCHING, [SENT, ENERGY, READ, INVITED, "It will be pitched"]),
    ],
)
def test_trace_grows_with_the_stages_and_tells_nothing_early(stage, shown):
    assert titles(Way(stage), "stranger") == shown


def test_trace_of_a_whole_way_goes_from_the_call_to_the_reuse():
    way = Way(Stage.CLOSED)
    way.reuse()
    assert titles(way, "stranger") == [
        SENT, ENERGY, READ, INVITED, TEAM, "It was pitched", "The jury chose it", "Legal: go", "Technical: go",
        "Ethical: go", "The three months began", "1 report was given", "It worked", "On stage at the DataDag",
        "It became a case", "It was reused in “Full barns”",
    ]  # fmt: skip


def test_draft_team_is_told_to_who_needs_it_only():
    way = Way(Stage.MATCHING)
    assert {role for role in ROLES if DRAFT in titles(way, role)} == {
        "submitter", "member", "juror", "manager", "administrator",
    }  # fmt: skip
    assert moment_named(way, "member", DRAFT).text == "Mo Member (Data scientist)"


@pytest.mark.parametrize("stage", [Stage.CALL, Stage.SCREENING])
def test_names_are_hidden_until_screening_is_done(stage):
    way = Way(stage)
    assert {role for role in ROLES if moment_named(way, role, SENT).who} == {"submitter", "manager", "administrator"}
    assert moment_named(way, "stranger", SENT).text == HIDDEN


def test_names_and_unit_are_told_once_screening_is_done():
    assert moment_named(Way(Stage.MATCHING), "stranger", SENT).who == "Anna Author (Barn office)"


def test_energy_is_counted_with_the_hours_of_who_joins():
    way = Way(Stage.SCREENING)
    make_energy(idea=way.idea)
    told = moment_named(way, "stranger", "2 people put energy into it")
    assert told.text == "1 wants to join, for 4 hours a week."
    assert titles(Way(Stage.CALL), "manager") == [SENT, ENERGY]


def test_idea_without_energy_says_nothing_of_it():
    way = Way(Stage.SCREENING)
    Energy.objects.all().delete()
    assert titles(way, "manager") == [SENT]


@pytest.mark.parametrize(
    ("title", "reason"), [(INVITED, "Strong demand."), ("The jury chose it", "Can really be done.")]
)
def test_reason_is_for_the_makers_and_the_managers(title, reason):
    way = Way(Stage.CLOSED)
    told = {role: moment_named(way, role, title).text for role in ROLES}
    assert {role for role, text in told.items() if text == reason} == {"submitter", "manager", "administrator"}
    assert set(told.values()) == {reason, ""}


def test_decision_that_is_not_published_is_told_to_nobody():
    way = Way(Stage.SCREENING)
    make_decision(idea=way.idea, reason="Strong demand.")
    assert {tuple(titles(way, role)) for role in ROLES} == {(SENT, ENERGY)}


@pytest.mark.parametrize(
    ("round", "outcome", "title"),
    [
        (Round.SHORTLIST, Outcome.NO, "It was not chosen for the pitch day"),
        (Round.SHORTLIST, Outcome.RESERVE, "It stands in reserve"),
        (Round.VERDICT, Outcome.NO, "The jury chose other ideas"),
    ],
)
def test_idea_that_goes_no_further_says_so(round, outcome, title):
    way = Way(Stage.SCREENING)
    make_decision(idea=way.idea, round=round, outcome=outcome, published_at=later(days=21))
    stopped = moment_named(way, "stranger", title).state
    assert stopped == ("stopped" if outcome == Outcome.NO else "done")


def test_project_that_waits_for_its_gate_has_not_begun():
    way = Way(Stage.DELIVERY)
    Project.objects.update(state=ProjectState.STARTING)
    assert "The three months began" not in titles(way, "stranger")
    assert moment_named(way, "stranger", "The three months will begin").state == "next"


def test_reuse_in_an_idea_that_is_not_sent_is_not_told():
    way = Way(Stage.CLOSED)
    following = way.reuse().idea
    following.state = IdeaState.DRAFT
    following.save()
    assert "It was reused in “Full barns”" not in titles(way, "manager")


def test_new_idea_tells_which_case_it_builds_on(sign_in):
    following = (way := Way(Stage.CLOSED)).reuse().idea
    told = [moment.title for moment in trace_of(following, by=way.readers["stranger"])]
    assert told == [SENT, f"It builds on the case “{way.case.title}”"]


def test_nobody_reads_on_a_trace_who_screened_or_voted(sign_in):
    way = Way(Stage.CLOSED)
    for role in ROLES:
        text = sign_in(way.readers[role]).get(reverse("front:trace", args=[way.idea.public_id])).content.decode()
        own = {"screener": "Sven Screener", "juror": "Judy Juror"}
        told = [name for reader, name in own.items() if reader != role and name in text]
        assert (role, told) == (role, [])


@pytest.mark.parametrize("stage", [Stage.CALL, Stage.CLOSED])
def test_trace_page_shows_every_step(stage, sign_in):
    way = Way(stage)
    answer = sign_in(way.readers["stranger"]).get(reverse("front:trace", args=[way.idea.public_id]))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert [title for title in titles(way, "stranger") if escape(title) not in text] == []


def test_trace_of_a_draft_is_for_its_maker_only(sign_in):
    way = Way(Stage.CALL)
    way.idea.state, way.idea.sent_at = IdeaState.DRAFT, None
    way.idea.save()
    url = reverse("front:trace", args=[way.idea.public_id])
    assert titles(way, "submitter")[0] == "The idea is being written"
    assert sign_in(way.readers["submitter"]).get(url).status_code == 200
    refused = sign_in(way.readers["stranger"]).get(url)
    assert refused.status_code == 403
    assert "This idea has not been sent yet." in refused.content.decode()


def test_moments_are_dated_by_the_day_here():
    way = Way(Stage.CALL)
    assert moment_named(way, "stranger", SENT).date == "2 March 2026"


def test_trace_takes_as_many_queries_for_three_of_everything_as_for_one(sign_in, django_assert_max_num_queries):
    way = Way(Stage.CLOSED)
    way.reuse()
    client, url = sign_in(way.readers["manager"]), reverse("front:trace", args=[way.idea.public_id])
    with django_assert_max_num_queries(99) as once:
        client.get(url)
    for _more in range(2):
        make_energy(idea=way.idea, person=make_person())
        make_review(idea=way.idea)
        way.reuse()
    assert Decision.objects.filter(idea=way.idea).count() == 2
    with django_assert_max_num_queries(len(once)):
        client.get(url)
