"""What a sent idea said before: kept, read by the right people, brought back, erased."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Version
from tests.factories.editions import make_edition, make_manager, make_question
from tests.factories.ideas import make_coauthor, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    """An idea with two versions: "Bees" as it was sent, and "Bats"."""
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT, title="Bees")
    idea = actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT)
    return actions.change_idea(idea=idea, by=idea.submitter, at=later(hours=1), title="Bats")


def page(name, idea):
    return reverse(f"ideas:{name}", args=[idea.public_id])


def first(idea):
    return idea.versions.get(number=1)


def test_draft_keeps_no_versions():
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    actions.change_idea(idea=draft, by=draft.submitter, at=MOMENT, title="Other")
    assert Version.objects.count() == 0


def test_sending_and_each_change_is_a_version(idea):
    kept = [(version.number, version.words["title"], version.by) for version in queries.versions_of(idea)]
    assert kept == [(2, "Bats", idea.submitter), (1, "Bees", idea.submitter)]


def test_keeping_the_same_words_makes_no_version(idea):
    actions.change_idea(idea=idea, by=idea.submitter, at=later(hours=2), title="Bats")
    actions.withdraw_idea(idea=idea, by=idea.submitter, at=later(hours=3))
    actions.send_idea(idea=idea, by=idea.submitter, at=later(hours=4))
    assert idea.versions.count() == 2


def test_version_names_the_co_author_who_changed_it(idea):
    writer = make_coauthor(idea=idea).person
    actions.change_idea(idea=idea, by=writer, at=later(hours=2), demand="Where do they sleep?")
    assert queries.versions_of(idea).first().by == writer


def test_changes_name_what_differs_only(idea):
    theme = idea.edition.themes.last()
    actions.change_idea(idea=idea, by=idea.submitter, at=later(hours=2), theme=theme, language="en")
    newest, before = queries.versions_of(idea)[:2]
    changed = queries.changes_between(before=before, after=newest, themes=queries.theme_names(idea.edition))
    assert [str(change.label) for change in changed] == ["Theme", "Language"]
    assert changed[0].after == str(theme)


def test_restore_brings_the_words_back_as_a_new_version(idea):
    newest = actions.restore_version(version=first(idea), by=idea.submitter, at=later(hours=2))
    idea.refresh_from_db()
    assert (idea.title, newest.number, newest.restored_from) == ("Bees", 3, 1)


def test_restore_keeps_the_theme_when_the_old_one_is_gone(idea):
    version = first(idea)
    version.words |= {"theme": "gone"}
    version.save()
    actions.restore_version(version=version, by=idea.submitter, at=later(hours=2))
    idea.refresh_from_db()
    assert (idea.title, idea.theme) == ("Bees", idea.edition.themes.first())


def test_restore_is_refused_to_strangers_after_the_call_and_of_the_words_of_now(idea):
    with pytest.raises(Refused, match="Only who wrote"):
        actions.restore_version(version=first(idea), by=make_person(), at=MOMENT)
    with pytest.raises(Refused, match="words of now"):
        actions.restore_version(version=idea.versions.get(number=2), by=idea.submitter, at=MOMENT)
    idea.edition.stage = Stage.SCREENING
    idea.edition.save()
    with pytest.raises(Refused, match="call is closed"):
        actions.restore_version(version=first(idea), by=idea.submitter, at=MOMENT)


def test_erased_words_are_gone_for_good_and_cannot_be_restored(idea):
    actions.erase_version(version=first(idea), by=idea.submitter, at=later(hours=2))
    erased = first(idea)
    assert (erased.words, erased.erased_at, erased.by) == ({}, later(hours=2), idea.submitter)
    with pytest.raises(Refused, match="were erased"):
        actions.restore_version(version=erased, by=idea.submitter, at=MOMENT)
    with pytest.raises(Refused, match="were erased"):
        actions.erase_version(version=erased, by=idea.submitter, at=MOMENT)


def test_manager_erases_too_also_after_the_call_and_a_stranger_never(idea):
    idea.edition.stage = Stage.SCREENING
    idea.edition.save()
    with pytest.raises(Refused, match="Only who wrote"):
        actions.erase_version(version=first(idea), by=make_person(), at=MOMENT)
    actions.erase_version(version=first(idea), by=make_manager(idea.edition), at=MOMENT)
    assert first(idea).words == {}


def test_words_of_now_are_not_erased(idea):
    with pytest.raises(Refused, match="Change the idea first"):
        actions.erase_version(version=idea.versions.get(number=2), by=idea.submitter, at=MOMENT)


def test_trail_holds_no_words_of_a_version(idea):
    actions.restore_version(version=first(idea), by=idea.submitter, at=later(hours=2))
    actions.erase_version(version=idea.versions.get(number=2), by=idea.submitter, at=later(hours=3))
    details = TrailEntry.objects.filter(deed__startswith="version.").values_list("deed", "details")
    assert list(details) == [("version.restore", {"number": 1}), ("version.erase", {"number": 2})]


def test_database_keeps_no_words_of_an_erased_version(idea):
    with pytest.raises(IntegrityError), transaction.atomic():
        idea.versions.filter(number=1).update(erased_at=MOMENT)


def test_earlier_words_are_for_authors_and_managers_until_screening_is_done(idea):
    stranger, asked = make_person(), make_coauthor(idea=idea, accepted=False).person
    for reader in (stranger, asked):
        assert "when screening is done" in rules.why_not_see_versions(idea=idea, by=reader)
    for reader in (idea.submitter, make_manager(idea.edition)):
        assert rules.why_not_see_versions(idea=idea, by=reader) is None
    idea.edition.stage = Stage.MATCHING
    idea.edition.save()
    assert rules.why_not_see_versions(idea=idea, by=stranger) is None


def test_page_shows_what_changed_and_who_changed_it(sign_in, idea):
    text = sign_in(idea.submitter).get(page("versions", idea)).content.decode()
    assert "<del>" in text
    assert "<ins>" in text
    assert text.count(idea.submitter.name) >= 2
    assert "Bring version 1 back" in text
    assert "Bring version 2 back" not in text


def test_page_is_refused_to_others_and_not_linked_for_them(sign_in, idea):
    browser = sign_in(make_person())
    assert browser.get(page("versions", idea)).status_code == 403
    assert page("versions", idea) not in browser.get(idea.get_absolute_url()).content.decode()


def test_version_of_somebody_whose_account_is_gone_still_shows(sign_in, idea):
    idea.versions.update(by=None)
    assert "somebody who left" in sign_in(idea.submitter).get(page("versions", idea)).content.decode()


def test_version_is_restored_and_erased_by_a_button(sign_in, idea):
    browser = sign_in(idea.submitter)
    after = browser.post(page("restore", idea), {"version": first(idea).public_id}, follow=True)
    assert "It is version 3 now" in after.content.decode()
    after = browser.post(page("erase", idea), {"version": idea.versions.get(number=2).public_id}, follow=True)
    assert "were erased on" in after.content.decode()
    assert "Bats" not in after.content.decode()


@pytest.mark.parametrize("version", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_unknown_version_is_not_found(sign_in, idea, version):
    assert sign_in(idea.submitter).post(page("restore", idea), {"version": version}).status_code == 404


def test_version_of_another_idea_is_not_found(sign_in, idea):
    draft = make_idea(edition=idea.edition, state=IdeaState.DRAFT)
    other = actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT)
    answer = sign_in(idea.submitter).post(page("restore", idea), {"version": first(other).public_id})
    assert answer.status_code == 404


def test_markup_in_an_idea_stays_text_in_its_versions(sign_in, idea):
    actions.change_idea(idea=idea, by=idea.submitter, at=later(hours=2), demand="<script>alert(1)</script>")
    text = sign_in(idea.submitter).get(page("versions", idea)).content.decode()
    assert "<script>alert" not in text


def test_page_asks_the_database_as_often_for_one_version_as_for_three(sign_in, idea):
    browser = sign_in(idea.submitter)
    idea.versions.filter(number=2).delete()
    browser.get(page("versions", idea))
    counts = []
    for number in (2, 4):
        with CaptureQueriesContext(connection) as asked:
            browser.get(page("versions", idea))
        counts.append(len(asked))
        for more in (number, number + 1):
            words = queries.words_now(idea) | {"title": f"{more}"}
            Version.objects.create(idea=idea, number=more, words=words, by=make_person(), at=MOMENT)
    assert counts[0] == counts[1]


def test_many_versions_come_in_pages(sign_in, idea):
    for number in range(3, 15):
        words = queries.words_now(idea) | {"title": f"{number}"}
        Version.objects.create(idea=idea, number=number, words=words, by=idea.submitter, at=MOMENT)
    second = sign_in(idea.submitter).get(page("versions", idea), {"page": 2}).content.decode()
    assert "Version 4<" in second
    assert "Version 5<" not in second


@pytest.fixture
def answered():
    """A sent idea whose answer for managers changed from no to yes, and whose open one was taken back."""
    edition = make_edition()
    make_question(edition=edition, slug="J1", label_en="Persons?", kind="yes_no", shown_to="managers")
    make_question(edition=edition, slug="E1", label_en="Harm?", kind="yes_no")
    draft = make_idea(edition=edition, state=IdeaState.DRAFT)
    actions.change_idea(idea=draft, by=draft.submitter, at=MOMENT, answers={"J1": "no", "E1": "no"})
    actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT)
    return actions.change_idea(idea=draft, by=draft.submitter, at=later(hours=1), answers={"J1": "yes", "E1": ""})


def told(idea, reader):
    newest, before = queries.versions_of(idea)[:2]
    questions = queries.questions_told(idea, to=reader)
    changed = queries.changes_between(before=before, after=newest, themes={}, questions=questions)
    return [(change.label, change.before, change.after) for change in changed]


def test_answers_are_kept_with_each_version_and_told_to_who_may_read_them(answered):
    assert [version.answers for version in queries.versions_of(answered)] == [{"J1": "yes"}, {"J1": "no", "E1": "no"}]
    assert told(answered, answered.submitter) == [("Persons?", "No", "Yes"), ("Harm?", "No", "")]
    assert told(answered, make_person()) == [("Harm?", "No", "")]


def test_restoring_brings_answers_back_too(answered):
    actions.restore_version(version=first(answered), by=answered.submitter, at=later(hours=2))
    assert queries.answers_of(answered) == {"J1": "no", "E1": "no"}
    assert answered.versions.count() == 3
    with pytest.raises(Refused, match="words of now"):
        actions.restore_version(version=queries.versions_of(answered)[0], by=answered.submitter, at=later(hours=3))


def test_version_from_before_answers_were_kept_leaves_them_alone(answered):
    Version.objects.filter(idea=answered, number=1).update(
        answers=None, words={**first(answered).words, "title": "Old"}
    )
    assert [label for label, _before, _after in told(answered, answered.submitter)] == ["Title"]
    actions.restore_version(version=first(answered), by=answered.submitter, at=later(hours=2))
    answered.refresh_from_db()
    assert (answered.title, queries.answers_of(answered)) == ("Old", {"J1": "yes"})


def test_erasing_takes_the_answers_too(answered):
    actions.erase_version(version=first(answered), by=answered.submitter, at=later(hours=2))
    assert (first(answered).words, first(answered).answers) == ({}, None)
