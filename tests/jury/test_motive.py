"""Departing from the best set asks for a motive, and the minutes keep both."""

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction

from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.models import Verdict
from tests.factories.choosing import Room
from tests.factories.moments import later

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    """Return a room whose ballot puts the last ideas first; the best set are the first two."""
    cache.clear()
    room = Room()
    room.box = room.close(choice=room.pitches[::-1])
    return room


def settle(room, chosen, motive=""):
    return actions.settle_verdict(ballot_box=room.box, chosen=chosen, motive=motive, by=room.manager, at=later(hours=4))


def last_line(room):
    return queries.minutes_of(room.edition)[-1].text


def test_following_the_ballot_against_the_best_set_asks_for_a_motive(room):
    ballot, best = room.ideas[2:], room.ideas[:2]
    told = (
        f"This differs from the best set: “{best[0].title}”, “{best[1].title}”. "
        "Say why, so that everybody can read it in the minutes."
    )
    asked = {"ballot_box": room.box, "chosen": ballot, "proposed": best}
    assert rules.why_not_choose(**asked, motive=" ") == told
    assert rules.why_not_choose(**asked, motive="We heard them.") is None
    with pytest.raises(Refused, match="This differs from the best set"):
        settle(room, ballot)


def test_verdict_keeps_the_best_set_beside_the_motive(room):
    verdict = settle(room, room.ideas[2:], "We heard them.")
    assert (verdict.departs, verdict.departs_from_proposed, len(verdict.input_digest)) == (False, True, 64)
    assert list(verdict.proposed.order_by("number")) == room.ideas[:2]
    assert last_line(room) == (
        "The jury follows its ballot. We heard them.\n"
        f"The best set that was calculated: “{room.ideas[0].title}”, “{room.ideas[1].title}”."
    )


def test_best_set_against_the_ballot_asks_for_a_motive_about_the_ballot(room):
    with pytest.raises(Refused, match="This differs from the ballot"):
        settle(room, room.ideas[:2])
    verdict = settle(room, room.ideas[:2], "Only these can be staffed.")
    assert (verdict.departs, verdict.departs_from_proposed) == (True, False)
    assert last_line(room).endswith("Only these can be staffed.\nThe best set that was calculated is the same.")


def test_without_a_best_set_only_the_ballot_asks_for_a_motive():
    room = Room(ideas=3, free=(0, 1, 2))
    room.box = room.close(choice=room.pitches[::-1])
    verdict = settle(room, room.ideas[1:])
    assert (list(verdict.proposed.all()), verdict.departs_from_proposed) == ([], False)
    assert last_line(room) == "The jury follows its ballot."


def test_database_keeps_no_departure_without_a_motive(room):
    verdict = settle(room, room.ideas[2:], "We heard them.")
    with pytest.raises(IntegrityError, match="verdict_motive"), transaction.atomic():
        Verdict.objects.filter(pk=verdict.pk).update(motive="")


def test_form_names_the_best_set_and_keeps_what_was_chosen(sign_in, room):
    client, address = sign_in(room.manager), f"/stemming/{room.box.public_id}/uitspraak/"
    page = client.get(address).content.decode()
    assert f"“{room.ideas[0].title}”, “{room.ideas[1].title}”. Choose another one, and the minutes ask why." in page
    given = {"chosen": [str(idea.public_id) for idea in room.ideas[2:]]}
    answer = client.post(address, given)
    assert (answer.status_code, answer.context["form"]["chosen"].value()) == (422, given["chosen"])
    assert "This differs from the best set" in str(answer.context["form"].errors["motive"])
    settled = client.post(address, given | {"motive": "We heard them."}, follow=True).content.decode()
    assert "The best set that was calculated: “" in settled
