"""The form of a call closes at its hour, also while the edition cannot move on; lists and forms say until when."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, rules
from datamatch.ideas.enums import IdeaState
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
CLOSED = "The call is closed."


def test_form_closes_at_the_hour_that_was_told():
    edition = make_edition(call_closes_on=DAY, call_closes_time=time(11))
    assert rules.why_call_is_not_open(edition, at=later(seconds=-1)) is None
    assert rules.why_call_is_not_open(edition, at=MOMENT) == CLOSED
    draft = make_idea(edition=edition, state=IdeaState.DRAFT)
    assert rules.why_not_send(idea=draft, by=draft.submitter, at=MOMENT) == CLOSED
    with pytest.raises(Refused, match=CLOSED):
        actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT)
    with pytest.raises(Refused, match=CLOSED):
        actions.change_idea(idea=draft, by=draft.submitter, at=MOMENT, title="Too late")


def test_list_and_form_say_until_when(sign_in):
    edition = make_edition(call_closes_on=timezone.localdate() + timedelta(days=3), call_closes_time=time(23, 59))
    client = sign_in(make_person())
    for name in ("ideas:ideas", "ideas:start"):
        assert "3 days left, until" in client.get(reverse(name, args=[edition.slug])).content.decode()


def test_help_of_a_manager_stands_beside_the_field_as_plain_words(sign_in):
    words = {"data": {"nl": "", "en": "Name a <b>register</b>."}}
    edition = make_edition(field_helps=words)
    page = sign_in(make_person()).get(reverse("ideas:start", args=[edition.slug]) + "?alles=1").content.decode()
    assert "Name a &lt;b&gt;register&lt;/b&gt;." in page
