"""Who could help with an idea: ranked by what people tell, with reasons in words, and nothing that is hidden."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas import weighing
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Ask, RoleWanted
from datamatch.ideas.weighing.words import IdeaWords
from datamatch.people.enums import Audience, Part
from datamatch.people.models import Learning, Profile
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import DAY
from tests.factories.people import make_person, make_skill, make_unit

pytestmark = pytest.mark.django_db


def make_world(**given):
    """An idea about satellite images, GIS and nitrogen of the NVWA."""
    words = {
        "title": "Stikstof op de kaart",
        "demand": "Welke boerenbedrijven stoten het meest uit, en hoe verandert dat?",
        "data": "Satellietbeelden en de GIS-kaarten van de NVWA, registers en een model.",
        "result": "",
    }
    return make_idea(edition=given.pop("edition", None) or make_edition(), **words | given)


def gis():
    return make_skill(name_nl="Geo-informatie (GIS)", name_en="Geographic information (GIS)")


def found(idea, by):
    return weighing.helpers_of(idea, by=by, on=DAY)


def names(helpers):
    return [helper.sight.person.name for helper in helpers]


def filling(idea, by):
    return {opening.words: names(helpers) for opening, helpers in found(idea, by).filling}


@pytest.mark.parametrize(
    ("nl", "en", "said"),
    [
        ("Geo-informatie (GIS)", "Geographic information (GIS)", True),
        ("Satellietbeelden (remote sensing)", "Satellite images (remote sensing)", True),
        ("Stikstof", "Nitrogen", True),
        ("Machine learning", "Machine learning", False),
        ("R", "R", False),
        ("Datakwaliteit", "Data quality", False),
        ("Open data", "Open data", False),
        ("Vooroordelen in kaarten en modellen", "Bias in maps and models", False),
        ("Basisregistraties en registers", "Base registers", False),
    ],
)
def test_idea_names_a_skill_in_one_of_its_ways(nl, en, said):
    assert IdeaWords(make_world()).name_one_of(nl, en) is said


def test_unit_is_named_by_its_capitals_or_its_whole_name():
    words = IdeaWords(make_world(result="Een lijst voor Staatsbosbeheer."))
    assert words.name_unit("Nederlandse Voedsel- en Warenautoriteit", "NVWA")
    assert words.name_unit("Staatsbosbeheer", "")
    assert not words.name_unit("Directie Dat", "DAT")


def test_people_are_ranked_by_what_the_idea_points_at_with_their_reasons():
    skill, unit = gis(), make_unit(name="Voedsel- en Warenautoriteit", abbreviation="NVWA")
    idea = make_world()
    strong, learner = make_person(name="Anna", unit=unit, discipline=""), make_person(name="Bob", discipline="")
    strong.profile.levels.create(skill=skill, level=4)
    Learning.objects.create(profile=learner.profile, skill=skill)
    writer = make_person(name="Carl", discipline="")
    Profile.objects.filter(person=writer).update(about="Ik ken boerenbedrijven en stikstof goed.")
    make_person(name="Dora", discipline="")
    first, second, third = found(idea, make_person()).knowing
    assert names([first, second, third]) == ["Anna", "Carl", "Bob"]
    assert ([held.skill for held in first.can], first.of_unit) == ([skill], True)
    assert set(second.words) == {"stikstof", "boerenbedrijven"}
    assert [wish.skill for wish in third.wants] == [skill]


def test_what_a_team_needs_is_covered_by_discipline_and_by_what_one_can_safeguard():
    idea = make_world()
    make_person(name="Anna", discipline="jurist")
    guard = make_person(name="Bob", discipline="")
    Profile.objects.filter(person=guard).update(safeguards=["ethical"])
    assert filling(idea, make_person(discipline="")) == {
        "Legal": ["Anna"], "Ethical": ["Bob"], "Feasibility": [idea.submitter.name],
    }  # fmt: skip


def test_roles_that_authors_look_for_come_first_and_count_once():
    idea = make_world(submitter=make_person(discipline=""))
    make_person(name="Anna", discipline="jurist"), make_person(name="Bob", discipline="architect")
    RoleWanted.objects.create(idea=idea, role="jurist")
    assert list(filling(idea, make_person(discipline="")).items()) == [("Lawyer", ["Anna"]), ("Technical", ["Bob"])]


def test_needs_that_energy_covers_are_left_out_for_who_may_see_energy():
    idea = make_world(submitter=make_person(discipline=""))
    make_person(name="Anna", discipline="jurist")
    make_energy(idea=idea, person=make_person(discipline=""), kind=EnergyKind.JOIN, role="privacy-officer")
    assert "Legal" in filling(idea, idea.submitter)
    assert "Legal" not in filling(idea, make_manager(idea.edition, make_person(discipline="")))


def test_who_is_not_open_to_it_or_gone_or_asks_is_never_there():
    skill, idea = gis(), make_world()
    people = [make_person(discipline="jurist") for _ in range(3)]
    for person in people:
        person.profile.levels.create(skill=skill, level=4)
    Profile.objects.filter(person=people[0]).update(open_to_ask=False)
    people[1].is_active = False
    people[1].save()
    assert found(idea, people[2]).knowing == []
    assert "Legal" not in filling(idea, people[2])


def test_authors_are_left_out_for_who_may_know_them_only():
    skill, author = gis(), make_person(name="Zebedeus", discipline="")
    author.profile.levels.create(skill=skill, level=4)
    idea = make_world(submitter=author)
    assert names(found(idea, make_person()).knowing) == ["Zebedeus"]
    assert found(idea, make_manager(idea.edition)).knowing == []
    assert found(idea, author).knowing == []
    after = make_world(submitter=author, edition=make_edition(stage=Stage.MATCHING))
    assert found(after, make_person()).knowing == []


def lines_of(browser, idea):
    """Return the page line by line, without what differs at each request."""
    content = browser.get(reverse("ideas:helpers", args=[idea.public_id])).content.decode()
    return [line for line in content.splitlines() if "csrfmiddlewaretoken" not in line]


@pytest.mark.parametrize("audience", [Audience.UNIT, Audience.ME])
@pytest.mark.parametrize("part", list(Part))
def test_what_is_hidden_changes_nothing_on_the_page(sign_in, part, audience):
    skill, unit = gis(), make_unit(name="Voedsel- en Warenautoriteit", abbreviation="NVWA")
    idea = make_world(submitter=make_person(discipline=""))
    anna = make_person(name="Anna", discipline="", hours_per_week=0)
    anna.profile.levels.create(skill=skill, level=2)
    Profile.objects.filter(person=anna).update(**{f"{part}_for": audience})
    browser = sign_in(make_person(discipline=""))
    if part == Part.SKILLS:
        anna.profile.levels.all().delete()
    before = lines_of(browser, idea)
    told = {
        Part.UNIT: {"unit": unit}, Part.DISCIPLINE: {"discipline": "jurist"}, Part.HOURS: {"hours_per_week": 20},
        Part.SAFEGUARDS: {"safeguards": ["legal"]}, Part.LANGUAGES: {"languages": ["de"]},
        Part.ABOUT: {"about": "Stikstof!"},
    }  # fmt: skip
    Profile.objects.filter(person=anna).update(**told.get(part, {"hours_per_week": 0}))
    if part == Part.SKILLS:
        anna.profile.levels.create(skill=skill, level=4)
    if part == Part.LEARNING:
        Learning.objects.create(profile=anna.profile, skill=skill)
    assert lines_of(browser, idea) == before


def test_page_is_the_same_whoever_wrote_the_idea(sign_in):
    skill = gis()
    anna, bob = make_person(name="Anna", discipline=""), make_person(name="Bob", discipline="")
    for person in (anna, bob):
        person.profile.levels.create(skill=skill, level=3)
    idea = make_world(submitter=anna)
    browser = sign_in(make_person(discipline=""))
    before = lines_of(browser, idea)
    idea.submitter = bob
    idea.save()
    assert lines_of(browser, idea) == before


def test_page_asks_as_much_for_three_people_as_for_one(sign_in):
    skill, unit = gis(), make_unit()
    idea = make_world(submitter=make_person(discipline=""))
    browser = sign_in(make_person(discipline=""))
    counts = []
    for people in (1, 2):
        for _ in range(people):
            person = make_person(unit=unit, discipline="jurist")
            person.profile.levels.create(skill=skill)
            Learning.objects.create(profile=person.profile, skill=skill)
        with CaptureQueriesContext(connection) as queries:
            browser.get(reverse("ideas:helpers", args=[idea.public_id]))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_asking_on_the_page_and_answering_by_its_link(sign_in):
    skill, idea = gis(), make_world(submitter=make_person(name="Zebedeus", discipline=""))
    anna = make_person(name="Anna", discipline="jurist")
    anna.profile.levels.create(skill=skill, level=3)
    helpers = reverse("ideas:helpers", args=[idea.public_id])
    browser = sign_in(idea.submitter)
    content = browser.get(helpers).content.decode()
    assert "Geographic information (GIS)" in content
    assert "%" not in content.split("<main")[1].split("</main>")[0].replace("%20", "")
    answer = browser.post(reverse("ideas:ask_for_help", args=[idea.public_id]), {"person": anna.public_id})
    assert (answer.status_code, answer.url) == (302, helpers)
    assert "No answer yet" in browser.get(helpers).content.decode()
    asked = reverse("ideas:ask", args=[Ask.objects.get().public_id])
    browser = sign_in(anna)
    content = browser.get(asked).content.decode()
    assert "Who sent this idea asks whether you can help" in content
    assert "Zebedeus" not in content
    assert "Stikstof op de kaart" in browser.get(reverse("ideas:asks")).content.decode()
    wrong = browser.post(asked, {"answer": "join", "join-role": "", "join-hours_per_week": "7"})
    assert (wrong.status_code, 'value="7"' in wrong.content.decode()) == (422, True)
    assert browser.post(asked, {"answer": "later"}).status_code == 302
    browser.post(asked, {"answer": "join", "join-role": "jurist", "join-hours_per_week": "3"})
    assert Ask.objects.get().answer == "yes"
    assert "Your energy stands with the idea." in browser.get(asked).content.decode()
    assert "Said yes" in sign_in(idea.submitter).get(helpers).content.decode()


def test_question_is_shown_to_who_was_asked_only(sign_in):
    idea = make_world()
    asked = Ask.objects.create(
        idea=idea, person=make_person(), asked_by=idea.submitter, by_author=True, asked_at=idea.made_at
    )
    url = reverse("ideas:ask", args=[asked.public_id])
    assert sign_in(make_person()).get(url).status_code == 403
    assert sign_in(idea.submitter).get(url).status_code == 403


@pytest.mark.parametrize("person", ["", "no", "00000000-0000-4000-8000-000000000000"])
def test_asking_nobody_is_not_found(sign_in, person):
    url = reverse("ideas:ask_for_help", args=[make_world().public_id])
    assert sign_in(make_person()).post(url, {"person": person}).status_code == 404
