"""Writing, sending and withdrawing an idea in the browser."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def page(name, idea):
    return reverse(f"ideas:{name}", args=[idea.public_id])


def words(edition, **given):
    return {"title": "Bees", "demand": "Where?", "theme": edition.themes.first().slug, "language": "en"} | given


def test_form_asks_plain_questions_with_the_question_of_each_theme(sign_in):
    edition = make_edition(themes=0)
    edition.themes.create(slug="water", name_nl="Water", name_en="Water", question_en="How clean is it?")
    text = sign_in(make_person()).get(reverse("ideas:start", args=[edition.slug])).content.decode()
    assert "How clean is it?" in text
    assert "What do you want to solve or find out?" in text


def test_idea_goes_from_form_by_preview_to_sent(sign_in):
    edition, person = make_edition(), make_person()
    browser = sign_in(person)
    preview = browser.post(reverse("ideas:start", args=[edition.slug]), words(edition, next="send"), follow=True)
    idea = Idea.objects.get()
    assert preview.request["PATH_INFO"] == page("send", idea)
    assert idea.state == IdeaState.DRAFT
    sent = browser.post(page("send", idea), follow=True)
    idea.refresh_from_db()
    assert "Your idea has been sent" in sent.content.decode()
    assert (idea.state, idea.number, idea.submitter) == (IdeaState.SENT, 1, person)


def test_save_for_later_needs_a_title_only(sign_in):
    edition = make_edition()
    address = reverse("ideas:start", args=[edition.slug])
    browser = sign_in(make_person())
    kept = browser.post(address, {"title": "Bees", "demand": "", "language": "nl", "next": "later"})
    assert (kept.status_code, kept["Location"]) == (302, reverse("ideas:drafts"))
    assert Idea.objects.get().demand == ""


def test_form_to_send_wants_demand_and_theme_and_keeps_what_was_typed(sign_in):
    edition = make_edition()
    answer = sign_in(make_person()).post(
        reverse("ideas:start", args=[edition.slug]), {"title": "Bees", "language": "nl", "next": "send"}
    )
    assert answer.status_code == 422
    assert sorted(answer.context["form"].errors) == ["demand", "theme"]
    assert 'value="Bees"' in answer.content.decode()
    assert Idea.objects.count() == 0


def test_form_is_refused_after_the_call(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    assert sign_in(make_person()).get(reverse("ideas:start", args=[edition.slug])).status_code == 403


def test_draft_can_be_changed_and_kept_for_later(sign_in):
    edition = make_edition()
    draft = make_idea(edition=edition, state=IdeaState.DRAFT)
    browser = sign_in(draft.submitter)
    assert browser.get(page("change", draft)).status_code == 200
    browser.post(page("change", draft), words(edition, title="Bats", next="later"))
    draft.refresh_from_db()
    assert (draft.title, draft.state) == ("Bats", IdeaState.DRAFT)


def test_sent_idea_can_be_changed_during_the_call(sign_in):
    edition = make_edition()
    idea = make_idea(edition=edition)
    answer = sign_in(idea.submitter).post(page("change", idea), words(edition, title="Bats"))
    idea.refresh_from_db()
    assert (answer["Location"], idea.title) == (idea.get_absolute_url(), "Bats")


def test_change_by_another_is_refused(sign_in):
    idea = make_idea(edition=make_edition())
    assert sign_in(make_person()).get(page("change", idea)).status_code == 403


def test_idea_is_withdrawn_after_confirmation_and_can_be_sent_again(sign_in):
    idea = make_idea(edition=make_edition())
    browser = sign_in(idea.submitter)
    assert "Withdraw your idea?" in browser.get(page("withdraw", idea)).content.decode()
    after = browser.post(page("withdraw", idea), follow=True).content.decode()
    idea.refresh_from_db()
    assert idea.state == IdeaState.WITHDRAWN
    assert "Send it again" in after
    browser.post(page("send", idea))
    idea.refresh_from_db()
    assert idea.state == IdeaState.SENT


def test_preview_of_an_incomplete_draft_says_what_is_missing(sign_in):
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT, theme=None)
    assert "Choose a theme first." in sign_in(draft.submitter).get(page("send", draft)).content.decode()
