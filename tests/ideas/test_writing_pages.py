"""Writing, sending and withdrawing an idea in the browser."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from tests.factories.editions import make_edition, make_question
from tests.factories.ideas import make_idea
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def page(name, idea, *more):
    return reverse(f"ideas:{name}", args=[idea.public_id, *more])


def start_of(edition):
    return reverse("ideas:start", args=[edition.slug])


def words(edition, **given):
    return {"title": "Bees", "demand": "Where?", "theme": edition.themes.first().slug, "language": "en"} | given


def make_draft(edition, **given):
    return make_idea(edition=edition, state=IdeaState.DRAFT, **given)


def test_first_step_asks_a_title_only_and_the_second_the_theme_with_its_question(sign_in):
    edition = make_edition(themes=0)
    edition.themes.create(slug="water", name_nl="Water", name_en="Water", question_en="How clean is it?")
    draft = make_draft(edition)
    browser = sign_in(draft.submitter)
    first = browser.get(start_of(edition)).content.decode()
    assert "What do you call your idea?" in first
    assert "How clean is it?" not in first
    assert "How clean is it?" in browser.get(page("write", draft, "idee")).content.decode()


def test_link_to_a_theme_asks_for_it_at_once(sign_in):
    edition = make_edition()
    theme = edition.themes.last()
    browser = sign_in(make_person())
    assert f'value="{theme.slug}" id' in browser.get(f"{start_of(edition)}?theme={theme.slug}").content.decode()
    browser.post(start_of(edition), {"title": "Bees", "theme": theme.slug, "language": "en", "next": "on"})
    assert Idea.objects.get().theme == theme


def test_idea_goes_step_by_step_to_sent(sign_in):
    edition, person = make_edition(), make_person()
    make_question(edition=edition, slug="J1", kind="yes_no")
    browser = sign_in(person)
    theme = edition.themes.first().slug
    first = {"title": "Bees", "language": "en", "next": "on"}
    second = browser.post(start_of(edition), first, follow=True)
    idea = Idea.objects.get()
    assert second.request["PATH_INFO"] == page("write", idea, "idee")
    third = browser.post(
        page("write", idea, "idee"), {"demand": "Where do bees die?", "theme": theme, "next": "on"}, follow=True
    )
    assert third.request["PATH_INFO"] == page("write", idea, "vragen")
    last = browser.post(page("write", idea, "vragen"), {"answer-J1": "unknown", "next": "on"}, follow=True)
    assert last.request["PATH_INFO"] == page("send", idea)
    assert "I do not know" in last.content.decode()
    sent = browser.post(page("send", idea), follow=True)
    idea.refresh_from_db()
    assert "Your idea has been sent" in sent.content.decode()
    assert (idea.state, idea.number, idea.submitter, idea.demand) == (IdeaState.SENT, 1, person, "Where do bees die?")
    assert list(idea.answers.values_list("answer", flat=True)) == ["unknown"]


def test_everything_can_be_written_on_one_page(sign_in):
    edition = make_edition()
    browser = sign_in(make_person())
    assert "What do you want to solve or find out?" in browser.get(start_of(edition) + "?alles=1").content.decode()
    preview = browser.post(start_of(edition) + "?alles=1", words(edition, next="on"), follow=True)
    assert preview.request["PATH_INFO"] == page("send", Idea.objects.get())


def test_form_pressed_twice_begins_one_draft(sign_in):
    edition, browser = make_edition(), sign_in(make_person())
    draft = browser.get(start_of(edition)).context["draft"]
    for title in ("Bees", "Bees and bats"):
        browser.post(start_of(edition), words(edition, title=title, draft=draft, next="on"))
    assert list(Idea.objects.values_list("title", "public_id")) == [("Bees and bats", draft)]


def test_identity_of_the_draft_of_another_is_refused(sign_in):
    edition = make_edition()
    other = make_draft(edition, title="Mine")
    answer = sign_in(make_person()).post(start_of(edition), words(edition, draft=other.public_id, next="on"))
    other.refresh_from_db()
    assert (answer.status_code, other.title) == (403, "Mine")


def test_save_for_later_needs_nothing(sign_in):
    edition = make_edition()
    kept = sign_in(make_person()).post(start_of(edition), {"title": "Bees", "language": "nl", "next": "later"})
    assert (kept.status_code, kept["Location"]) == (302, reverse("ideas:drafts"))
    assert Idea.objects.get().demand == ""


def test_going_on_wants_title_and_theme_and_keeps_what_was_typed(sign_in):
    edition = make_edition()
    answer = sign_in(make_person()).post(start_of(edition) + "?alles=1", {"title": "Bees", "language": "nl"})
    assert answer.status_code == 422
    assert sorted(answer.context["sheet"].wrong) == ["demand", "theme"]
    assert 'value="Bees"' in answer.content.decode()
    assert Idea.objects.count() == 0


def test_text_that_is_too_long_is_refused_and_stays_on_the_page(sign_in):
    edition = make_edition()
    draft = make_draft(edition)
    answer = sign_in(draft.submitter).post(page("write", draft, "idee"), {"demand": "bee " * 600, "next": "on"})
    assert answer.status_code == 422
    assert ("bee " * 600).strip() in answer.content.decode()


def test_back_keeps_what_was_written(sign_in):
    draft = make_draft(make_edition(), demand="")
    browser = sign_in(draft.submitter)
    back = browser.post(page("write", draft, "idee"), {"demand": "", "data": "A register", "next": "back"})
    draft.refresh_from_db()
    assert (back["Location"], draft.data) == (page("write", draft, "titel"), "A register")


def test_coach_reads_along_on_the_step_itself_and_stops_nobody(sign_in):
    draft = make_draft(make_edition(), demand="")
    browser = sign_in(draft.submitter)
    said = {"demand": "A dashboard with all our permits in it.", "next": "look"}
    assert "You name a means" in browser.post(page("write", draft, "idee"), said, follow=True).content.decode()
    on = browser.post(page("write", draft, "idee"), said | {"theme": draft.theme.slug, "next": "on"})
    assert on["Location"] == page("write", draft, "vragen")


def test_step_that_does_not_exist_is_not_found(sign_in):
    draft = make_draft(make_edition())
    browser = sign_in(draft.submitter)
    assert [browser.get(page("write", draft, step)).status_code for step in ("nakijken", "x")] == [404, 404]


def test_form_is_refused_after_the_call(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    assert sign_in(make_person()).get(start_of(edition)).status_code == 403


def test_draft_can_be_changed_and_kept_for_later(sign_in):
    edition = make_edition()
    draft = make_draft(edition)
    browser = sign_in(draft.submitter)
    assert browser.get(page("change", draft)).status_code == 200
    browser.post(page("change", draft), words(edition, title="Bats", next="later"))
    draft.refresh_from_db()
    assert (draft.title, draft.state) == ("Bats", IdeaState.DRAFT)


def test_sent_idea_can_be_changed_during_the_call(sign_in):
    edition = make_edition()
    idea = make_idea(edition=edition)
    browser = sign_in(idea.submitter)
    assert browser.get(page("write", idea, "idee"))["Location"] == page("change", idea)
    answer = browser.post(page("change", idea), words(edition, title="Bats"))
    idea.refresh_from_db()
    assert (answer["Location"], idea.title) == (idea.get_absolute_url(), "Bats")


def test_change_by_another_is_refused(sign_in):
    idea = make_idea(edition=make_edition())
    assert sign_in(make_person()).get(page("change", idea)).status_code == 403


def test_of_two_windows_the_later_one_shows_both_and_loses_nothing(sign_in):
    draft = make_draft(make_edition(), demand="First")
    browser, address = sign_in(draft.submitter), page("write", draft, "idee")
    browser.post(address, {"demand": "From window one", "version": 0, "next": "later"})
    both = browser.post(address, {"demand": "From window two", "version": 0, "next": "later"})
    text = both.content.decode()
    draft.refresh_from_db()
    assert (both.status_code, draft.demand) == (409, "From window one")
    assert "From window one" in text
    assert "From window two" in text
    again = browser.post(address, {"demand": "From window two", "version": draft.version, "next": "later"})
    draft.refresh_from_db()
    assert (again.status_code, draft.demand) == (302, "From window two")


def test_two_windows_on_other_steps_do_not_meet(sign_in):
    edition = make_edition()
    draft = make_draft(edition, demand="")
    browser = sign_in(draft.submitter)
    browser.post(page("write", draft, "idee"), words(edition, version=0, next="later"))
    browser.post(page("write", draft, "titel"), words(edition, title="Bats", version=0, next="on"))
    draft.refresh_from_db()
    assert (draft.demand, draft.title, draft.version) == ("Where?", "Bats", 2)


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


def test_preview_of_an_incomplete_draft_says_what_is_missing_and_leads_there(sign_in):
    draft = make_draft(make_edition(), theme=None, demand="")
    text = sign_in(draft.submitter).get(page("send", draft)).content.decode()
    for words_, step in (("Choose a theme first.", "idee"), ("Tell first which question", "idee")):
        assert words_ in text
        assert f'href="{page("write", draft, step)}"' in text
    assert "Send the idea" not in text


def test_receipt_is_for_the_authors_of_a_sent_idea(sign_in):
    idea, draft = make_idea(edition=make_edition()), make_draft(make_edition())
    assert sign_in(idea.submitter).get(page("sent", idea)).status_code == 200
    assert sign_in(make_person()).get(page("sent", idea)).status_code == 403
    assert sign_in(draft.submitter).get(page("sent", draft)).status_code == 403
