"""What tells who made an idea is blacked out for everybody who may not know, and comes back when they may."""

import pytest
from django.urls import reverse

from datamatch.control.actions import move_stage
from datamatch.editions.enums import MakersKnown, Stage
from datamatch.foundation import search
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.models import Attachment, Redaction
from datamatch.ideas.queries.alone import BLACK
from tests.factories.editions import make_manager, make_screener
from tests.factories.moments import MOMENT
from tests.factories.screening import make_assignment
from tests.ideas.told import DEMAND, Told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    """Keep files in a folder of this test."""
    settings.FILES_FOLDER = tmp_path / "files"


def test_copy_is_proposed_without_names_addresses_and_units():
    world = Told()
    copy = queries.suggested_copy(world.idea)
    assert copy["title"] == f"Map of {BLACK}"
    assert copy["demand"] == f"{BLACK} of {BLACK} ({BLACK}) and {BLACK} ask: which farms? Zebedeeus is a bug."
    assert copy["result"] == world.idea.result


def test_copy_stands_everywhere_and_the_original_beside_it(sign_in):
    world = Told()
    redaction = world.redact()
    assert redaction.original == {"title": "Map of Zebedee", "demand": DEMAND}
    screener = make_screener(world.edition)
    assignment = make_assignment(idea=world.idea, screener=screener)
    places = [
        world.idea.get_absolute_url(),
        reverse("ideas:ideas", args=[world.edition.slug]),
        reverse("screening:review", args=[assignment.public_id]),
        reverse("front:trace", args=[world.idea.public_id]),
    ]
    client = sign_in(screener)
    for place in places:
        page = client.get(place).content.decode()
        assert (BLACK in page, "Zebedee " in page, "zebedee.csv" in page) == (True, False, False), place
    assert search.find("Whispers", kinds=["idea"], scopes=[world.edition.public_id]) == []
    assert client.get(reverse("ideas:attachment", args=[world.idea.public_id, world.file.public_id])).status_code == 404
    deeds = list(TrailEntry.objects.filter(deed="idea.redact").values_list("details", flat=True))
    assert deeds == [{"fields": ["demand", "title"], "files": 1}]


def test_makers_see_that_and_what_was_blacked_out(sign_in):
    world = Told()
    world.redact()
    page = sign_in(world.maker).get(world.idea.get_absolute_url()).content.decode()
    assert "A manager blacked out words" in page
    assert "Map of Zebedee" in page
    assert "zebedee.csv" in page


def test_own_words_come_back_with_the_next_stage(monkeypatch):
    world = Told()
    world.redact()
    monkeypatch.setattr("datamatch.control.rules.why_not_leave", lambda **_given: None)
    monkeypatch.setattr("datamatch.control.rules.why_not_move", lambda **_given: None)
    move_stage(edition=world.edition, by=world.manager, at=MOMENT)
    world.idea.refresh_from_db()
    assert (world.idea.title, world.idea.demand) == ("Map of Zebedee", DEMAND)
    assert not Redaction.objects.exists()
    assert not Attachment.objects.filter(held_back=True).exists()


def test_copy_stays_where_screeners_never_learn_the_makers():
    world = Told(makers_known=MakersKnown.NEVER)
    world.redact()
    assert actions.lift_redactions(world.edition, at=MOMENT) == 0
    assert Redaction.objects.count() == 1


def test_second_copy_keeps_the_first_original():
    world = Told()
    world.redact()
    world.redact(title="A map", demand="Which farms?")
    assert Redaction.objects.get().original == {"title": "Map of Zebedee", "demand": DEMAND}
    actions.lift_redaction(idea=world.idea, by=world.manager, at=MOMENT)
    world.idea.refresh_from_db()
    assert (world.idea.title, world.idea.demand) == ("Map of Zebedee", DEMAND)
    assert rules.why_not_lift(idea=world.idea, by=world.manager) == "This idea says its own words."


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage != Stage.SCREENING])
def test_words_are_blacked_out_during_the_screening_only(stage):
    world = Told()
    world.edition.stage = stage
    world.edition.save()
    assert rules.why_not_redact(idea=world.idea, by=world.manager)
    with pytest.raises(Refused):
        world.redact()


def test_only_another_manager_does_this():
    world = Told()
    assert rules.why_not_redact(idea=world.idea, by=make_screener(world.edition))
    make_manager(world.edition, world.maker)
    assert rules.why_not_redact(idea=world.idea, by=world.maker) == "This is your own idea. Another manager does this."


def test_copy_without_title_or_demand_is_none():
    world = Told()
    with pytest.raises(Refused, match="A title and a demand must remain"):
        world.redact(demand=" ")


def test_page_begins_with_the_proposal_keeps_the_copy_and_takes_it_away(sign_in):
    world = Told()
    client, address = sign_in(world.manager), reverse("ideas:redact", args=[world.idea.public_id])
    page = client.get(address).content.decode()
    assert f"Map of {BLACK}" in page
    assert "<mark>Ottoline</mark>" in page
    words = {"title": "A map", "demand": "Which farms?", "data": "Registers", "result": "A map"}
    kept = words | {"held_back": [str(world.file.public_id)]}
    assert client.post(address, kept | {"title": ""}).status_code == 422
    assert client.post(address, kept).status_code == 302
    world.file.refresh_from_db()
    assert world.file.held_back
    assert "A map" in client.get(address).content.decode()
    assert client.post(reverse("ideas:unredact", args=[world.idea.public_id])).status_code == 302
    world.idea.refresh_from_db()
    assert world.idea.title == "Map of Zebedee"
