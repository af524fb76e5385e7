"""Merging: nothing without every submitter's yes, energy asked and never moved, undone without a trace of loss."""

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.files import fit
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import EnergyKind, IdeaState, MergeAnswer, MergeState
from datamatch.ideas.models import (
    Attachment,
    CoAuthor,
    Energy,
    EnergyQuestion,
    Idea,
    IdeaAnswer,
    Merge,
    MergePart,
    RoleWanted,
)
from tests.factories.editions import make_edition, make_manager, make_question
from tests.factories.files import picture
from tests.factories.ideas import make_coauthor, make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
WORDS = {"title": "Both", "demand": "Where?", "data": "", "result": "", "theme": "", "language": "nl"}


@pytest.fixture
def edition():
    return make_edition()


@pytest.fixture
def pair(edition):
    return make_idea(edition=edition), make_idea(edition=edition)


def propose(pair, by=None):
    return actions.propose_merge(ideas=pair, words=WORDS, by=by or pair[0].submitter, at=MOMENT)


def carried_out(pair):
    return actions.agree_to_merge(merge=propose(pair), by=pair[1].submitter, at=later(hours=1))


def states(pair):
    return [Idea.objects.get(pk=idea.pk).state for idea in pair]


def given(idea):
    return sorted(Energy.objects.filter(idea=idea).values_list("person", "kind", "role", "hours_per_week", "why"))


def open_parts(merge):
    return merge.parts.filter(is_open=True).count()


def test_proposal_asks_the_other_submitter_and_changes_nothing(pair):
    before = list(Idea.objects.values())
    merge = propose(pair)
    assert (merge.state, merge.idea) == (MergeState.ASKED, None)
    assert list(Idea.objects.values()) == before
    assert [mail.to for mail in Mail.objects.all()] == [pair[1].submitter.email]
    assert list(queries.merges_waiting_for(pair[1].submitter)) == [merge]
    assert list(queries.merges_waiting_for(pair[0].submitter)) == []


def test_mails_of_a_merge_name_no_author(pair):
    make_energy(idea=pair[0])
    writer = make_coauthor(idea=pair[1])
    carried_out(pair)
    names = [pair[0].submitter.name, pair[1].submitter.name, writer.person.name]
    for mail in Mail.objects.filter(key__startswith="merge."):
        greeting, _, rest = mail.body.partition(",")
        assert [name for name in names if name in mail.subject + rest] == [], greeting


def test_last_yes_makes_a_new_idea_and_keeps_the_originals_with_their_numbers(pair):
    numbers = [idea.number for idea in pair]
    merge = carried_out(pair)
    assert merge.state == MergeState.DONE
    assert (merge.idea.title, merge.idea.state, merge.idea.number) == ("Both", IdeaState.SENT, max(numbers) + 1)
    assert states(pair) == [IdeaState.MERGED] * 2
    assert [Idea.objects.get(pk=idea.pk).number for idea in pair] == numbers
    assert queries.authors_of(merge.idea) == [pair[0].submitter, pair[1].submitter]
    assert merge.idea.versions.count() == 1
    assert list(queries.sent_ideas(merge.edition)) == [merge.idea]


def test_manager_proposes_and_both_submitters_are_asked(pair, edition):
    merge = propose(pair, by=make_manager(edition))
    for idea in pair:
        assert merge.state == MergeState.ASKED
        merge = actions.agree_to_merge(merge=merge, by=idea.submitter, at=MOMENT)
    assert merge.state == MergeState.DONE


def test_one_person_with_two_ideas_merges_them_at_once(edition):
    person = make_person()
    own = [make_idea(edition=edition, submitter=person) for _ in range(2)]
    merge = propose(own)
    assert merge.state == MergeState.DONE
    assert queries.authors_of(merge.idea) == [person]


def test_co_authors_of_the_originals_are_invited_and_may_decline_for_themselves(pair):
    writer = make_coauthor(idea=pair[1]).person
    merge = carried_out(pair)
    asked = queries.invitation_to(merge.idea, writer)
    assert Mail.objects.filter(to=writer.email).exists()
    actions.decline_invitation(coauthor=asked, by=writer, at=later(days=1))
    assert writer not in queries.authors_of(merge.idea)
    assert merge.idea.state == IdeaState.SENT


def test_energy_is_asked_and_not_moved(pair):
    joiner = make_energy(idea=pair[1], kind=EnergyKind.JOIN).person
    before = given(pair[1])
    merge = carried_out(pair)
    assert (given(pair[1]), given(merge.idea)) == (before, [])
    assert [question.merge for question in queries.energy_questions_to(joiner)] == [merge]
    assert Mail.objects.filter(to=joiner.email, key__startswith="merge.energy:").count() == 1


def test_author_of_one_original_who_gave_energy_to_another_is_not_asked(pair):
    make_energy(idea=pair[1], person=pair[0].submitter)
    merge = carried_out(pair)
    assert merge.questions.count() == 0


def test_yes_gives_the_new_idea_each_kind_once_with_the_newest_words(pair):
    person = make_person()
    make_energy(idea=pair[0], person=person, kind=EnergyKind.JOIN, hours_per_week=2)
    newest = make_energy(idea=pair[1], person=person, kind=EnergyKind.JOIN, hours_per_week=6, why="I know this")
    Energy.objects.filter(pk=newest.pk).update(stated_at=later(minutes=1))
    make_energy(idea=pair[1], person=person)
    before = given(pair[0]), given(pair[1])
    merge = carried_out(pair)
    for _ in range(2):
        actions.answer_energy_question(merge=merge, goes_along=True, by=person, at=later(days=1))
    assert given(merge.idea) == [
        (person.pk, "join", "data-scientist", 6, "I know this"),
        (person.pk, "support", "", 0, ""),
    ]
    assert (given(pair[0]), given(pair[1])) == before


def test_yes_leaves_what_they_gave_the_new_idea_themselves(pair):
    person = make_energy(idea=pair[0]).person
    merge = carried_out(pair)
    actions.give_energy(idea=merge.idea, by=person, kind=EnergyKind.SUPPORT, why="Mine", at=later(days=1))
    actions.answer_energy_question(merge=merge, goes_along=True, by=person, at=later(days=2))
    assert Energy.objects.get(idea=merge.idea).why == "Mine"


def test_no_leaves_the_energy_and_may_become_a_yes(pair):
    person = make_energy(idea=pair[0]).person
    merge = carried_out(pair)
    actions.answer_energy_question(merge=merge, goes_along=False, by=person, at=later(days=1))
    assert (given(merge.idea), list(queries.energy_questions_to(person))) == ([], [])
    actions.answer_energy_question(merge=merge, goes_along=True, by=person, at=later(days=2))
    assert len(given(merge.idea)) == 1


def test_who_gave_no_energy_is_not_asked(pair):
    merge = carried_out(pair)
    with pytest.raises(Refused, match="gave these ideas no energy"):
        actions.answer_energy_question(merge=merge, goes_along=True, by=make_person(), at=MOMENT)


def test_no_ends_it_with_the_reason_and_the_ideas_stay_as_they_are(pair):
    merge = propose(pair)
    merge = actions.decline_merge(merge=merge, reason="Mine is about bats", by=pair[1].submitter, at=later())
    assert (merge.state, merge.reason, states(pair)) == (
        MergeState.DECLINED,
        "Mine is about bats",
        [IdeaState.SENT] * 2,
    )
    assert "Mine is about bats" in Mail.objects.get(to=pair[0].submitter.email).body
    with pytest.raises(Refused, match="no longer open"):
        actions.agree_to_merge(merge=merge, by=pair[1].submitter, at=later())
    assert propose(pair).state == MergeState.ASKED


def test_undo_brings_originals_and_energy_back_exactly(pair):
    person = make_energy(idea=pair[0], kind=EnergyKind.JOIN).person
    make_energy(idea=pair[1])
    before = given(pair[0]), given(pair[1])
    merge = carried_out(pair)
    actions.answer_energy_question(merge=merge, goes_along=True, by=person, at=later(days=1))
    merge = actions.undo_merge(merge=merge, by=pair[1].submitter, at=later(days=13))
    assert (states(pair), merge.state) == ([IdeaState.SENT] * 2, MergeState.UNDONE)
    assert (given(pair[0]), given(pair[1])) == before
    assert merge.idea.state == IdeaState.WITHDRAWN
    assert {energy.idea for energy in queries.energy_in(merge.edition)} == set(pair)
    with pytest.raises(Refused, match="undone"):
        actions.send_idea(idea=merge.idea, by=pair[0].submitter, at=later(days=13))
    assert propose(pair).state == MergeState.ASKED


def test_undo_has_an_end_and_is_for_submitters_and_managers(pair, edition):
    merge = carried_out(pair)
    with pytest.raises(Refused, match="Only who sent"):
        actions.undo_merge(merge=merge, by=make_person(), at=later(days=1))
    with pytest.raises(Refused, match="14 days"):
        actions.undo_merge(merge=merge, by=pair[0].submitter, at=later(days=14, hours=2))
    edition.stage = Stage.SCREENING
    edition.save()
    with pytest.raises(Refused, match="call is closed"):
        actions.undo_merge(merge=merge, by=make_manager(edition), at=later(days=1))
    edition.stage = Stage.CALL
    edition.save()
    merge = actions.undo_merge(merge=merge, by=make_manager(edition), at=later(days=1))
    with pytest.raises(Refused, match="nothing to undo"):
        actions.undo_merge(merge=merge, by=pair[0].submitter, at=later(days=1))


def test_original_is_read_by_all_and_changed_by_nobody(pair):
    carried_out(pair)
    idea, by = Idea.objects.get(pk=pair[0].pk), pair[0].submitter
    assert rules.why_not_see(idea=idea, by=make_person()) is None
    for deed in (
        lambda: actions.change_idea(idea=idea, by=by, at=MOMENT, title="Other"),
        lambda: actions.send_idea(idea=idea, by=by, at=MOMENT),
        lambda: actions.withdraw_idea(idea=idea, by=by, at=MOMENT),
        lambda: actions.invite_coauthor(idea=idea, person=make_person(), by=by, at=MOMENT),
        lambda: actions.give_energy(idea=idea, by=make_person(), kind=EnergyKind.SUPPORT, at=MOMENT),
        lambda: propose(pair),
    ):
        with pytest.raises(Refused):
            deed()


def test_who_may_propose_and_what(pair, edition):
    stranger, other = make_person(), make_idea(edition=make_edition())
    refusals = {
        "Choose at least two": (pair[:1], pair[0].submitter),
        "Only who wrote": (pair, stranger),
        "same edition": ((pair[0], other), pair[0].submitter),
        "At most five": ([make_idea(edition=edition) for _ in range(6)], make_manager(edition)),
        "does not take part": ((pair[0], make_idea(edition=edition, state=IdeaState.WITHDRAWN)), pair[0].submitter),
    }
    for reason, (ideas, by) in refusals.items():
        with pytest.raises(Refused, match=reason):
            actions.propose_merge(ideas=ideas, words=WORDS, by=by, at=MOMENT)
    propose(pair)
    with pytest.raises(Refused, match="another proposal waits"):
        propose((pair[1], make_idea(edition=edition)), by=pair[1].submitter)


def test_merge_is_refused_after_the_call_and_when_an_idea_was_withdrawn(pair, edition):
    merge = propose(pair)
    actions.withdraw_idea(idea=pair[0], by=pair[0].submitter, at=MOMENT)
    merge.refresh_from_db()
    assert (merge.state, open_parts(merge)) == (MergeState.DECLINED, 0)
    told = Mail.objects.get(to=pair[1].submitter.email, key__startswith="merge.declined:")
    assert "doet niet meer mee" in told.body
    with pytest.raises(Refused, match="no longer open"):
        actions.agree_to_merge(merge=merge, by=pair[1].submitter, at=MOMENT)
    fresh = propose((pair[1], make_idea(edition=edition)), by=pair[1].submitter)
    edition.stage = Stage.SCREENING
    edition.save()
    with pytest.raises(Refused, match="call is closed"):
        actions.agree_to_merge(merge=fresh, by=fresh.parts.get(answer="waiting").idea.submitter, at=MOMENT)


def test_stranger_answers_nothing_and_who_proposed_takes_it_back(pair):
    merge = propose(pair)
    for deed in (actions.agree_to_merge, actions.undo_merge, actions.stop_merge):
        with pytest.raises(Refused):
            deed(merge=merge, by=make_person(), at=MOMENT)
    with pytest.raises(Refused):
        actions.decline_merge(merge=merge, reason="x", by=make_person(), at=MOMENT)
    assert actions.stop_merge(merge=merge, by=pair[0].submitter, at=MOMENT).state == MergeState.DECLINED


def test_trail_tells_the_whole_way_without_words(pair):
    person = make_energy(idea=pair[0]).person
    merge = carried_out(pair)
    actions.answer_energy_question(merge=merge, goes_along=True, by=person, at=later(days=1))
    actions.undo_merge(merge=merge, by=pair[0].submitter, at=later(days=2))
    deeds = TrailEntry.objects.filter(deed__startswith="merge.").values_list("deed", flat=True)
    assert list(deeds) == ["merge.propose", "merge.agree", "merge.carry_out", "merge.energy", "merge.undo"]
    assert "Both" not in str(list(TrailEntry.objects.values_list("details", flat=True)))


def test_database_asks_about_an_idea_once_at_a_time(pair):
    merge = propose(pair)
    other = Merge.objects.create(edition=merge.edition, words={}, lead=pair[0], proposed_at=MOMENT)
    with pytest.raises(IntegrityError), transaction.atomic():
        MergePart.objects.create(merge=other, idea=pair[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Merge.objects.filter(pk=merge.pk).update(state=MergeState.DONE)
    person = make_person()
    EnergyQuestion.objects.create(merge=merge, person=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        EnergyQuestion.objects.create(merge=merge, person=person, answer=MergeAnswer.YES)


def address(pair):
    return reverse("ideas:propose_merge", args=[pair[0].public_id]) + f"?met={pair[1].number}"


def test_ideas_are_found_chosen_and_proposed_on_a_page(sign_in, pair):
    browser = sign_in(pair[0].submitter)
    found = browser.get(reverse("ideas:propose_merge", args=[pair[0].public_id]), {"text": str(pair[1].number)})
    assert pair[1].title in found.content.decode()
    shown = browser.get(address(pair)).content.decode()
    assert f"From idea {pair[1].number}" in shown
    one, other = str(pair[0].number), str(pair[1].number)
    choices = {"title": "own", "title_own": "Together", "demand": other, "data": one, "result": one}
    answer = browser.post(address(pair), choices)
    merge = Merge.objects.get()
    assert answer["Location"] == merge.get_absolute_url()
    assert (merge.words["title"], merge.words["demand"]) == ("Together", pair[1].demand)
    assert merge.words["theme"] == pair[0].theme.slug


def test_words_that_were_not_written_are_asked_for_and_the_rest_is_kept(sign_in, pair):
    one = str(pair[0].number)
    choices = {"title": "own", "title_own": " ", "demand": one, "data": "own", "data_own": "My data", "result": one}
    answer = sign_in(pair[0].submitter).post(address(pair), choices)
    assert answer.status_code == 422
    assert "My data" in answer.content.decode()
    assert Merge.objects.count() == 0


def test_page_of_a_merge_hides_names_takes_answers_and_undoes(sign_in, pair):
    supporter = make_energy(idea=pair[0]).person
    merge = propose(pair)
    page = merge.get_absolute_url()
    assert sign_in(supporter).get(page).status_code == 403
    browser = sign_in(pair[1].submitter)
    text = browser.get(page).content.decode()
    assert pair[0].submitter.name not in text
    assert "Yes, merge it" in text
    deed = reverse("ideas:answer_merge", args=[merge.public_id])
    assert browser.post(deed, {"answer": "no", "reason": ""}).status_code == 422
    browser.post(deed, {"answer": "yes"})
    assert "became part of a new one" in sign_in(make_person()).get(pair[0].get_absolute_url()).content.decode()
    asked = sign_in(supporter)
    assert "Does your energy go along" in asked.get("/mijn/").content.decode()
    assert "Yes, take it along" in asked.get(page).content.decode()
    asked.post(reverse("ideas:energy_along", args=[merge.public_id]), {"answer": "yes"})
    merge.refresh_from_db()
    assert Energy.objects.filter(idea=merge.idea, person=supporter).count() == 1
    assert "From here its way goes on there" in asked.get(f"{pair[0].get_absolute_url()}spoor/").content.decode()
    assert "It was made of others" in asked.get(f"{merge.idea.get_absolute_url()}spoor/").content.decode()
    sign_in(pair[1].submitter).post(reverse("ideas:undo_merge", args=[merge.public_id]))
    assert states(pair) == [IdeaState.SENT] * 2


def test_proposal_waits_on_my_page_and_can_be_declined_there(sign_in, pair):
    merge = propose(pair)
    browser = sign_in(pair[1].submitter)
    assert merge.get_absolute_url() in browser.get("/mijn/").content.decode()
    deed = reverse("ideas:answer_merge", args=[merge.public_id])
    after = browser.post(deed, {"answer": "no", "reason": "Other subject"}, follow=True)
    assert "Other subject" in after.content.decode()


def test_merged_idea_with_many_authors_may_have_more_than_six(edition):
    ideas = [make_idea(edition=edition) for _ in range(5)]
    for idea in ideas:
        make_coauthor(idea=idea)
    merge = propose(ideas)
    for idea in ideas[1:]:
        merge = actions.agree_to_merge(merge=merge, by=idea.submitter, at=MOMENT)
    assert CoAuthor.objects.filter(idea=merge.idea).count() == 9


def test_sealed_ideas_are_not_looked_through_to_merge_them(sign_in, pair, edition):
    edition.sealed = True
    edition.save()
    page = reverse("ideas:propose_merge", args=[pair[0].public_id])
    assert sign_in(pair[0].submitter).get(page, {"text": str(pair[1].number)}).status_code == 403
    for idea in pair:
        idea.refresh_from_db()
    with pytest.raises(Refused, match="sealed"):
        propose(pair)


def test_idea_that_a_manager_hides_ends_the_open_proposal(pair, edition):
    merge = propose(pair)
    actions.moderate(idea=pair[0], comment=None, by=make_manager(edition), at=MOMENT, ruling="hide", reason="A name")
    merge.refresh_from_db()
    assert (merge.state, open_parts(merge)) == (MergeState.DECLINED, 0)


def answer(idea, **answers):
    for slug, words in answers.items():
        IdeaAnswer.objects.create(idea=idea, question=idea.edition.questions.get(slug=slug), answer=words)


@pytest.fixture
def answered(pair, edition):
    for slug in ("J1", "E1", "V4", "S1"):
        make_question(edition=edition, slug=slug, kind="yes_no", shown_to="managers" if slug == "S1" else "everyone")
    answer(pair[0], J1="no", E1="no", S1="no")
    answer(pair[1], J1="yes", V4="unknown", S1="yes")
    return pair


def test_answers_go_along_as_they_were_chosen_or_as_the_first_idea_gives_them(answered):
    kept = [queries.answers_of(idea) for idea in answered]
    merge = actions.propose_merge(
        ideas=answered, words=WORDS, answers={"J1": "yes"}, by=answered[0].submitter, at=MOMENT
    )
    merge = actions.agree_to_merge(merge=merge, by=answered[1].submitter, at=MOMENT)
    assert queries.answers_of(merge.idea) == {"J1": "yes", "E1": "no", "V4": "unknown", "S1": "no"}
    assert [queries.answers_of(idea) for idea in answered] == kept
    assert merge.idea.lane == "orange"
    assert merge.idea.versions.get().answers == queries.answers_of(merge.idea)


def test_only_answers_that_differ_and_may_be_known_are_asked(answered, edition):
    def asked(by):
        return {question.slug: given for question, given in queries.answers_that_differ(answered, by=by)}

    j1 = {"no": [answered[0].number], "yes": [answered[1].number]}
    assert asked(answered[0].submitter) == {"J1": j1}
    assert asked(make_manager(edition)) == {"J1": j1, "S1": j1}
    with pytest.raises(Refused, match="one of the ideas gives"):
        actions.propose_merge(ideas=answered, words=WORDS, answers={"E1": "yes"}, by=answered[0].submitter, at=MOMENT)


def test_form_asks_which_answer_and_the_page_tells_what_goes_along(answered, sign_in):
    by = answered[0].submitter
    url = reverse("ideas:propose_merge", args=[answered[0].public_id]) + f"?met={answered[1].number}"
    browser, number = sign_in(by), str(answered[0].number)
    assert "Which answers?" in browser.get(url).content.decode()
    words = dict.fromkeys(("title", "demand", "data", "result"), number)
    page = browser.post(url, words | {"answer-J1": "yes"}, follow=True)
    merge = Merge.objects.get()
    assert merge.answers == {"J1": "yes"}
    text = page.content.decode()
    assert "What goes along" in text
    assert "1 answer that not everybody reads goes along too" in text


def test_files_and_wanted_roles_go_along_and_the_originals_keep_theirs(pair, settings, tmp_path):
    settings.FILES_FOLDER = tmp_path
    for idea, roles in zip(pair, (["jurist", "ethicus"], ["jurist", "data-engineer"]), strict=True):
        actions.attach_file(
            idea=idea, file=fit(ContentFile(picture(), name="plan.png")), about="Drawing", by=idea.submitter, at=MOMENT
        )
        for role in roles:
            RoleWanted.objects.create(idea=idea, role=role)
    merge = carried_out(pair)
    assert [one.about for one in queries.attachments_of(merge.idea)] == ["Drawing"] * 2
    roles = list(merge.idea.wanted.values_list("role", flat=True))
    assert roles == ["jurist", "ethicus", "data-engineer"]
    assert [idea.wanted.count() for idea in pair] == [2, 2]
    assert Attachment.objects.filter(idea__in=pair).count() == 2


def test_file_taken_off_the_new_idea_stays_with_the_original(
    pair, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.FILES_FOLDER = tmp_path
    own = actions.attach_file(
        idea=pair[0], file=fit(ContentFile(picture(), name="plan.png")), about="", by=pair[0].submitter, at=MOMENT
    )
    merge = carried_out(pair)
    copy = queries.attachments_of(merge.idea).get()
    assert copy.file.name == own.file.name
    with django_capture_on_commit_callbacks(execute=True):
        actions.detach_file(attachment=copy, by=pair[0].submitter, at=MOMENT)
    assert own.file.storage.exists(own.file.name)
    actions.undo_merge(merge=merge, by=pair[0].submitter, at=later(days=1))
    with django_capture_on_commit_callbacks(execute=True):
        actions.detach_file(attachment=own, by=pair[0].submitter, at=later(days=1))
    assert not own.file.storage.exists(own.file.name)
