"""The whole chain in a real browser, from an empty database to a case that the next call uses again."""

import pytest
from django.utils import timezone

from datamatch.editions.enums import Stage
from datamatch.people.actions import load_skills
from tests.browser import steps_call, steps_choice, steps_work
from tests.browser.places import SEEN_ON_THE_WAY
from tests.browser.walk import Walk
from tests.factories.editions import make_edition, make_theme
from tests.factories.ideas import make_energy, make_idea
from tests.factories.people import make_administrator, make_person, make_unit

NAMES = {
    "Programme manager": ["Bregje Manager"],
    "Screener": ["Anna Screener", "Bram Screener", "Cor Screener"],
    "Juror": ["Dora Juror", "Eef Juror", "Fien Juror"],
}
ROLES = ("data-scientist", "jurist", "projectleider", "data-engineer", "ethicus", "domeinspecialist")


def make_expert(name, discipline):
    """Make somebody with a discipline and ten hours a week, in a unit of their own."""
    person = make_person(name=name)
    person.profile.discipline, person.profile.hours_per_week = discipline, 10
    person.profile.unit = make_unit()
    person.profile.save()
    return person


def make_ideas(edition, experts):
    """Make three more ideas, each with people who want to join."""
    names = ("Gijs", "Hanna", "Ivo")
    ideas = [make_idea(edition=edition, title=f"Idea of {one}", number=n) for n, one in enumerate(names, start=11)]
    for idea in ideas:
        for expert in experts:
            make_energy(idea=idea, person=expert, kind="join", role=expert.profile.discipline)
    return ideas


@pytest.mark.browser
def test_the_whole_chain_from_an_empty_database_to_reuse(open_page, empty):
    load_skills(at=timezone.now())
    walk, today = Walk(open_page, empty), timezone.localdate()
    duties = {duty: [make_person(name=name) for name in names] for duty, names in NAMES.items()}
    experts = [make_expert(f"Expert {role}", role) for role in ROLES]
    people = [(person, duty) for duty, persons in duties.items() for person in persons]
    manager, screeners, jurors = duties["Programme manager"][0], duties["Screener"], duties["Juror"]

    edition = steps_call.prepare(walk, make_administrator(), people)
    page, noor = steps_call.register(walk)
    idea = steps_call.send_idea(walk, page, edition, "Brooks that run dry")
    make_ideas(edition, experts)
    for expert in experts:
        make_energy(idea=idea, person=expert, kind="join", role=expert.profile.discipline)
    other = make_expert("Joris Expert", "data-scientist")
    steps_call.join(walk, walk.page_of(other), idea, "Data scientist", 4)
    steps_choice.go_on(walk, manager, edition)

    steps_choice.review_all(walk, manager, screeners, edition)
    steps_choice.decide(walk, manager, edition)
    steps_choice.answer_everybody(walk, manager, edition, "shortlist")
    steps_choice.go_on(walk, manager, edition)

    steps_choice.form_teams(walk, manager, edition)
    steps_choice.go_on(walk, manager, edition)

    steps_choice.hold_pitches(walk, manager, jurors, edition, today)
    steps_choice.vote(walk, manager, jurors, edition)
    steps_choice.answer_everybody(walk, manager, edition, "verdict")
    steps_choice.go_on(walk, manager, edition)

    owners = {
        aspect: make_expert(f"Owner {aspect}", discipline)
        for aspect, discipline in {"legal": "jurist", "technical": "architect", "ethical": "ethicus"}.items()
    }
    project = steps_work.start_project(walk, manager, owners, edition)
    steps_work.change_a_team(walk, manager, project)
    lead = steps_work.work(walk, edition, project)
    steps_choice.go_on(walk, manager, edition)

    steps_work.hold_datadag(walk, manager, noor, edition, today)
    case = steps_work.make_case(walk, lead, project)
    steps_choice.go_on(walk, manager, edition)
    edition.refresh_from_db()
    assert edition.stage == Stage.CLOSED

    following = make_edition(stage=Stage.CALL, programme=edition.programme, number=2, themes=0)
    make_theme(edition=following, name_en="River")
    steps_work.reuse(walk, page, case)
    walk.go(page, f"/ideeen/{project.idea.public_id}/spoor/")
    trace = page.get_by_role("main").inner_text()
    for word in ("It did not work, because", case.title, following.name):
        assert word in trace
    assert SEEN_ON_THE_WAY - walk.seen == set()
