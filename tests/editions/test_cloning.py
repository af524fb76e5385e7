"""A new edition begins as an earlier one."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from datamatch.editions import actions, queries
from datamatch.editions.enums import Access, Duty, Stage
from datamatch.editions.models import Edition
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.screening.models import GroundRules
from tests.factories.editions import make_edition, make_manager, make_question, make_screener
from tests.factories.moments import DAY
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=364)


@pytest.fixture
def source():
    """A closed edition with everything in it."""
    edition = make_edition(
        stage=Stage.CLOSED, call_opens_on=DAY, call_closes_time=time(17), means_euros=5000, access=Access.CODE,
        sealed=True, field_helps={"data": {"nl": "Noem een register.", "en": ""}},
    )  # fmt: skip
    first = make_question(edition=edition, slug="first", kind="yes_no")
    make_question(edition=edition, slug="second", asked_if=first, asked_if_answers=["yes"], is_on=False)
    make_screener(edition)
    return edition


def clone(source, moment, **given):
    words = {"slug": "next", "name": "Next", "number": 8, "call_opens_on": DAY + YEAR, "by": make_manager(source)}
    return actions.clone_edition(source=source, at=moment, **words | given)


def test_clone_takes_everything_along_but_people(source, moment):
    edition = clone(source, moment)
    edition.refresh_from_db()
    assert (edition.stage, edition.programme, edition.means_euros) == (Stage.PREPARING, source.programme, 5000)
    assert (edition.call_opens_on, edition.call_closes_on) == (DAY + YEAR, source.call_closes_on + YEAR)
    assert edition.datadag_on == source.datadag_on + YEAR
    assert (edition.access, edition.sealed, edition.call_closes_time) == ("code", True, time(17))
    assert edition.help_for("data") == "Noem een register."
    for rows in ("themes", "criteria", "questions"):
        slugs = [list(getattr(one, rows).values_list("slug", "position")) for one in (edition, source)]
        assert slugs[0] == slugs[1]
    assert [one.duty for one in edition.appointments.all()] == [Duty.MANAGER]
    assert (edition.codes.count(), edition.members.count()) == (0, 0)
    assert TrailEntry.objects.get().details == {"source": str(source.public_id)}


def test_question_of_a_clone_waits_for_the_copy(source, moment):
    second = clone(source, moment).questions.get(slug="second")
    assert (second.asked_if.slug, second.asked_if.edition, second.is_on) == ("first", second.edition, False)
    assert second.asked_if_answers == ["yes"]


def test_clone_of_an_edition_without_days_has_its_first_day_only(moment):
    bare = make_edition(call_opens_on=None)
    edition = clone(bare, moment)
    assert (edition.call_opens_on, edition.call_closes_on, edition.pitch_on) == (DAY + YEAR, None, None)


def test_only_a_manager_of_the_earlier_one_clones_it(source, moment):
    with pytest.raises(Refused, match="Only a manager"):
        clone(source, moment, by=make_manager(make_edition()))


def test_page_clones_and_says_when_the_number_is_taken(sign_in, source):
    client, url = sign_in(make_manager(source)), reverse("editions:clone", args=[source.slug])
    assert client.get(url).context["form"].initial == {"number": source.number + 1}
    typed = {"name": "Next", "number": source.number, "call_opens_on": "2027-03-01"}
    answer = client.post(url, typed)
    assert (answer.status_code, "already has an edition" in answer.content.decode()) == (422, True)
    assert client.post(url, typed | {"number": source.number + 1}).status_code == 302
    assert Edition.objects.get(slug="next").questions.count() == 2
    assert queries.next_number(source) == source.number + 2


def test_page_is_for_managers_of_the_earlier_one(sign_in):
    edition = make_edition()
    assert sign_in(make_person()).get(reverse("editions:clone", args=[edition.slug])).status_code == 403


def test_ground_rules_come_along_and_their_day_moves(source, moment):
    rules_before = {"minds_energy": False, "shows_reviews": True, "reviews_due_on": DAY + timedelta(days=30)}
    GroundRules.objects.create(edition=source, **rules_before)
    copied = GroundRules.objects.get(edition=clone(source, moment))
    assert (copied.minds_energy, copied.minds_unit, copied.shows_reviews) == (False, True, True)
    assert copied.reviews_due_on == DAY + timedelta(days=30) + YEAR


def test_edition_without_ground_rules_gives_none(source, moment):
    edition = clone(source, moment)
    assert not GroundRules.objects.filter(edition=edition).exists()
