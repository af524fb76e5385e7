"""Asking somebody to help with an idea, and what they answer."""

import pytest
from django.db import IntegrityError, transaction

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.enums import AskAnswer, EnergyKind, IdeaState
from datamatch.ideas.models import Ask, Energy
from datamatch.ideas.queries.own import own_ideas
from datamatch.people.actions import close_account
from datamatch.people.models import Profile
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(), submitter=make_person(name="Zebedeus"), title="Bees")


def ask(idea, person=None, by=None, at=MOMENT):
    return actions.ask_for_help(idea=idea, person=person or make_person(), by=by or idea.submitter, at=at)


def say(asked, answer, **given):
    return actions.answer_ask(ask=asked, by=asked.person, answer=answer, at=later(hours=1), **given)


def test_asking_queues_one_mail_that_does_not_tell_a_hidden_author(idea):
    anna = make_person(name="Anna", language="en")
    asked = ask(idea, anna)
    mail = Mail.objects.get(to=anna.email)
    assert mail.subject == "Can you help? Bees"
    assert "Who sent the idea" in mail.body
    assert str(asked.public_id) in mail.body
    assert "Zebedeus" not in mail.body
    assert (asked.by_author, asked.answer) == (True, AskAnswer.WAITING)
    (line,) = TrailEntry.objects.filter(deed="help.ask")
    assert line.details == {"ask": str(asked.public_id)}


def test_another_who_asks_has_a_name(idea):
    anna = make_person(language="en")
    ask(idea, anna, by=make_person(name="Bob"))
    assert "Bob asks whether you can help" in Mail.objects.get(to=anna.email).body


def test_author_has_a_name_once_screening_is_done():
    anna = make_person(language="en")
    ask(make_idea(edition=make_edition(stage=Stage.MATCHING), submitter=make_person(name="Zebedeus")), anna)
    assert "Zebedeus asks whether you can help" in Mail.objects.get(to=anna.email).body


def test_mail_speaks_the_language_of_who_is_asked(idea):
    anna = make_person(language="nl")
    ask(idea, anna)
    assert Mail.objects.get(to=anna.email).language == "nl"


def shy(person):
    Profile.objects.filter(person=person).update(open_to_ask=False)
    return person


@pytest.mark.parametrize(
    ("whom", "reason"),
    [
        (lambda idea: idea.submitter, "You cannot ask yourself."),
        (lambda idea: make_person(is_active=False), "This account is closed."),
        (lambda idea: shy(make_person(name="Anna")), "Anna would rather not be asked now."),
        (lambda idea: ask(idea, make_person(name="Anna"), by=make_person()).person, "Anna was asked for this idea"),
    ],
)
def test_person_who_may_not_be_asked_is_refused(idea, whom, reason):
    person = whom(idea)
    count = Ask.objects.count()
    with pytest.raises(Refused, match=reason):
        ask(idea, person)
    assert Ask.objects.count() == count


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"state": IdeaState.DRAFT}, "Send the idea first."),
        ({"edition": Stage.DELIVERY}, "The teams of this edition are at work."),
    ],
)
def test_idea_that_asks_nobody_is_refused(given, reason):
    edition = make_edition(stage=given.pop("edition", Stage.CALL))
    with pytest.raises(Refused, match=reason):
        ask(make_idea(edition=edition, **given))


def test_draft_of_another_is_refused():
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    with pytest.raises(Refused, match="has not been sent yet"):
        ask(draft, by=make_person())


def test_five_people_a_day_is_enough_and_tomorrow_there_are_more(idea):
    for _ in range(5):
        ask(idea)
    with pytest.raises(Refused, match="You asked 5 people today"):
        ask(idea)
    assert ask(idea, at=later(days=1)).pk
    assert ask(idea, by=make_person()).pk


def test_manager_hears_that_somebody_wrote_the_idea_and_another_reader_does_not(idea):
    with pytest.raises(Refused, match="Zebedeus wrote this idea"):
        ask(idea, idea.submitter, by=make_manager(idea.edition))
    asked = ask(idea, idea.submitter, by=make_person())
    with pytest.raises(Refused, match="This is your own idea"):
        say(asked, AskAnswer.YES, kind=EnergyKind.ADVISE)
    assert say(asked, AskAnswer.NO).answer == AskAnswer.NO


def test_database_keeps_one_ask_per_person_and_idea(idea):
    asked = ask(idea)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ask.objects.create(idea=idea, person=asked.person, by_author=False, asked_at=MOMENT)


def test_yes_becomes_energy_and_who_asked_gets_a_mail(idea):
    asked = ask(idea, make_person(name="Anna"))
    say(asked, AskAnswer.YES, kind=EnergyKind.JOIN, role="jurist", hours_per_week=3)
    energy = Energy.objects.get()
    assert (energy.person, energy.kind, energy.role, energy.hours_per_week) == (asked.person, "join", "jurist", 3)
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_at) == (AskAnswer.YES, later(hours=1))
    assert Mail.objects.filter(to=idea.submitter.email, key__startswith="help.answer").count() == 1


def test_maybe_later_can_become_a_yes_and_a_no_cannot(idea):
    asked = ask(idea)
    say(asked, AskAnswer.LATER)
    say(asked, AskAnswer.YES, kind=EnergyKind.ADVISE)
    assert Energy.objects.get().kind == EnergyKind.ADVISE
    other = ask(idea)
    say(other, AskAnswer.NO)
    with pytest.raises(Refused, match="You answered this question"):
        say(other, AskAnswer.YES, kind=EnergyKind.ADVISE)


@pytest.mark.parametrize(
    ("answer", "given", "reason"),
    [
        ("perhaps", {}, "Say yes, maybe later, or no."),
        (AskAnswer.WAITING, {}, "Say yes, maybe later, or no."),
        (AskAnswer.YES, {"kind": "support"}, "Say whether you join or advise."),
        (AskAnswer.YES, {"kind": "join", "role": "jurist"}, "say in which role and for how many hours"),
    ],
)
def test_answer_that_says_too_little_is_refused_and_keeps_the_question_open(idea, answer, given, reason):
    asked = ask(idea)
    with pytest.raises(Refused, match=reason):
        say(asked, answer, **given)
    asked.refresh_from_db()
    assert (asked.answer, Energy.objects.count()) == (AskAnswer.WAITING, 0)


def test_question_to_another_is_not_mine_to_answer(idea):
    asked = ask(idea)
    with pytest.raises(Refused, match="somebody else"):
        actions.answer_ask(ask=asked, by=make_person(), answer=AskAnswer.NO, at=MOMENT)


def test_who_leaves_takes_along_what_they_were_asked_and_is_told_no_answer(idea):
    anna, bob = make_person(), make_person(name="Bob")
    ask(idea, anna)
    of_bob = ask(idea, by=bob)
    assert [row["answer"] for row in own_ideas(anna)["asked to help"]] == ["waiting"]
    assert len(own_ideas(bob)["asked others"]) == 1
    for person in (anna, bob):
        close_account(person=person, by=person, at=MOMENT)
    assert list(Ask.objects.all()) == [of_bob]
    of_bob.refresh_from_db()
    assert queries.asker_shown(of_bob, to=of_bob.person) is None
    before = Mail.objects.count()
    say(of_bob, AskAnswer.NO)
    assert Mail.objects.count() == before


def test_answers_are_seen_by_who_asked_and_among_authors(idea):
    mine, theirs = ask(idea), ask(idea, by=make_person())
    assert list(queries.asks_seen(idea, by=idea.submitter)) == [mine]
    assert list(queries.asks_seen(idea, by=theirs.asked_by)) == [theirs]
    assert list(queries.asks_seen(idea, by=make_person())) == []
