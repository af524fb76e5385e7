"""The seed's edition through the pages: 111 ideas, 12 screeners of known severity, 7 jurors of whom two step out."""

import json
from collections import defaultdict
from datetime import timedelta

import pytest
from django.utils import timezone

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.queries import appointed
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import near_doubles
from datamatch.jury.models import Pitch, Scorecard
from datamatch.post.models import Letter
from datamatch.screening.enums import Round
from datamatch.screening.models import Assignment, Review
from datamatch.screening.queries import latest_calibration, severities_of, ties_in
from datamatch.screening.rules import conflict_of
from datamatch.story.actions.arriving import welcome
from datamatch.story.actions.calling import collect_energy, collect_ideas, prepare
from datamatch.story.actions.journey import CALL_DAYS
from datamatch.story.forms.journeys import DEMO, Asked, journey_from
from tests.browser import steps_choice, steps_seed
from tests.browser.walk import Walk


@pytest.fixture
def journey(empty):
    """The edition of the seed at the end of its call."""
    asked = Asked(
        ideas=None, people=None, skills=None, seed=2016, pitches=10, projects=3, reviews=3,
        starts_on=timezone.localdate() - timedelta(days=CALL_DAYS + 1),
    )  # fmt: skip
    journey = journey_from(asked, tell=lambda line: None)
    for deed in (welcome, prepare, collect_ideas, collect_energy):
        deed(journey)
    return journey


@pytest.mark.browser
def test_the_seeds_edition_runs_through_the_pages(open_page, empty, journey):
    walk, edition, manager = Walk(open_page, empty, once=True), journey.edition, journey.manager
    assert Idea.objects.filter(edition=edition).count() == 111

    steps_seed.compare_all(walk, manager, edition)
    edition.refresh_from_db()
    assert edition.stage == Stage.SCREENING, "the call closes by itself on its last day"
    steps_seed.share_out(walk, manager, edition)
    near_doubles_are_read_by_the_same_people(edition)

    steps_seed.review_all(walk, journey)
    assert Review.objects.filter(assignment__idea__edition=edition).count() == 333
    steps_choice.decide(walk, manager, edition)
    planted_severities_are_found(edition)
    steps_choice.answer_everybody(walk, manager, edition, "shortlist")
    everybody_has_a_reasoned_letter(edition)
    steps_choice.go_on(walk, manager, edition)

    steps_seed.form_teams(walk, manager, edition)
    steps_choice.go_on(walk, manager, edition)
    steps_seed.hold_pitches(walk, journey)
    tied_jurors_gave_no_card(edition)
    steps_seed.vote(walk, journey)
    steps_choice.answer_everybody(walk, manager, edition, "verdict")
    assert Letter.objects.filter(decision__idea__edition=edition, decision__round=Round.VERDICT).count() == 10


def near_doubles_are_read_by_the_same_people(edition):
    """Every two ideas found to be much alike have the same readers, but for those who are tied to one of them."""
    ideas = {idea.pk: idea for idea in Idea.objects.filter(edition=edition)}
    ties, readers = ties_in(ideas.values()), defaultdict(dict)
    for assignment in Assignment.objects.filter(idea__edition=edition).select_related("screener"):
        readers[assignment.idea_id][assignment.screener_id] = assignment.screener
    pairs = near_doubles(ideas.values())
    assert pairs
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            may = [who for who in readers[one].values() if not conflict_of(idea=ideas[other], person=who, ties=ties)]
            assert {who.pk for who in may} <= set(readers[other]), (ideas[one], ideas[other])


def planted_severities_are_found(edition):
    """What was planted in each of the twelve screeners lies within the interval that the calibration gives."""
    planted = json.loads((DEMO / "people.plant.json").read_text(encoding="utf-8"))["leniency"]
    found = {one.screener.email: one for one in severities_of(latest_calibration(edition))}
    assert set(found) == set(planted)
    # Only differences between screeners can be seen.
    middle = sum(planted.values()) / len(planted)
    assert [who for who, one in found.items() if not one.low <= planted[who] - middle <= one.high] == []


def everybody_has_a_reasoned_letter(edition):
    """Each of the 111 ideas has one letter that was sent, with the reason of its decision in it."""
    letters = Letter.objects.filter(decision__idea__edition=edition, decision__round=Round.SHORTLIST)
    assert letters.count() == 111
    assert [letter.subject for letter in letters if letter.sent_at is None] == []
    silent = [one.subject for one in letters.select_related("decision") if one.decision.reason not in one.body]
    assert silent == []


def tied_jurors_gave_no_card(edition):
    """No juror gave a card to a pitch they are tied to, the two with a planted tie among them; all others did."""
    planted = json.loads((DEMO / "people.plant.json").read_text(encoding="utf-8"))["jurors"]
    jurors = list(appointed(edition, Duty.JUROR))
    pitches = list(Pitch.objects.filter(idea__edition=edition).select_related("idea"))
    tied = {(one, who) for one in pitches for who in jurors if conflict_of(idea=one.idea, person=who) is not None}
    cards = Scorecard.objects.filter(pitch__in=pitches).values_list("pitch", "juror")
    assert set(cards) == {(one.pk, who.pk) for one in pitches for who in jurors} - {(a.pk, b.pk) for a, b in tied}
    assert {one["email"] for one in planted if one["steps_out"]} <= {who.email for _pitch, who in tied}
