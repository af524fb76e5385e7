"""Following an idea, and what people want to be mailed about."""

import pytest
from django.urls import reverse

from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.models import CoAuthor, Follow, MailWish
from tests.factories.editions import make_edition
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def test_authors_and_who_gave_energy_follow_by_themselves():
    idea, coauthor, invited, fan = make_idea(edition=make_edition()), make_person(), make_person(), make_person()
    CoAuthor.objects.create(idea=idea, person=coauthor, invited_at=MOMENT, accepted_at=MOMENT)
    CoAuthor.objects.create(idea=idea, person=invited, invited_at=MOMENT)
    for kind in (EnergyKind.SUPPORT, EnergyKind.JOIN):
        make_energy(idea=idea, person=fan, kind=kind)
    make_energy(idea=make_idea(edition=idea.edition))
    assert set(queries.followers_of(idea)) == {idea.submitter, coauthor, fan}
    assert queries.followers_of(idea).count() == 3


def test_anybody_can_follow_and_everybody_can_stop():
    idea, reader = make_idea(edition=make_edition()), make_person()
    actions.follow_idea(idea=idea, by=reader, wanted=True, at=MOMENT)
    actions.follow_idea(idea=idea, by=idea.submitter, wanted=False, at=MOMENT)
    assert list(queries.followers_of(idea)) == [reader]
    actions.follow_idea(idea=idea, by=reader, wanted=False, at=MOMENT)
    assert list(queries.followers_of(idea)) == []
    assert Follow.objects.count() == 2
    assert TrailEntry.objects.filter(deed__in=["idea.follow", "idea.unfollow"]).count() == 3


def test_who_left_follows_nothing():
    idea = make_idea(edition=make_edition())
    make_energy(idea=idea, person=make_person(is_active=False))
    assert list(queries.followers_of(idea)) == [idea.submitter]


@pytest.mark.parametrize("state", [IdeaState.DRAFT, IdeaState.WITHDRAWN])
def test_what_one_may_not_see_is_not_followed(state):
    idea = make_idea(edition=make_edition(), state=state)
    with pytest.raises(Refused):
        actions.follow_idea(idea=idea, by=make_person(), wanted=True, at=MOMENT)


def test_idea_is_followed_on_its_page(sign_in):
    idea, reader = make_idea(edition=make_edition()), make_person()
    browser = sign_in(reader)
    assert "Follow this idea" in browser.get(idea.get_absolute_url()).content.decode()
    for wanted, says in (("yes", "Stop following"), ("no", "Follow this idea")):
        told = browser.post(reverse("ideas:follow", args=[idea.public_id]), {"wanted": wanted})
        assert told["Location"] == idea.get_absolute_url()
        assert says in browser.get(idea.get_absolute_url()).content.decode()


def test_mail_wishes_have_defaults_and_are_kept(sign_in):
    reader = make_person()
    wish = queries.mail_wish_of(reader)
    assert (wish.to_me, wish.followed) == ("now", "daily")
    browser, url = sign_in(reader), reverse("ideas:mail_wishes")
    assert browser.get(url).status_code == 200
    assert browser.post(url, {"to_me": "daily", "followed": "none"}).status_code == 302
    assert list(MailWish.objects.values_list("person", "to_me", "followed")) == [(reader.pk, "daily", "none")]
    assert browser.post(url, {"to_me": "hourly", "followed": "none"}).status_code == 422
