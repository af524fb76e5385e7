"""Whom an idea looks for, and finding ideas by it."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.enums import EnergyKind, IdeaState, Joined
from datamatch.people.enums import disciplines
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition())


def roles_of(idea):
    return [one.role for one in idea.wanted.all()]


def seek(idea, *roles, by=None):
    actions.seek_roles(idea=idea, by=by or idea.submitter, roles=roles, at=MOMENT)


def test_roles_replace_those_before(idea):
    seek(idea, "jurist", "ethicus")
    seek(idea, "jurist", "data-scientist")
    assert sorted(roles_of(idea)) == ["data-scientist", "jurist"]
    seek(idea)
    assert roles_of(idea) == []
    assert TrailEntry.objects.filter(deed="idea.seek").count() == 3


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"by": "other"}, "Only who wrote this idea"),
        ({"roles": ["wizard"]}, "We do not know this role"),
        ({"roles": list(disciplines())[:7]}, "at most 6"),
        ({"state": IdeaState.WITHDRAWN}, "You withdrew this idea"),
        ({"stage": Stage.DELIVERY}, "The teams of this edition are at work"),
    ],
)
def test_seeking_is_refused(idea, given, reason):
    if "state" in given:
        idea.state = given["state"]
        idea.save()
    if "stage" in given:
        idea.edition.stage = given["stage"]
        idea.edition.save()
    by = make_person() if "by" in given else idea.submitter
    with pytest.raises(Refused, match=reason):
        seek(idea, *given.get("roles", ["jurist"]), by=by)
    assert roles_of(idea) == []


def test_page_keeps_the_roles_and_shows_them_to_everybody(idea, sign_in):
    address = reverse("ideas:seek", args=[idea.public_id])
    assert sign_in(make_person()).get(address).status_code == 403
    assert sign_in(idea.submitter).post(address, {"roles": ["jurist"]}).status_code == 302
    answer = sign_in(make_person(discipline="jurist")).get(idea.get_absolute_url())
    assert "Your discipline is among them." in answer.content.decode()
    answer = sign_in(make_person(discipline="ethicus")).get(idea.get_absolute_url())
    assert "Lawyer" in answer.content.decode()
    assert "Your discipline is among them." not in answer.content.decode()


def test_page_keeps_what_was_chosen_when_it_is_too_much(idea, sign_in):
    roles = [role for role in disciplines() if role != "indiener"][:7]
    answer = sign_in(idea.submitter).post(reverse("ideas:seek", args=[idea.public_id]), {"roles": roles})
    assert answer.status_code == 422
    assert answer.content.decode().count(" checked") == 7


def test_ideas_are_found_by_the_role_they_look_for(idea, sign_in):
    make_idea(edition=idea.edition, title="Another")
    seek(idea, "jurist")
    reader = make_person()
    assert list(queries.ideas_shown(edition=idea.edition, to=reader, role="jurist")) == [idea]
    assert queries.roles_wanted(idea.edition, to=idea.submitter) == [("jurist", 1)]
    answer = sign_in(reader).get(reverse("ideas:ideas", args=[idea.edition.slug]), {"role": "jurist"})
    assert [found.title for found in answer.context["page"]] == [idea.title]
    assert answer.context["narrowed"]


def test_a_unit_narrows_nothing_for_who_may_not_know_it(idea):
    barn = make_unit()
    known = make_idea(edition=idea.edition, submitter=make_person(unit=barn))
    reader, manager = make_person(), make_manager(idea.edition)
    asked = {"edition": idea.edition, "unit": barn.slug}
    assert set(queries.ideas_shown(to=reader, **asked)) == {idea, known}
    assert list(queries.ideas_shown(to=manager, **asked)) == [known]
    assert not queries.ideas_shown(to=manager, **asked | {"unit": "nowhere"}).exists()
    idea.edition.stage = Stage.MATCHING
    idea.edition.save()
    assert list(queries.ideas_shown(to=reader, **asked)) == [known]


def test_joining_narrows_nothing_for_who_may_not_see_energy(idea):
    joined = make_idea(edition=idea.edition)
    make_energy(idea=joined, kind=EnergyKind.JOIN)
    reader, manager = make_person(), make_manager(idea.edition)
    asked = {"edition": idea.edition, "joined": Joined.SOMEBODY}
    assert set(queries.ideas_shown(to=reader, **asked)) == {idea, joined}
    assert list(queries.ideas_shown(to=manager, **asked)) == [joined]
    assert list(queries.ideas_shown(edition=idea.edition, to=manager, joined=Joined.NOBODY)) == [idea]


def test_filters_that_a_reader_may_not_use_are_not_offered(idea, sign_in):
    address = reverse("ideas:ideas", args=[idea.edition.slug])
    offered = sign_in(make_person()).get(address).context["form"].fields
    assert not {"unit", "joined"} & set(offered)
    assert "joined" in sign_in(make_manager(idea.edition)).get(address).context["form"].fields


def test_cards_show_the_same_ideas_and_are_remembered(idea, sign_in):
    browser, address = sign_in(make_person()), reverse("ideas:ideas", args=[idea.edition.slug])
    page = browser.get(address, {"look": "cards"}).content.decode()
    assert "idea-cards" in page
    assert idea.title in page
    assert "idea-cards" in browser.get(address).content.decode()
    assert "idea-cards" not in browser.get(address, {"look": "table"}).content.decode()


def test_link_of_an_idea_can_be_passed_on(idea, sign_in, settings):
    page = sign_in(make_person()).get(idea.get_absolute_url()).content.decode()
    assert f'value="{settings.BASE_URL}{idea.get_absolute_url()}"' in page
