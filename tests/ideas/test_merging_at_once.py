"""Many people at once: joining, withdrawing and merging lose nothing and double nothing."""

import pytest
from django.db import connections

from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.foundation.trail import faults
from datamatch.ideas import actions
from datamatch.ideas.enums import EnergyKind, IdeaState, MergeState
from datamatch.ideas.models import CoAuthor, Energy, EnergyQuestion, Idea, Merge, MergePart
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.together import outcomes

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "sqlite" in connections.settings["default"]["ENGINE"],
        reason="SQLite lets one writer in at a time; only PostgreSQL can let two cross each other",
    ),
]
WORDS = {"title": "Both", "demand": "Where?", "data": "", "result": "", "theme": "", "language": "nl"}


def fresh(idea):
    return Idea.objects.select_related("edition", "submitter").get(pk=idea.pk)


def refused(answers):
    return [answer for answer in answers if isinstance(answer, Refused)]


@pytest.fixture
def pair():
    edition = make_edition()
    return make_idea(edition=edition), make_idea(edition=edition)


@pytest.fixture
def merge(pair):
    return actions.propose_merge(ideas=pair, words=WORDS, by=pair[0].submitter, at=MOMENT)


def agree(merge, by):
    return lambda: actions.agree_to_merge(merge=Merge.objects.get(pk=merge.pk), by=by, at=later(minutes=1))


def support(idea, person):
    return lambda: actions.give_energy(idea=fresh(idea), by=person, kind=EnergyKind.SUPPORT, at=later(minutes=1))


def test_same_yes_many_times_makes_one_new_idea(pair, merge):
    answers = outcomes(*[agree(merge, pair[1].submitter)] * 8)
    assert len(refused(answers)) == 7
    assert Idea.objects.count() == 3
    assert CoAuthor.objects.count() == 1
    assert TrailEntry.objects.filter(deed="merge.carry_out").count() == 1


def test_who_supports_while_ideas_merge_is_kept_and_asked_or_told_no(pair, merge):
    people = [make_person() for _ in range(12)]
    answers = outcomes(
        *(support(pair[n % 2], person) for n, person in enumerate(people)), agree(merge, pair[1].submitter)
    )
    given = Energy.objects.filter(idea__in=pair)
    merge.refresh_from_db()
    assert merge.state == MergeState.DONE
    assert given.count() + len(refused(answers)) == 12
    assert set(EnergyQuestion.objects.values_list("person", flat=True)) == set(given.values_list("person", flat=True))
    assert list(faults()) == []


def test_withdrawing_while_ideas_merge_does_one_of_the_two(pair, merge):
    withdrawing = pair[0]
    answers = outcomes(
        lambda: actions.withdraw_idea(idea=fresh(withdrawing), by=withdrawing.submitter, at=later(minutes=1)),
        agree(merge, pair[1].submitter),
    )
    assert len(refused(answers)) == 1
    state = Idea.objects.get(pk=withdrawing.pk).state
    merge.refresh_from_db()
    assert (state, merge.state) in {
        (IdeaState.WITHDRAWN, MergeState.DECLINED),
        (IdeaState.MERGED, MergeState.DONE),
    }


def test_two_proposals_about_one_idea_at_once_leave_one(pair):
    third = make_idea(edition=pair[0].edition)
    shared, other = pair
    answers = outcomes(
        lambda: actions.propose_merge(ideas=[fresh(shared), fresh(other)], words=WORDS, by=shared.submitter, at=MOMENT),
        lambda: actions.propose_merge(ideas=[fresh(third), fresh(shared)], words=WORDS, by=third.submitter, at=MOMENT),
    )
    assert len(refused(answers)) == 1
    assert MergePart.objects.filter(is_open=True, idea=shared).count() == 1


def test_undoing_and_taking_energy_along_at_once_keeps_the_originals_whole(pair, merge):
    people = [make_person() for _ in range(6)]
    for person in people:
        support(pair[0], person)()
    agree(merge, pair[1].submitter)()
    before = sorted(Energy.objects.filter(idea__in=pair).values_list("idea", "person", "kind"))

    def along(person):
        return lambda: actions.answer_energy_question(
            merge=Merge.objects.get(pk=merge.pk), goes_along=True, by=person, at=later(minutes=2)
        )

    outcomes(
        *(along(person) for person in people),
        lambda: actions.undo_merge(merge=Merge.objects.get(pk=merge.pk), by=pair[0].submitter, at=later(minutes=2)),
    )
    merge.refresh_from_db()
    assert merge.state == MergeState.UNDONE
    assert sorted(Energy.objects.filter(idea__in=pair).values_list("idea", "person", "kind")) == before
    assert [fresh(idea).state for idea in pair] == [IdeaState.SENT] * 2
    assert list(faults()) == []


def test_twenty_people_pressing_the_same_button_twice_are_kept_once_each(pair):
    people = [make_person() for _ in range(20)]
    outcomes(*(support(pair[0], person) for person in people for _ in range(2)))
    assert Energy.objects.filter(idea=pair[0]).count() == 20


def test_seven_invitations_at_once_leave_six(pair):
    idea, people = pair[0], [make_person() for _ in range(7)]
    answers = outcomes(
        *(
            lambda person=person: actions.invite_coauthor(idea=fresh(idea), person=person, by=idea.submitter, at=MOMENT)
            for person in people
        )
    )
    assert (CoAuthor.objects.count(), len(refused(answers))) == (6, 1)


def test_withdrawing_while_a_merge_is_proposed_leaves_no_open_proposal(pair):
    for _round in range(4):
        edition = make_edition()
        one, other = make_idea(edition=edition), make_idea(edition=edition)
        answers = outcomes(
            lambda one=one, other=other: actions.propose_merge(
                ideas=[fresh(one), fresh(other)], words=WORDS, by=one.submitter, at=MOMENT
            ),
            lambda other=other: actions.withdraw_idea(idea=fresh(other), by=other.submitter, at=later(minutes=1)),
        )
        left = fresh(other).state == IdeaState.WITHDRAWN
        assert not (left and MergePart.objects.filter(is_open=True, idea=other).exists())
        assert len(refused(answers)) <= 1
    assert list(faults()) == []
