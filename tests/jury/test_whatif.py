"""The what-if board: who sees what when, the best set beside trying everything, and every refusal."""

from datetime import timedelta
from itertools import combinations

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from datamatch.canvas.models import Canvas
from datamatch.editions.enums import Stage
from datamatch.jury import rules
from datamatch.jury.enums import PitchState
from datamatch.jury.weighing import Board, whatif
from datamatch.people.models import Availability
from tests.factories.choosing import SCIENTIST, Room
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_coauthor
from tests.factories.jury import make_box, make_pitch, make_recusal
from tests.factories.people import make_person
from tests.factories.screening import make_review
from tests.factories.teams import make_shortlisted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


@pytest.fixture
def room():
    return Room()


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


# Who and when


def test_board_is_for_jury_and_manager_once_ideas_are_pitched(room):
    told = "Only the jury and the programme manager compare sets of ideas."
    people = [room.manager, room.jurors[0], make_person(), room.ideas[0].submitter]
    assert [rules.why_not_compare(edition=room.edition, by=p) for p in people] == [None, None, told, told]
    room.edition.stage = Stage.MATCHING
    early = rules.why_not_compare(edition=room.edition, by=room.manager)
    assert early == "Sets of ideas can be compared from pitch day on."
    bare = make_edition(stage=Stage.PITCHING)
    assert rules.why_not_compare(edition=bare, by=make_manager(bare)) == "There is no running order yet."


def test_values_wait_for_the_ballot(room):
    told = "Values and the best set come when the ballot has closed. Until then each juror judges alone."
    readers = (room.manager, room.jurors[0])
    before = [rules.why_not_value(edition=room.edition, by=reader) for reader in readers]
    box = make_box(edition=room.edition)
    during = [rules.why_not_value(edition=room.edition, by=reader) for reader in readers]
    box.delete()
    room.close()
    after = [rules.why_not_value(edition=room.edition, by=reader) for reader in (*readers, make_person())]
    assert (before, during) == ([told] * 2, [told] * 2)
    assert after == [None, None, "Only the jury and the programme manager compare sets of ideas."]


def test_no_figure_for_who_has_no_say_in_an_idea(room):
    room.close()
    make_recusal(pitch=room.pitches[1], juror=room.jurors[0])
    make_coauthor(idea=room.ideas[2], person=room.jurors[1])
    told = "You have no say in an idea of this set, so its value is not shown to you."
    pks = [idea.pk for idea in room.ideas]
    seen = [[rules.why_not_figure(edition=room.edition, by=juror, ideas=[pk]) for pk in pks] for juror in room.jurors]
    assert seen == [[None, told, None, None], [None, None, told, None], [None] * 4]


@pytest.mark.parametrize("who", ["member", "submitter"])
def test_page_is_refused_to_others(sign_in, room, who):
    person = {"member": make_person(), "submitter": room.ideas[0].submitter}[who]
    assert sign_in(person).get(room.address).status_code == 403


# The numbers


def every(board, room, granting=lambda ideas: True):
    """Return the values of all sets that fit and grant a wish, highest first."""
    value = {idea.pk: float(board.worth.mean[board.at[idea.pk]]) for idea in room.ideas}
    fit = [
        chosen
        for chosen in combinations(room.ideas, room.edition.chosen_count)
        if board.over(chosen) == (0, 0) and board.staffing.possible([i.pk for i in chosen]) and granting(chosen)
    ]
    return sorted((round(sum(value[idea.pk] for idea in chosen), 9) for chosen in fit), reverse=True)


@pytest.mark.parametrize(("euros", "hours", "free"), [(0, 0, ()), (250, 0, ()), (0, 60, (1,)), (250, 120, (0, 3))])
def test_best_second_and_wishes_equal_trying_everything(euros, hours, free):
    room = Room(ideas=5, free=free, means_euros=euros, means_hours=hours)
    for place, idea in enumerate(room.ideas):
        Canvas.objects.filter(idea=idea).update(euros=(200, 100, 150, 50, 0)[place], weeks=(13, 8, 5, 10, 2)[place])
    board = Board(room.edition)
    answer = board.answer
    worth = [round(sum(float(board.worth.mean[at]) for at in rows), 9) for rows in (answer.best, answer.second) if rows]
    assert (worth, answer.status) == (every(board, room)[:2], "optimal")
    for wish in answer.wishes if worth else ():
        idea = board.ideas[wish.idea]
        known = every(board, room, lambda s, i=idea, k=wish.kind: (i in s) == (k == "keep"))
        assert wish.can == bool(known)
        assert not known or wish.value == pytest.approx(known[0])


def test_highest_value_gives_way_when_nobody_is_found_for_it():
    room = Room(free=(0,))
    board = Board(room.edition)
    assert board.named(board.answer.best) == room.ideas[1:3]
    kept = next(wish for wish in board.answer.wishes if board.ideas[wish.idea] == room.ideas[0])
    assert (kept.kind, kept.can, board.named(kept.ideas)) == ("keep", False, room.ideas[:2])
    assert [(gap.idea_id, gap.role, gap.whole) for gap in board.open_in(kept.ideas)] == [
        (room.ideas[0].pk, SCIENTIST, True)
    ]


def test_value_of_a_set_is_the_sum_and_its_interval_is_that_of_the_sum(room):
    board = Board(room.edition)
    one, two = (board.value_of([idea]) for idea in room.ideas[:2])
    both = board.value_of(room.ideas[:2])
    assert both.value == pytest.approx(one.value + two.value)
    rows = [board.at[idea.pk] for idea in room.ideas[:2]]
    assert both.high - both.value == pytest.approx(1.6449 * board.worth.cov[rows][:, rows].sum() ** 0.5)
    assert one.value > two.value


def test_euros_and_hours_are_those_of_the_whole_plan():
    room = Room(means_euros=500, means_hours=100)
    Canvas.objects.filter(idea=room.ideas[0]).update(euros=400, weeks=10)
    Canvas.objects.filter(idea=room.ideas[1]).update(euros=300, weeks=20)
    facts = Board(room.edition).facts_of(room.ideas[:2])
    assert (facts.euros, facts.hours, facts.over_euros, facts.over_hours, facts.fits) == (700, 120, 200, 20, False)


def test_without_scores_there_is_no_best_set():
    room = Room(ideas=0)
    make_pitch(edition=room.edition, state=PitchState.DONE)
    board = Board(room.edition)
    assert (board.worth, board.answer, board.value_of(board.ideas)) == (None, None, None)


def test_answer_is_kept_until_something_changes(room):
    first = Board(room.edition)
    known = first.answer
    assert cache.get(f"jury.wishes.{first.input_digest}")[0].to_json() == known.to_json()
    make_review(idea=room.ideas[3], score=5)
    assert Board(room.edition).input_digest != first.input_digest


def test_search_that_takes_too_long_says_so_and_makes_nothing_up(sign_in, room, monkeypatch):
    monkeypatch.setattr(whatif, "SECONDS", -1.0)
    room.close()
    page = sign_in(room.jurors[0]).get(room.address)
    assert missing(page, "The search was stopped after a while", "Outcome of the ballot", "Best set") == ["Best set"]


# The page


def test_page_begins_with_the_best_set_and_tells_everything(sign_in, room):
    room.close()
    page = sign_in(room.jurors[0]).get(room.address)
    told = (
        "Best set", "Second best", "Outcome of the ballot", "Fits", "The teams that would form", "no limit was set",
        "Value per idea, highest first", "Units", "Themes", "The price of a wish", "Keep “", "Leave out “",
    )  # fmt: skip
    assert missing(page, *told) == []
    assert page.context["chosen"] == room.ideas[:2]


def test_ticked_set_stands_in_the_address(sign_in, room):
    room.close()
    page = sign_in(room.manager).get(room.address, room.set_of(0, 3))
    assert page.context["chosen"] == [room.ideas[0], room.ideas[3]]
    swap = f"“{room.ideas[3].title}” instead of “{room.ideas[1].title}”"
    assert missing(page, "Beside the best set:", swap, "% less value") == []
    none = sign_in(room.manager).get(room.address, {"set": "own"})
    assert missing(none, "No idea is ticked") == []


@pytest.mark.parametrize("name", ["best", "second", "ballot"])
def test_named_sets_are_found_by_their_name(sign_in, room, name):
    room.close(choice=room.pitches[::-1])
    page = sign_in(room.manager).get(room.address, {"set": name})
    board = Board(room.edition)
    known = {"best": board.answer.best, "second": board.answer.second, "ballot": (2, 3)}[name]
    assert set(page.context["chosen"]) == set(board.named(known))


def test_idea_of_elsewhere_is_left_out_and_said(sign_in, room):
    other = make_shortlisted(edition=make_edition())
    asked = {"set": "own", "idea": [str(other.public_id), "nonsense", str(room.ideas[0].public_id)]}
    page = sign_in(room.manager).get(room.address, asked)
    assert (page.context["chosen"], page.context["unknown"]) == ([room.ideas[0]], 2)
    assert missing(page, "it was left out") == []
    assert missing(page, other.title) == [other.title]


def test_ticking_fetches_only_the_set_and_says_it(sign_in, room):
    room.close()
    part = sign_in(room.manager).get(room.address, room.set_of(0), headers={"HX-Request": "true"})
    assert missing(part, 'id="set-said"', "This set can be carried out.", "1 idea", "The price of a wish", "<html") == [
        "The price of a wish", "<html",
    ]  # fmt: skip


def test_before_the_ballot_closes_no_value_is_told(sign_in, room):
    page = sign_in(room.jurors[0]).get(room.address, room.set_of(0, 1))
    hidden = ("Best set", "The price of a wish", "Value per idea", "too close to call", "less value")
    assert missing(page, "each juror judges alone", "Fits", *hidden) == list(hidden)


def test_who_stepped_out_sees_no_figure_of_that_idea(sign_in, room):
    make_recusal(pitch=room.pitches[0], juror=room.jurors[0])
    room.close()
    page = sign_in(room.jurors[0]).get(room.address)
    board = Board(room.edition)
    assert room.ideas[0] in board.named(board.answer.best)
    assert (page.context["value"], page.context["why_not_figure"] is None) == (None, False)
    assert room.ideas[0].title not in [row["label"] for row in page.context["chart"]]
    assert [row["price"] for row in page.context["wishes"] if "value" in row["price"]] == []
    assert missing(page, "less value", "more value", "no say") == ["less value", "more value"]
    other = sign_in(room.jurors[0]).get(room.address, room.set_of(2, 3))
    assert other.context["value"] is not None


def test_who_was_not_asked_yet_is_named_to_the_manager_only(sign_in, room):
    asked = room.set_of(0)
    name = room.people[0].name
    assert missing(sign_in(room.manager).get(room.address, asked), name, "not asked yet") == []
    page = sign_in(room.jurors[0]).get(room.address, asked)
    assert missing(page, name, "Somebody who can still be asked") == [name]


def test_weeks_without_somebody_are_told(sign_in, room):
    begins = room.edition.delivery_starts_on
    Availability.objects.create(
        profile=room.people[0].profile, hours_per_week=0,
        from_on=begins + timedelta(weeks=2), until_on=begins + timedelta(weeks=8, days=6),
    )  # fmt: skip
    page = sign_in(room.manager).get(room.address, room.set_of(0))
    assert missing(page, "no data scientist in weeks 3-9", "Mind this:") == []
    Availability.objects.update(hours_per_week=2)
    page = sign_in(room.manager).get(room.address, room.set_of(0))
    assert missing(page, "too few hours of the data scientist in weeks 3-9") == []


@pytest.mark.parametrize("closed", [False, True])
def test_board_asks_as_many_queries_for_five_ideas_as_for_two(sign_in, closed):
    counts = []
    for ideas in (2, 5):
        cache.clear()
        room = Room(ideas=ideas, chosen_count=1)
        if closed:
            room.close()
        client = sign_in(room.manager)
        client.get(room.address)
        with CaptureQueriesContext(connection) as caught:
            client.get(room.address)
        counts.append(len(caught))
    assert counts[0] == counts[1]
