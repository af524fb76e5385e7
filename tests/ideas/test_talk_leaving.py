"""What of the talk goes with a closed account, and what somebody gets to see of it."""

import pytest

from datamatch.ideas import actions, queries
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Comment, Complaint, Follow, MailWish
from datamatch.people.actions import close_account
from tests.factories.editions import make_edition
from tests.factories.ideas import make_comment, make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def talker():
    return make_person(name="Zebedeus Fisher")


@pytest.fixture
def idea(talker):
    idea = make_idea(edition=make_edition(), title="Bees")
    actions.follow_idea(idea=idea, by=talker, wanted=True, at=MOMENT)
    actions.wish_mail(by=talker, to_me="daily", followed="none", at=MOMENT)
    actions.comment_on(idea=idea, by=make_person(), at=MOMENT, words="@Zebedeus Fisher?", mentioned=[talker])
    actions.comment_on(idea=idea, by=talker, at=MOMENT, words="Yes")
    actions.complain(
        idea=idea, comment=make_comment(idea=idea), by=talker, at=MOMENT, reason="other", words="It names my boss"
    )
    make_energy(idea=idea, person=talker, kind=EnergyKind.JOIN)
    return idea


def test_somebody_sees_what_is_kept_of_their_talk(idea, talker):
    told = queries.own_talk(talker)
    assert {name: len(rows) for name, rows in told.items()} == {
        "comments": 1, "join_requests": 1, "complaints": 1, "follows": 1, "mail_wishes": 1,
    }  # fmt: skip
    assert told["comments"][0]["words"] == "Yes"


def test_words_stay_without_a_name_and_the_rest_goes(idea, talker, sign_in):
    close_account(person=talker, by=talker, at=MOMENT)
    left = (Follow, MailWish)
    assert [table._default_manager.filter(person=talker).count() for table in left] == [0, 0]
    assert (Complaint.objects.get().words, Comment.objects.filter(by=talker).count()) == ("", 1)
    text = sign_in(make_person()).get(idea.get_absolute_url()).content.decode()
    assert "Yes" in text
    assert "Zebedeus" not in text
    assert "@[" not in text
