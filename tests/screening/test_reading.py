"""A screener is led from idea to idea, keeps a draft, asks the makers, and reads others only after their own review."""

from datetime import timedelta

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail
from datamatch.foundation.refusal import Refused
from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import Tie
from datamatch.screening.models import AskBack, ReviewDraft
from tests.factories.editions import make_screener
from tests.factories.ideas import make_coauthor, make_idea, make_pair
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_person
from tests.factories.screening import make_assignment, make_review

pytestmark = pytest.mark.django_db


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def me(edition):
    return make_screener(edition)


@pytest.fixture
def assignment(edition, me):
    return make_assignment(idea=make_idea(edition=edition), screener=me)


def allow(edition, manager, **said):
    return actions.set_ground_rules(edition=edition, minded=Tie.values, by=manager, at=MOMENT, **said)


def test_least_read_idea_comes_first(edition, me):
    read, unread = (make_assignment(idea=make_idea(edition=edition), screener=me) for _ in range(2))
    make_review(idea=read.idea)
    assert queries.next_assignment(me, edition) == unread


def test_near_double_of_the_idea_read_last_comes_next(edition, me):
    plain, double = (make_assignment(idea=make_idea(edition=edition), screener=me) for _ in range(2))
    first = make_review(idea=make_idea(edition=edition), screener=me).assignment.idea
    make_review(idea=double.idea)
    assert queries.next_assignment(me, edition) == plain
    make_pair(first, double.idea)
    assert queries.next_assignment(me, edition) == double


def test_time_is_told_from_the_own_pace_or_not_at_all(edition, me):
    for minutes in (0, 6, 12, 100):
        given_at = MOMENT + timedelta(minutes=minutes)
        make_review(idea=make_idea(edition=edition), screener=me, given_at=given_at)
    assert queries.minutes_left(me, edition, 10) is None
    for minutes in (106, 114):
        make_review(idea=make_idea(edition=edition), screener=me, given_at=MOMENT + timedelta(minutes=minutes))
    assert queries.minutes_left(me, edition, 10) == 60
    assert queries.minutes_left(me, edition, 0) == 5


def test_page_says_how_long_it_takes(sign_in, edition, me, assignment):
    for minutes in (0, 6, 12, 18):
        given_at = MOMENT + timedelta(minutes=minutes)
        make_review(idea=make_idea(edition=edition), screener=me, given_at=given_at)
    page = sign_in(me).get(reverse("screening:reviews", args=[edition.slug]))
    assert "4 of 5, about 5 minutes to go" in text_of(page)


def test_draft_is_kept_as_typed_and_gone_with_the_review(sign_in, assignment, me):
    client, review = sign_in(me), reverse("screening:review", args=[assignment.public_id])
    slugs = [criterion.slug for criterion in assignment.idea.edition.criteria.all()]
    keep = reverse("screening:keep_draft", args=[assignment.public_id])
    half = {f"criterion-{slugs[0]}": "4", "remark": "Half a", "note": "Call me.", "other": "no"}
    assert "said" in client.post(keep, half, headers={"Accept": "application/json"}).json()
    assert set(ReviewDraft.objects.get().words) == {f"criterion-{slugs[0]}", "remark", "note"}
    assert "Half a" in text_of(client.get(review))
    assert client.post(keep, half).url == review
    whole = half | {f"criterion-{slugs[1]}": "2", "confidence": "2", "remark": "Whole."}
    assert client.post(review, whole).status_code == 302
    assignment.refresh_from_db()
    assert (ReviewDraft.objects.count(), assignment.note) == (0, "Call me.")


def test_draft_is_of_its_screener_only(sign_in, edition, assignment):
    keep = reverse("screening:keep_draft", args=[assignment.public_id])
    assert sign_in(make_screener(edition)).post(keep, {"remark": "x"}).status_code == 403
    with pytest.raises(Refused, match="somebody else"):
        actions.keep_draft(assignment=assignment, words={}, by=make_person(), at=MOMENT)


def ask(assignment, question="Who keeps the data?", waits=True):
    return actions.ask_back(assignment=assignment, question=question, waits=waits, by=assignment.screener, at=MOMENT)


def test_question_goes_to_every_maker_without_a_name_and_the_review_waits(edition, me, assignment):
    writer = make_coauthor(idea=assignment.idea).person
    ask(assignment)
    mails = Mail.objects.all()
    assert {mail.to for mail in mails} == {assignment.idea.submitter.email, writer.email}
    assert [word for mail in mails for word in (me.name, me.email) if word in mail.subject + mail.body] == []
    assert queries.next_assignment(me, edition) is None
    assert queries.waiting_count(me, edition) == 1


def test_answer_is_read_by_every_screener_of_the_idea(sign_in, edition, me, assignment):
    asked = ask(assignment)
    other = make_assignment(idea=assignment.idea)
    page = reverse("screening:review", args=[other.public_id])
    assert "Who keeps the data?" not in text_of(sign_in(other.screener).get(page))
    answer = reverse("screening:answer", args=[asked.public_id])
    author = sign_in(asked.idea.submitter)
    assert me.name not in text_of(author.get(answer))
    assert answer in text_of(author.get(reverse("front:my_page")))
    assert author.post(answer, {"answer": ""}).status_code == 422
    assert author.post(answer, {"answer": f"Ask {asked.idea.submitter.name}."}).status_code == 422
    assert author.post(answer, {"answer": "The farm office."}).status_code == 302
    assert "The farm office." in text_of(sign_in(other.screener).get(page))
    assert Mail.objects.filter(to=me.email).count() == 1
    assert queries.next_assignment(me, edition) == assignment
    assert author.post(answer, {"answer": "Once more."}).status_code == 403
    assert sign_in(me).get(answer).status_code == 403


def test_question_needs_words_no_name_and_one_at_a_time(assignment, me):
    with pytest.raises(Refused, match="Write down what"):
        ask(assignment, " ")
    with pytest.raises(Refused, match="Leave your name out"):
        ask(assignment, f"{me.name} wants to know.")
    ask(assignment)
    with pytest.raises(Refused, match="First the makers answer"):
        ask(assignment, "More?")


def test_question_is_asked_on_its_page(sign_in, me, assignment):
    client, page = sign_in(me), reverse("screening:ask_back", args=[assignment.public_id])
    assert client.post(page, {"question": me.email}).status_code == 422
    assert client.post(page, {"question": "Who keeps the data?", "waits": "on"}).status_code == 302
    assert AskBack.objects.get().waits
    assert client.get(page).status_code == 403


def test_answer_is_refused_to_others_and_after_the_screening(edition, assignment):
    asked = ask(assignment)
    with pytest.raises(Refused, match="for the makers"):
        actions.answer_ask_back(asked=asked, answer="Yes.", by=make_person(), at=MOMENT)
    with pytest.raises(Refused, match="Write down your answer"):
        actions.answer_ask_back(asked=asked, answer=" ", by=asked.idea.submitter, at=MOMENT)
    edition.stage = Stage.MATCHING
    edition.save()
    with pytest.raises(Refused, match="The screening is closed"):
        actions.answer_ask_back(asked=asked, answer="Yes.", by=asked.idea.submitter, at=MOMENT)


def test_others_are_read_after_the_own_review_where_the_edition_allows_it(sign_in, edition, manager, me):
    idea = make_idea(edition=edition)
    other = make_review(idea=idea, remark="Utterly convincing.")
    mine = make_assignment(idea=idea, screener=me)
    allow(edition, manager, shows_reviews=True)
    client, page = sign_in(me), reverse("screening:review", args=[mine.public_id])
    assert rules.why_not_see_others(assignment=mine, by=me) is not None
    assert "Utterly convincing." not in text_of(client.get(page))
    scores = {criterion.slug: 3 for criterion in edition.criteria.all()}
    actions.give_review(assignment=mine, by=me, at=MOMENT, scores=scores)
    shown = text_of(client.get(page))
    assert "Utterly convincing." in shown
    assert other.assignment.screener.name not in shown
    allow(edition, manager, shows_reviews=False)
    assert "Utterly convincing." not in text_of(client.get(page))


def test_screeners_are_reminded_seven_and_two_days_before(edition, manager, me, assignment):
    allow(edition, manager, reviews_due_on=DAY + timedelta(days=10))
    make_review(idea=make_idea(edition=edition))
    sent = [actions.remind_screeners(at=MOMENT + timedelta(days=day)) for day in range(2, 12)]
    # Every day it is due, the same key queues it once.
    assert sent == [0, 1, 1, 1, 1, 1, 1, 1, 1, 0]
    assert list(Mail.objects.values_list("to", flat=True)) == [me.email, me.email]
    assert me.name not in Mail.objects.first().key
