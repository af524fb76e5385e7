"""Many people press the same button at once: nothing is lost, nothing is there twice."""

from collections import Counter
from random import Random

import pytest
from django.db import connection

from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions
from datamatch.ideas.enums import EnergyKind, JoinAnswer
from datamatch.ideas.models import Energy, Idea, JoinRequest
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.together import problems

needs_real_concurrency = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="one writer at a time: nothing happens at once"
)
at_once = pytest.mark.django_db(transaction=True)


def joining(idea, by, hours=4):
    """Return the deed of joining; each thread has read the idea for itself, as each request does."""

    def deed():
        mine = Idea.objects.get(pk=idea.pk)
        actions.give_energy(idea=mine, by=by, at=MOMENT, kind=EnergyKind.JOIN, role="jurist", hours_per_week=hours)

    return deed


@at_once
@needs_real_concurrency
def test_twenty_people_who_join_at_once_are_all_kept_once():
    idea, people = make_idea(edition=make_edition()), [make_person() for _ in range(20)]
    assert problems(*[joining(idea, person) for person in people]) == [None] * 20
    assert sorted(Energy.objects.values_list("person", flat=True)) == sorted(person.pk for person in people)
    assert JoinRequest.objects.count() == 20
    assert TrailEntry.objects.filter(deed="energy.give").count() == 20


@at_once
@needs_real_concurrency
def test_twenty_presses_of_one_person_are_one_request():
    idea, person = make_idea(edition=make_edition()), make_person()
    assert problems(*[joining(idea, person)] * 20) == [None] * 20
    assert (Energy.objects.count(), JoinRequest.objects.count()) == (1, 1)


@at_once
@needs_real_concurrency
def test_request_taken_back_while_it_is_answered_ends_one_way():
    for _round in range(6):
        idea, person = make_idea(edition=make_edition()), make_person()
        joining(idea, person)()
        request = JoinRequest.objects.select_related("energy__idea").get(energy__idea=idea)

        def take_back(idea=idea, person=person):
            mine = Idea.objects.get(pk=idea.pk)
            actions.take_back_energy(idea=mine, by=person, kind=EnergyKind.JOIN, at=later(hours=1))

        def answer(request=request, idea=idea):
            actions.answer_join(request=request, by=idea.submitter, at=MOMENT, answer=JoinAnswer.WELCOME)

        wrong = problems(*[answer, take_back])
        refused = isinstance(wrong[0], Refused)
        assert wrong[1] is None
        assert wrong[0] is None or refused
        assert not JoinRequest.objects.filter(energy__idea=idea).exists()
        # Who took back first is told nothing; who was answered first was told once.
        assert Mail.objects.filter(key__contains=str(request.public_id)).count() == (0 if refused else 1)


@at_once
@needs_real_concurrency
def test_two_authors_who_answer_at_once_tell_once():
    idea, person = make_idea(edition=make_edition()), make_person()
    joining(idea, person)()
    request = JoinRequest.objects.select_related("energy__idea").get()

    def answer():
        actions.answer_join(request=request, by=idea.submitter, at=MOMENT, answer=JoinAnswer.WELCOME)

    assert problems(*[answer] * 8) == [None] * 8
    assert Mail.objects.count() == 1


@at_once
@needs_real_concurrency
def test_idea_withdrawn_while_people_join_takes_no_energy_afterwards():
    idea, people = make_idea(edition=make_edition()), [make_person() for _ in range(10)]

    def withdraw():
        actions.withdraw_idea(idea=Idea.objects.get(pk=idea.pk), by=idea.submitter, at=MOMENT)

    wrong = problems(*[*(joining(idea, person) for person in people), withdraw])
    assert [problem for problem in wrong if not isinstance(problem, Refused | None.__class__)] == []
    given = {person.pk for person, problem in zip(people, wrong, strict=False) if problem is None}
    assert set(Energy.objects.values_list("person", flat=True)) == given


@at_once
@needs_real_concurrency
def test_two_workers_that_remind_at_once_remind_once():
    idea = make_idea(edition=make_edition())
    joining(idea, make_person())()
    assert problems(*[lambda: actions.remind_of_joiners(at=later(days=3))] * 6) == [None] * 6
    assert Mail.objects.count() == 1


@at_once
@needs_real_concurrency
def test_managers_who_remind_at_once_remind_once():
    edition = make_edition()
    idea, manager = make_idea(edition=edition), make_manager(edition)
    joining(idea, make_person())()

    def nudge():
        actions.nudge_authors(idea=Idea.objects.get(pk=idea.pk), by=manager, at=later(days=8))

    wrong = problems(*[nudge] * 6)
    assert sorted(isinstance(problem, Refused) for problem in wrong) == [False] + [True] * 5
    assert Mail.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12))
def test_whatever_people_do_in_whatever_order_the_books_are_right(seed):
    """Sixty deeds of five people and the author, on rows that each read long before: both databases."""
    draw = Random(seed)
    idea, people = make_idea(edition=make_edition()), [make_person() for _ in range(5)]
    stale = Idea.objects.get(pk=idea.pk)
    wants, told = {}, Counter()
    read_before = []
    for minute in range(60):
        person, at = draw.choice(people), later(minutes=minute)
        deed = draw.choice(["join", "join", "answer", "back", "read"])
        if deed == "join":
            hours = draw.choice([2, 4])
            actions.give_energy(idea=stale, by=person, at=at, kind=EnergyKind.JOIN, role="jurist", hours_per_week=hours)
            wants[person.pk] = (hours, wants[person.pk][1] if wants.get(person.pk, (0,))[0] == hours else "waiting")
        elif deed == "back":
            actions.take_back_energy(idea=stale, by=person, kind=EnergyKind.JOIN, at=at)
            wants.pop(person.pk, None)
        elif deed == "read":
            read_before = list(JoinRequest.objects.select_related("energy__idea"))
        elif read_before:
            request, said = draw.choice(read_before), draw.choice(["welcome", "not_now", "later"])
            joiner = request.energy.person_id
            here = JoinRequest.objects.filter(pk=request.pk).exists()
            try:
                actions.answer_join(request=request, by=idea.submitter, at=at, answer=said, word="because")
                assert here
                told[joiner] += wants[joiner][1] != said
                wants[joiner] = (wants[joiner][0], said)
            except Refused:
                assert not here
    kept = JoinRequest.objects.values_list("energy__person", "energy__hours_per_week", "answer")
    assert {person: (hours, answer) for person, hours, answer in kept} == wants
    assert Energy.objects.count() == len(wants)
    mailed = Counter(Mail.objects.values_list("to", flat=True))
    assert mailed == Counter({person.email: told[person.pk] for person in people if told[person.pk]})
