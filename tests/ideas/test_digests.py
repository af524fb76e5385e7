"""One mail a day with what happened to the ideas somebody follows."""

from datetime import timedelta

import pytest

from datamatch.foundation.models import Mail
from datamatch.ideas import actions
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.models import DigestRound
from tests.factories.editions import make_edition
from tests.factories.ideas import make_coauthor, make_comment, make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
LONG_AGO = MOMENT - timedelta(days=2)
MORNING = later(hours=21)


@pytest.fixture
def idea():
    author = make_person(language="en", name="Zebedeus")
    return make_idea(edition=make_edition(), submitter=author, title="Bees", sent_at=LONG_AGO, changed_at=LONG_AGO)


def digests(at=MORNING):
    Mail.objects.all().delete()
    count = actions.send_digests(at=at)
    mails = {mail.to: mail for mail in Mail.objects.all()}
    assert len(mails) == count
    return mails


def follower(idea, **wish):
    person = make_person(language="en")
    actions.follow_idea(idea=idea, by=person, wanted=True, at=MOMENT)
    if wish:
        actions.wish_mail(by=person, at=MOMENT, **{"to_me": "now", "followed": "daily"} | wish)
    return person


def test_what_happened_to_all_ideas_is_one_mail(idea):
    reader, other = follower(idea), make_idea(edition=idea.edition, title="Ponds")
    actions.follow_idea(idea=other, by=reader, wanted=True, at=MOMENT)
    for one in (idea, idea, other):
        make_comment(idea=one)
    mail = digests()[reader.email]
    assert mail.subject == "News about 2 ideas you follow"
    assert "Bees\n2 new comments." in mail.body
    assert "Ponds\n1 new comment." in mail.body
    assert idea.get_absolute_url() in mail.body
    assert "/mijn/mail/" in mail.body
    assert "Zebedeus" not in mail.body


def test_nothing_is_told_twice_or_left_out(idea):
    reader = follower(idea)
    make_comment(idea=idea)
    assert list(digests(MORNING)) == sorted([idea.submitter.email, reader.email])
    assert digests(MORNING + timedelta(hours=1)) == {}
    make_comment(idea=idea, written_at=MORNING + timedelta(minutes=1))
    assert "1 new comment." in digests(MORNING + timedelta(days=3))[reader.email].body
    assert digests(MORNING + timedelta(days=4)) == {}
    assert DigestRound.objects.count() == 3


def test_after_a_long_standstill_a_week_is_told(idea):
    reader = follower(idea)
    digests(MORNING)
    make_comment(idea=idea, written_at=MORNING + timedelta(days=1))
    make_comment(idea=idea, written_at=MORNING + timedelta(days=25))
    assert "1 new comment." in digests(MORNING + timedelta(days=30))[reader.email].body


def test_own_words_and_what_was_told_at_once_are_no_news(idea):
    writer, called = follower(idea), follower(idea)
    called.name = "Ann"
    called.save()
    actions.comment_on(idea=idea, by=writer, at=MOMENT, words="@Ann look", mentioned=[called])
    assert list(digests()) == [idea.submitter.email]


def test_who_wants_it_once_a_day_hears_what_was_said_to_them(idea):
    called, joiner = make_person(language="en", name="Ann"), make_person(language="en")
    for person in (called, joiner):
        actions.wish_mail(by=person, to_me="daily", followed="none", at=MOMENT)
    actions.comment_on(idea=idea, by=make_person(), at=MOMENT, words="@Ann look", mentioned=[called])
    request = make_energy(idea=idea, person=joiner, kind=EnergyKind.JOIN).request
    actions.answer_join(request=request, by=idea.submitter, at=MOMENT, answer="welcome")
    mails = digests()
    assert "1 comment answers you or mentions you." in mails[called.email].body
    assert "The authors answered your request to join." in mails[joiner.email].body


def test_no_wish_for_mail_is_respected(idea):
    reader = follower(idea, to_me="none", followed="none")
    make_comment(idea=idea)
    assert reader.email not in digests()


def test_authors_hear_who_asks_to_join_and_others_do_not(idea):
    reader = follower(idea)
    make_energy(idea=idea, kind=EnergyKind.JOIN)
    mails = digests()
    assert list(mails) == [idea.submitter.email]
    assert "1 person asks to join." in mails[idea.submitter.email].body
    assert reader.email not in mails


def test_changed_and_withdrawn_ideas_are_told_to_followers_and_to_authors_who_are_not_alone(idea):
    reader = follower(idea)
    actions.change_idea(idea=idea, by=idea.submitter, at=LONG_AGO, title="Bees once")
    actions.change_idea(idea=idea, by=idea.submitter, at=later(hours=1), title="Bees again")
    assert {mail: "Its words were changed." in text.body for mail, text in digests().items()} == {reader.email: True}
    make_coauthor(idea=idea)
    actions.withdraw_idea(idea=idea, by=idea.submitter, at=MORNING + timedelta(hours=1))
    mails = digests(MORNING + timedelta(days=1))
    assert len(mails) == 3
    assert "It was withdrawn." in mails[reader.email].body


def test_merged_idea_is_told_to_its_followers(idea):
    reader = follower(idea)
    idea.state, idea.changed_at = IdeaState.MERGED, MOMENT
    idea.save()
    assert "It became part of a new idea." in digests()[reader.email].body
