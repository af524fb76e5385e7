"""A call stays open longer, with a reason, and those who are writing hear of it."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse

from datamatch.control import actions
from datamatch.editions.enums import Stage
from datamatch.editions.models import Extension
from datamatch.editions.queries import call_until
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import IdeaState
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
FIVE = time(17)
LATER = DAY + timedelta(days=9)


@pytest.fixture
def edition():
    return make_edition(call_closes_on=DAY + timedelta(days=2), call_closes_time=FIVE)


@pytest.fixture
def deed(edition, moment):
    return {"edition": edition, "closes_on": LATER, "closes_time": FIVE, "reason": "Many were ill.",
            "by": make_manager(edition), "at": moment}  # fmt: skip


def test_extension_moves_the_moment_and_is_kept_with_its_reason(edition, deed, moment):
    extension = actions.extend_call(**deed)
    edition.refresh_from_db()
    assert edition.call_closes_at == extension.closes_at
    until = call_until(edition, at=moment)
    assert (until.words, until.why_extended) == ("9 days left, until Wednesday 11 March 17:00", "Many were ill.")
    entry = TrailEntry.objects.get()
    assert (entry.deed, entry.details) == ("call.extend", {"closes_at": "2026-03-11T17:00:00+01:00"})


def test_who_has_a_draft_gets_one_mail_in_their_language(edition, deed):
    writer, along = make_person(language="nl"), make_person(language="en")
    draft = make_idea(edition=edition, submitter=writer, state=IdeaState.DRAFT)
    make_idea(edition=edition, submitter=writer, state=IdeaState.DRAFT)
    draft.coauthors.create(person=along, invited_at=deed["at"], accepted_at=deed["at"])
    draft.coauthors.create(person=make_person(), invited_at=deed["at"])
    make_idea(edition=edition), make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    actions.extend_call(**deed)
    assert sorted(Mail.objects.values_list("to", flat=True)) == sorted([writer.email, along.email])
    assert "Many were ill." in Mail.objects.get(to=along.email).body
    assert "woensdag 11 maart om 17:00" in Mail.objects.get(to=writer.email).subject


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"closes_on": DAY + timedelta(days=2)}, "later than the call would close"),
        ({"closes_on": DAY - timedelta(days=2)}, "later than now"),
        ({"reason": "  "}, "Say why"),
        ({"closes_on": DAY + timedelta(days=300)}, "must follow each other"),
    ],
)
def test_extension_that_cannot_be_is_refused(deed, words, reason):
    with pytest.raises(Refused, match=reason):
        actions.extend_call(**deed | words)
    assert not Extension.objects.exists()


def test_only_managers_extend_and_only_an_open_call(deed):
    with pytest.raises(Refused, match="Only a manager"):
        actions.extend_call(**deed | {"by": make_person()})
    closed = make_edition(stage=Stage.SCREENING)
    with pytest.raises(Refused, match="Only a call that is open"):
        actions.extend_call(**deed | {"edition": closed, "by": make_manager(closed)})


def test_call_that_closes_by_hand_gets_an_hour_with_its_extension(deed, moment):
    edition = make_edition(call_closes_on=DAY)
    by = make_manager(edition)
    actions.extend_call(**deed | {"edition": edition, "by": by, "closes_on": DAY})
    edition.refresh_from_db()
    assert edition.call_closes_time == FIVE


def test_same_moment_is_kept_once_by_the_database(edition, deed):
    extension = actions.extend_call(**deed)
    with pytest.raises(IntegrityError):
        Extension.objects.create(
            edition=edition, closes_at=extension.closes_at, reason="x", by=deed["by"], extended_at=deed["at"]
        )


def test_page_extends_and_keeps_what_was_typed(sign_in):
    edition = make_edition(call_closes_on=DAY)
    client, url = sign_in(make_manager(edition)), reverse("control:extend", args=[edition.slug])
    assert "Extend the call" in client.get(url).content.decode()
    typed = {"closes_on": str(DAY), "closes_time": "17:00", "reason": "Many were ill."}
    answer = client.post(url, typed)
    assert (answer.status_code, "Many were ill." in answer.content.decode()) == (422, True)
    edition.pitch_on = edition.delivery_starts_on = edition.datadag_on = None
    edition.save()
    assert client.post(url, typed | {"closes_on": "2098-01-01"}).status_code == 302
    assert edition.extensions.count() == 1


def test_page_is_for_managers_of_an_open_call(sign_in):
    edition = make_edition()
    assert sign_in(make_person()).get(reverse("control:extend", args=[edition.slug])).status_code == 403
    closed = make_edition(stage=Stage.SCREENING)
    assert sign_in(make_manager(closed)).get(reverse("control:extend", args=[closed.slug])).status_code == 403
