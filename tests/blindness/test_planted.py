"""A leak that is planted is found, each in its own place; without it the same look finds nothing."""

from dataclasses import dataclass
from typing import Any

import pytest

from datamatch.foundation import privacy
from datamatch.screening.queries.own import own_reviews
from tests.blindness import plants
from tests.blindness.comparing import all_seen, differing, traces
from tests.blindness.facts import CALL, PITCHING, SCREENING, SEALED, other_makers
from tests.blindness.look import taken_back
from tests.blindness.plants import planted
from tests.blindness.test_blindness import world_in

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Plant:
    """One leak: where it is put, who looks in which stage at which page, and how the trace begins."""

    stage: str
    role: str
    route: str
    leaks: dict[str, Any]


EXPORT = [plants.export_of_all if teller is own_reviews else teller for teller in privacy._tellers]

PLANTS = {
    "list order": Plant(CALL, "member", "ideas:ideas", {
        "datamatch__ideas__queries__ideas__in_order": plants.in_order_of_makers}),
    "count": Plant(SEALED, "member", "ideas:ideas", {
        "datamatch__ideas__views__finding__sealed_count": plants.count_for_all}),
    "search": Plant(SCREENING, "screener", "ideas:ideas", {
        "datamatch__ideas__queries__ideas__places_of": plants.found_by_maker}),
    "export": Plant(SCREENING, "screener", "people:download", {
        "datamatch__foundation__privacy___tellers": EXPORT}),
    "mail": Plant(SCREENING, "screener", "", {
        "datamatch__screening__actions__asking__tell_answered": plants.mail_with_name}),
    "live stream": Plant(PITCHING, "juror", "jury:follow", {
        "datamatch__foundation__live__stream": plants.stream_of_result}),
    "answer to a program": Plant(SCREENING, "screener", "screening:keep_draft", {
        "datamatch__screening__views__reviews__JsonResponse": plants.json_with_scores}),
    "page": Plant(SCREENING, "screener", "ideas:idea", {
        "datamatch__ideas__queries__sees_authors": plants.page_for_all}),
    "comment of a maker": Plant(SCREENING, "screener", "ideas:idea", {
        "datamatch__ideas__views__talk_page__pieces_in": plants.words_for_all}),
    "answer of a maker": Plant(SCREENING, "screener", "screening:review", {
        "datamatch__screening__queries__asking__blacked_out": plants.nothing_blacked_out}),
}  # fmt: skip


@pytest.mark.parametrize("kind", PLANTS)
def test_planted_leak_is_found(kind):
    plant = PLANTS[kind]
    world = world_in(plant.stage)
    look = {"role": plant.role, "stage": plant.stage, "only": plant.route, "deeds": kind == "answer to a program"}
    assert traces(world, **look) == []
    with planted(**plant.leaks):
        assert traces(world, **look) != []


def test_who_may_know_sees_the_difference():
    """The worlds do differ: a manager reads other makers on the page of the idea."""
    world = world_in(SCREENING)
    before = all_seen(world, "manager", SCREENING, only="ideas:idea")
    with taken_back():
        other_makers(world)
        assert differing(before, all_seen(world, "manager", SCREENING, only="ideas:idea")) != {}
