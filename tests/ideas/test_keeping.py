"""A draft is kept while somebody writes."""

from uuid import uuid4

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.ideas import actions
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from tests.factories.editions import make_edition, make_question
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def begin_at(edition):
    return reverse("ideas:begin", args=[edition.slug])


def keep_at(idea):
    return reverse("ideas:keep", args=[idea.public_id])


def make_draft(edition=None, **given):
    return make_idea(edition=edition or make_edition(), state=IdeaState.DRAFT, **given)


def test_first_words_make_a_draft_and_tell_where_it_goes_on(sign_in):
    edition, person, draft = make_edition(), make_person(), uuid4()
    said = sign_in(person).post(begin_at(edition), {"draft": draft, "title": "Be", "language": "en"}).json()
    idea = Idea.objects.get()
    assert (idea.public_id, idea.title, idea.language, idea.state) == (draft, "Be", "en", IdeaState.DRAFT)
    assert said["keep"] == keep_at(idea)
    assert said["said"].startswith("Saved at ")


def test_answer_that_got_lost_begins_no_second_draft(sign_in):
    edition, browser, draft = make_edition(), sign_in(make_person()), uuid4()
    for title in ("Be", "Bees"):
        browser.post(begin_at(edition), {"draft": draft, "title": title, "version": 0})
    assert list(Idea.objects.values_list("title", flat=True)) == ["Bees"]


def test_only_the_fields_that_changed_are_kept(sign_in):
    draft = make_draft()
    said = sign_in(draft.submitter).post(keep_at(draft), {"demand": "Which bees?", "version": 0}).json()
    before = draft.title
    draft.refresh_from_db()
    assert (draft.demand, draft.title, draft.version, said["version"]) == ("Which bees?", before, 1, 1)
    assert TrailEntry.objects.get(deed="idea.change").details == {"changed": ["demand"]}


def test_answers_are_kept_and_taken_back(sign_in):
    edition = make_edition()
    make_question(edition=edition, slug="J1", kind="yes_no")
    draft = make_draft(edition)
    browser = sign_in(draft.submitter)
    browser.post(keep_at(draft), {"answer-J1": "yes", "version": 0})
    assert list(draft.answers.values_list("question__slug", "answer")) == [("J1", "yes")]
    browser.post(keep_at(draft), {"answer-J1": "", "version": 1})
    assert draft.answers.count() == 0


def test_wrong_field_is_named_and_the_others_are_kept(sign_in):
    draft = make_draft()
    said = sign_in(draft.submitter).post(keep_at(draft), {"title": "x" * 121, "data": "A list", "version": 0}).json()
    draft.refresh_from_db()
    assert list(said["wrong"]) == ["title"]
    assert draft.data == "A list"


def test_coach_answers_with_what_is_kept(sign_in):
    draft = make_draft(language="en")
    said = sign_in(draft.submitter).post(keep_at(draft), {"demand": "A dashboard of all our permits", "version": 0})
    assert "You name a means" in said.json()["hints"]["demand"]


def test_other_window_is_told_and_nothing_is_lost(sign_in):
    draft = make_draft()
    browser = sign_in(draft.submitter)
    browser.post(keep_at(draft), {"demand": "One <b>", "version": 0})
    late = browser.post(keep_at(draft), {"demand": "Two", "version": 0})
    draft.refresh_from_db()
    assert (late.status_code, draft.demand) == (409, "One <b>")
    assert "One &lt;b&gt;" in late.json()["theirs"]["demand"]
    assert late.json()["version"] == draft.version


def test_same_words_again_make_no_version_and_no_line(sign_in):
    draft = make_draft()
    browser = sign_in(draft.submitter)
    for version in (0, 0):
        assert browser.post(keep_at(draft), {"demand": "One", "version": version}).status_code == 200
    draft.refresh_from_db()
    assert (draft.version, TrailEntry.objects.filter(deed="idea.change").count()) == (1, 1)


def test_sent_idea_is_not_kept_by_itself(sign_in):
    idea = make_idea(edition=make_edition())
    answer = sign_in(idea.submitter).post(keep_at(idea), {"title": "Half a wo"})
    before = idea.title
    idea.refresh_from_db()
    assert (answer.status_code, idea.title) == (403, before)
    assert "Press the button" in answer.json()["said"]


def test_draft_of_another_or_of_a_closed_call_is_not_kept(sign_in):
    draft, closed = make_draft(), make_draft(make_edition(stage=Stage.SCREENING))
    assert sign_in(make_person()).post(keep_at(draft), {"title": "Mine"}).status_code == 403
    assert sign_in(closed.submitter).post(keep_at(closed), {"title": "Late"}).status_code == 403
    assert sign_in(make_person()).post(begin_at(closed.edition), {"title": "Late"}).status_code == 403


def test_keeping_takes_few_statements(sign_in, django_assert_max_num_queries):
    edition = make_edition()
    for slug in ("J1", "J2", "E1"):
        make_question(edition=edition, slug=slug, kind="yes_no")
    draft = make_draft(edition)
    browser = sign_in(draft.submitter)
    everything = {"title": "A", "demand": "B", "data": "C", "result": "D", "answer-J1": "no", "answer-J2": "yes"}
    with django_assert_max_num_queries(25):
        assert browser.post(keep_at(draft), everything | {"version": 0}).status_code == 200


def lines_about(idea):
    return TrailEntry.objects.filter(of_id=str(idea.public_id), deed="idea.change").count()


def test_a_sitting_is_one_line_in_the_trail_and_a_pause_begins_another():
    draft, writer = make_draft(), make_person()
    draft.coauthors.create(person=writer, invited_at=MOMENT, accepted_at=MOMENT)
    for minute in range(0, 60, 5):
        actions.change_idea(idea=draft, by=draft.submitter, at=later(minutes=minute), title=f"Bees {minute}")
    assert lines_about(draft) == 1
    actions.change_idea(idea=draft, by=writer, at=later(minutes=61), demand="Mine")
    actions.change_idea(idea=draft, by=draft.submitter, at=later(minutes=62), title="Bees again")
    assert lines_about(draft) == 2
    actions.change_idea(idea=draft, by=draft.submitter, at=later(minutes=93), title="Bees later")
    assert lines_about(draft) == 3


def test_every_change_of_a_sent_idea_is_a_line():
    idea = make_idea(edition=make_edition())
    for minute in range(3):
        actions.change_idea(idea=idea, by=idea.submitter, at=later(minutes=minute), title=f"Bees {minute}")
    assert lines_about(idea) == 3


def test_sending_takes_few_statements(sign_in, django_assert_max_num_queries):
    edition = make_edition()
    for slug in ("J1", "E1"):
        make_question(edition=edition, slug=slug, kind="yes_no")
    draft = make_draft(edition, demand="Where do they go?", theme=edition.themes.first())
    draft.coauthors.create(person=make_person(), invited_at=MOMENT, accepted_at=MOMENT)
    actions.change_idea(idea=draft, by=draft.submitter, at=MOMENT, answers={"J1": "no", "E1": "yes"})
    browser = sign_in(draft.submitter)
    with django_assert_max_num_queries(25):
        assert browser.post(reverse("ideas:send", args=[draft.public_id])).status_code == 302
    draft.refresh_from_db()
    assert draft.state == IdeaState.SENT
