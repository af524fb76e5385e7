"""Who asks to join an idea gets an answer of its authors, or its authors a reminder."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.enums import EnergyKind, IdeaState, JoinAnswer
from datamatch.ideas.models import CoAuthor, JoinRequest
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def ask(idea, by=None, *, at=MOMENT, hours=4, why="I know the register"):
    by = by or make_person(language="en")
    energy = actions.give_energy(
        idea=idea, by=by, at=at, kind=EnergyKind.JOIN, role="jurist", hours_per_week=hours, why=why
    )
    return JoinRequest.objects.get(energy=energy)


def answer(request, by=None, *, at=MOMENT, answer=JoinAnswer.WELCOME, word=""):
    by = by or request.energy.idea.submitter
    return actions.answer_join(request=request, by=by, at=at, answer=answer, word=word)


def test_who_wants_to_join_waits_for_an_answer():
    request = ask(make_idea(edition=make_edition()))
    assert (request.answer, request.waits_since, request.answered_at) == (JoinAnswer.WAITING, MOMENT, None)


def test_other_energy_asks_for_no_answer():
    idea = make_idea(edition=make_edition())
    actions.give_energy(idea=idea, by=make_person(), at=MOMENT, kind=EnergyKind.ADVISE)
    assert not JoinRequest.objects.exists()


@pytest.mark.parametrize("said", [JoinAnswer.WELCOME, JoinAnswer.LATER, JoinAnswer.NOT_NOW])
def test_joiner_is_told_the_answer_in_the_name_of_all_authors(said):
    author, joiner = make_person(name="Zebedeus"), make_person(language="en", name="Jo")
    request = ask(make_idea(edition=make_edition(), submitter=author, title="Bees"), joiner)
    answer(request, answer=said, word="We start in May")
    mail = Mail.objects.get()
    request.refresh_from_db()
    assert (request.answer, request.answered_by, request.answered_at) == (said, author, MOMENT)
    assert (mail.to, mail.language) == (joiner.email, "en")
    assert "Bees" in mail.subject
    assert "We start in May" in mail.body
    assert "The authors of this idea" in mail.body
    assert "Zebedeus" not in mail.subject + mail.body
    assert "/mijn/mail/" in mail.body


def test_not_now_needs_a_word():
    request = ask(make_idea(edition=make_edition()))
    with pytest.raises(Refused, match="kinder than a bare no"):
        answer(request, answer=JoinAnswer.NOT_NOW, word="  ")
    with pytest.raises(IntegrityError), transaction.atomic():
        JoinRequest.objects.update(answer=JoinAnswer.NOT_NOW, answered_at=MOMENT, word="")


@pytest.mark.parametrize("said", ["waiting", "perhaps"])
def test_something_else_is_no_answer(said):
    with pytest.raises(Refused, match="Choose an answer"):
        answer(ask(make_idea(edition=make_edition())), answer=said)


def test_any_author_answers_and_nobody_else_not_even_a_manager():
    edition, coauthor = make_edition(), make_person()
    idea = make_idea(edition=edition)
    CoAuthor.objects.create(idea=idea, person=coauthor, invited_at=MOMENT, accepted_at=MOMENT)
    request = ask(idea)
    for stranger in (make_person(), make_manager(edition), request.energy.person):
        with pytest.raises(Refused, match="Only who wrote"):
            answer(request, by=stranger)
    assert answer(request, by=coauthor).answered_by == coauthor


def test_nobody_answers_for_an_idea_that_is_withdrawn_or_at_work():
    idea = make_idea(edition=make_edition())
    request = ask(idea)
    actions.withdraw_idea(idea=idea, by=idea.submitter, at=MOMENT)
    with pytest.raises(Refused, match="does not take part"):
        answer(request)
    working = make_idea(edition=make_edition(stage=Stage.DELIVERY))
    with pytest.raises(Refused, match="at work"):
        answer(make_energy(idea=working, kind=EnergyKind.JOIN).request)


def test_same_answer_twice_tells_once():
    request = ask(make_idea(edition=make_edition()))
    for minutes in (0, 1):
        answer(request, at=later(minutes=minutes))
    assert Mail.objects.count() == 1
    assert TrailEntry.objects.filter(deed="join.answer").count() == 1


def test_trail_knows_the_answer_and_no_word_of_it():
    answer(ask(make_idea(edition=make_edition())), answer=JoinAnswer.NOT_NOW, word="Ask Zebedeus")
    assert TrailEntry.objects.get(deed="join.answer").details == {"answer": "not_now"}


def test_another_word_keeps_the_answer_and_another_offer_asks_anew():
    joiner, idea = make_person(), make_idea(edition=make_edition())
    request = answer(ask(idea, joiner))
    assert ask(idea, joiner, why="Also weekends", at=later(days=1)).answer == JoinAnswer.WELCOME
    anew = ask(idea, joiner, hours=8, at=later(days=2))
    assert (anew.pk, anew.answer, anew.waits_since) == (request.pk, JoinAnswer.WAITING, later(days=2))


def test_request_goes_with_its_energy_and_can_then_not_be_answered():
    joiner, idea = make_person(), make_idea(edition=make_edition())
    request = JoinRequest.objects.select_related("energy__idea").get(pk=ask(idea, joiner).pk)
    actions.take_back_energy(idea=idea, by=joiner, kind=EnergyKind.JOIN, at=later(hours=1))
    with pytest.raises(Refused, match="taken back meanwhile"):
        actions.answer_join(request=request, by=idea.submitter, at=MOMENT, answer=JoinAnswer.WELCOME)
    assert not JoinRequest.objects.exists()
    assert not Mail.objects.exists()


def test_who_wants_no_mail_gets_none():
    joiner = make_person()
    request = ask(make_idea(edition=make_edition()), joiner)
    actions.wish_mail(by=joiner, to_me="none", followed="none", at=MOMENT)
    answer(request)
    assert not Mail.objects.exists()


def test_authors_are_reminded_after_three_days_and_again_after_seven():
    edition, coauthor = make_edition(), make_person(language="en")
    idea = make_idea(edition=edition, submitter=make_person(language="en"))
    CoAuthor.objects.create(idea=idea, person=coauthor, invited_at=MOMENT, accepted_at=MOMENT)
    for _ in range(3):
        ask(idea)
    sent = {days: actions.remind_of_joiners(at=later(days=days)) for days in (2, 3, 4, 7, 8, 30)}
    assert sent == {2: 0, 3: 2, 4: 0, 7: 2, 8: 0, 30: 0}
    assert set(Mail.objects.values_list("subject", flat=True)) == {"Answer who wants to join: 3 people wait"}


def test_answered_request_reminds_nobody_and_later_comes_back():
    edition = make_edition()
    welcome, postponed = ask(make_idea(edition=edition)), ask(make_idea(edition=edition))
    answer(welcome)
    answer(postponed, answer=JoinAnswer.LATER)
    Mail.objects.all().delete()
    assert [actions.remind_of_joiners(at=later(days=days)) for days in (3, 16, 17)] == [0, 0, 1]
    assert list(queries.requests_waiting(at=later(days=14))) == [postponed]


def test_author_sees_what_waits_for_them_and_a_manager_what_waits_too_long():
    edition = make_edition()
    idea, other = make_idea(edition=edition), make_idea(edition=edition)
    first, second = ask(idea), ask(other, at=later(days=1))
    ask(make_idea(edition=make_edition()))
    assert list(queries.requests_waiting_for(idea.submitter, at=later(days=1))) == [first]
    assert list(queries.requests_overdue(edition, at=later(days=7) - timedelta(minutes=1))) == []
    assert list(queries.requests_overdue(edition, at=later(days=8))) == [first, second]


def test_withdrawn_idea_has_nobody_waiting():
    idea = make_idea(edition=make_edition())
    ask(idea)
    idea.state = IdeaState.WITHDRAWN
    idea.save()
    assert list(queries.requests_waiting(at=later(days=9))) == []
    assert actions.remind_of_joiners(at=later(days=9)) == 0


# In the browser


def post(browser, request, said, word=""):
    prefix = request.public_id
    typed = {f"{prefix}-answer": said, f"{prefix}-word": word}
    return browser.post(reverse("ideas:answer_join", args=[prefix]), typed)


def test_author_answers_on_the_page_of_the_idea(sign_in):
    idea = make_idea(edition=make_edition())
    request = ask(idea, make_person(name="Zebedeus"))
    browser = sign_in(idea.submitter)
    assert "Zebedeus" in browser.get(idea.get_absolute_url()).content.decode()
    told = post(browser, request, "welcome")
    assert told["Location"] == f"{idea.get_absolute_url()}#joiners"
    assert "Everybody has an answer." in browser.get(idea.get_absolute_url()).content.decode()


def test_no_without_a_word_is_asked_for_it_and_keeps_the_page(sign_in):
    request = ask(make_idea(edition=make_edition()))
    told = post(sign_in(request.energy.idea.submitter), request, "not_now")
    assert told.status_code == 422
    assert "kinder than a bare no" in told.content.decode()
    assert post(sign_in(request.energy.idea.submitter), request, "perhaps").status_code == 422


def test_joiner_and_others_see_no_requests_of_others_during_the_call(sign_in):
    edition = make_edition()
    idea = make_idea(edition=edition)
    ask(idea, make_person(name="Zebedeus"))
    joiner = make_person()
    mine = ask(idea, joiner)
    text = sign_in(joiner).get(idea.get_absolute_url()).content.decode()
    assert "Zebedeus" not in text
    assert "Who wants to join" not in text
    assert "Waits for an answer of the authors" in text
    assert post(sign_in(joiner), mine, "welcome").status_code == 403


def test_joiner_reads_the_answer_on_the_idea_and_on_my_page(sign_in):
    joiner, idea = make_person(), make_idea(edition=make_edition())
    answer(ask(idea, joiner), answer=JoinAnswer.NOT_NOW, word="The team is full")
    for page in (idea.get_absolute_url(), "/mijn/"):
        assert "The team is full" in sign_in(joiner).get(page).content.decode()


def test_unknown_request_is_not_found(sign_in):
    url = reverse("ideas:answer_join", args=["00000000-0000-4000-8000-000000000000"])
    assert sign_in(make_person()).post(url).status_code == 404


def test_manager_sees_who_waits_too_long_and_others_do_not(sign_in):
    edition = make_edition()
    manager = make_manager(edition)
    url = reverse("ideas:waiting", args=[edition.slug])
    browser = sign_in(manager)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_energy(
                idea=make_idea(edition=edition), kind=EnergyKind.JOIN, person=make_person(name=f"Zebedeus {more}"),
                stated_at=MOMENT,
            )  # fmt: skip
        with CaptureQueriesContext(connection) as reads:
            assert f"Zebedeus {more}" in browser.get(url).content.decode()
        counts.append(len(reads))
    assert counts[0] == counts[1]
    assert sign_in(make_person()).get(url).status_code == 403


def test_page_of_an_author_takes_as_many_queries_for_three_joiners_as_for_one(sign_in):
    idea = make_idea(edition=make_edition())
    browser = sign_in(idea.submitter)
    counts = []
    for joiners in (1, 2):
        for _ in range(joiners):
            make_energy(idea=idea, kind=EnergyKind.JOIN)
        with CaptureQueriesContext(connection) as reads:
            browser.get(idea.get_absolute_url())
        counts.append(len(reads))
    assert counts[0] == counts[1]


def test_manager_reminds_authors_of_who_waits_and_again_after_two_days(sign_in):
    edition = make_edition()
    idea, manager, writer = make_idea(edition=edition), make_manager(edition), make_person()
    idea.coauthors.create(person=writer, invited_at=MOMENT, accepted_at=MOMENT)
    for _ in range(2):
        make_energy(idea=idea, kind=EnergyKind.JOIN)
    assert actions.nudge_authors(idea=idea, by=manager, at=later(days=8)) == 2
    assert {mail.to for mail in Mail.objects.all()} == {idea.submitter.email, writer.email}
    assert TrailEntry.objects.filter(deed="join.nudge").count() == 1
    with pytest.raises(Refused, match="two days later"):
        actions.nudge_authors(idea=idea, by=make_manager(edition), at=later(days=9))
    assert actions.nudge_authors(idea=idea, by=manager, at=later(days=10)) == 2


def test_reminding_is_refused_to_others_and_when_nobody_waits():
    edition = make_edition()
    idea, manager = make_idea(edition=edition), make_manager(edition)
    with pytest.raises(Refused, match="Only a manager"):
        actions.nudge_authors(idea=idea, by=idea.submitter, at=later())
    with pytest.raises(Refused, match="Everybody has an answer"):
        actions.nudge_authors(idea=idea, by=manager, at=later())


def test_button_reminds_and_then_says_when_it_can_be_done_again(sign_in):
    edition = make_edition()
    asked = make_energy(idea=make_idea(edition=edition), kind=EnergyKind.JOIN)
    browser, page = sign_in(make_manager(edition)), reverse("ideas:waiting", args=[edition.slug])
    assert "Remind the authors" in browser.get(page).content.decode()
    answer = browser.post(reverse("ideas:nudge", args=[asked.idea.public_id]), follow=True)
    text = answer.content.decode()
    assert ("1 author is reminded" in text, "two days later" in text, "Remind the authors" in text) == (
        True,
        True,
        False,
    )
    assert sign_in(make_person()).post(reverse("ideas:nudge", args=[asked.idea.public_id])).status_code == 403


def test_who_was_told_not_now_fills_no_role_any_more():
    idea = make_idea(edition=make_edition(stage=Stage.SCREENING))
    asked = make_energy(idea=idea, kind=EnergyKind.JOIN, role="jurist")
    legal = lambda: [one.words for one in queries.openings_of(idea, by=idea.submitter)].count("Legal")  # noqa: E731
    assert legal() == 0
    actions.answer_join(request=asked.request, by=idea.submitter, at=later(), answer="not_now", word="Full")
    assert legal() == 1


def test_word_to_a_joiner_does_not_tell_who_made_the_idea_too_early(sign_in):
    author = make_person(name="Zebedeus Quill")
    request = ask(make_idea(edition=make_edition(), submitter=author))
    with pytest.raises(Refused, match="Leave out what tells who made the idea"):
        answer(request, word="Call me, Zebedeus")
    typed = {f"{request.public_id}-answer": JoinAnswer.WELCOME, f"{request.public_id}-word": "Call me, Zebedeus"}
    shown = sign_in(author).post(reverse("ideas:answer_join", args=[request.public_id]), typed)
    assert shown.status_code == 422
    assert "until that may be known: “Zebedeus”" in shown.content.decode()
    assert "Call me, Zebedeus" in shown.content.decode()
    request.energy.idea.edition.stage = Stage.MATCHING
    request.energy.idea.edition.save()
    assert answer(request, word="Call me, Zebedeus").word == "Call me, Zebedeus"
