"""One idea in the browser, and the energy it gets."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.models import Energy
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_energy, make_idea
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db


def energy_of(idea):
    return reverse("ideas:energy", args=[idea.public_id])


def read(browser, idea):
    return browser.get(idea.get_absolute_url()).content.decode()


@pytest.mark.parametrize("stage", list(Stage))
def test_idea_can_be_read_in_every_stage(sign_in, stage):
    idea = make_idea(edition=make_edition(stage=stage), title="Bees", result="A map of hives.")
    text = read(sign_in(make_person()), idea)
    assert "Bees" in text
    assert "A map of hives." in text


def test_draft_of_another_is_refused(sign_in):
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    assert sign_in(make_person()).get(draft.get_absolute_url()).status_code == 403


def test_name_and_unit_of_the_author_are_nowhere_on_the_page_during_screening(sign_in):
    author = make_person(name="Zebedeus", unit=make_unit(name="Hidden Corner"))
    idea = make_idea(edition=make_edition(stage=Stage.SCREENING), submitter=author, unit_name="Hidden Corner")
    text = read(sign_in(make_person()), idea)
    assert "Zebedeus" not in text
    assert "Hidden Corner" not in text


def test_name_and_unit_of_the_author_are_shown_after_screening(sign_in):
    author = make_person(name="Zebedeus")
    idea = make_idea(edition=make_edition(stage=Stage.MATCHING), submitter=author, unit_name="Hidden Corner")
    text = read(sign_in(make_person()), idea)
    assert "Zebedeus" in text
    assert "Hidden Corner" in text


def test_who_gave_energy_is_hidden_during_the_call_and_shown_later(sign_in):
    for stage, visible in ((Stage.CALL, False), (Stage.SCREENING, True)):
        idea = make_idea(edition=make_edition(stage=stage))
        make_energy(idea=idea, person=make_person(name="Zebedeus"), why="My fields too")
        text = read(sign_in(make_person()), idea)
        assert ("Zebedeus" in text) is visible
        assert ("My fields too" in text) is visible


def test_manager_sees_energy_during_the_call(sign_in):
    edition = make_edition()
    idea = make_idea(edition=edition)
    make_energy(idea=idea, person=make_person(name="Zebedeus"))
    assert "Zebedeus" in read(sign_in(make_manager(edition)), idea)


def test_page_takes_as_many_queries_for_three_givers_as_for_one(sign_in):
    idea = make_idea(edition=make_edition(stage=Stage.SCREENING))
    browser = sign_in(make_person())
    counts = []
    for givers in (1, 2):
        for _ in range(givers):
            make_energy(idea=idea, person=make_person(unit=make_unit()))
        with CaptureQueriesContext(connection) as queries:
            read(browser, idea)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_energy_is_given_without_javascript(sign_in):
    idea, person = make_idea(edition=make_edition()), make_person()
    answer = sign_in(person).post(
        energy_of(idea), {"kind": "join", "join-role": "jurist", "join-hours_per_week": "3", "join-why": "I can"}
    )
    energy = Energy.objects.get()
    assert answer["Location"] == f"{idea.get_absolute_url()}#energy"
    assert (energy.person, energy.kind, energy.role, energy.hours_per_week, energy.why) == (
        person, EnergyKind.JOIN, "jurist", 3, "I can",
    )  # fmt: skip


def test_energy_by_htmx_answers_with_the_part_about_energy_only(sign_in):
    idea = make_idea(edition=make_edition())
    answer = sign_in(make_person()).post(energy_of(idea), {"kind": "support"}, headers={"HX-Request": "true"})
    text = answer.content.decode().strip()
    assert text.startswith('<section id="energy"')
    assert "You said this" in text
    assert "<html" not in text
    assert '<h2 tabindex="-1" autofocus>' in text


def test_joining_without_a_role_shows_what_is_missing(sign_in):
    idea = make_idea(edition=make_edition())
    browser = sign_in(make_person())
    typed = {"kind": "join", "join-role": "", "join-hours_per_week": "3"}
    for headers in ({}, {"HX-Request": "true"}):
        answer = browser.post(energy_of(idea), typed, headers=headers)
        assert answer.status_code == 422
        assert "utrecht-form-field--invalid" in answer.content.decode()
    assert Energy.objects.count() == 0


def test_own_energy_can_be_taken_back(sign_in):
    idea, person = make_idea(edition=make_edition()), make_person()
    make_energy(idea=idea, person=person)
    sign_in(person).post(reverse("ideas:take_back", args=[idea.public_id]), {"kind": "support"})
    assert Energy.objects.count() == 0


def test_unknown_energy_is_not_found_and_own_idea_refused(sign_in):
    idea = make_idea(edition=make_edition())
    assert sign_in(make_person()).post(energy_of(idea), {"kind": "love"}).status_code == 404
    assert sign_in(idea.submitter).post(energy_of(idea), {"kind": "support"}).status_code == 403
