"""Drafts: the list, throwing away and putting back, reminders, and forgetting."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries, tasks
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import CoAuthor, Idea
from tests.factories.editions import make_edition, make_question
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
DRAFTS = "/ideeen/concepten/"


def make_draft(edition=None, **given):
    return make_idea(edition=edition or make_edition(), state=IdeaState.DRAFT, **given)


def at(days, hour=12):
    return timezone.make_aware(datetime.combine(DAY + timedelta(days=days), time(hour)))


def test_list_says_what_is_missing_and_where_to_go_on(sign_in):
    edition = make_edition()
    make_question(edition=edition, slug="Q", label_en="How big?", required=True)
    draft = make_draft(edition, theme=None)
    text = sign_in(draft.submitter).get(DRAFTS).content.decode()
    assert "Choose a theme first." in text
    assert "Answer first: How big?" in text
    assert reverse("ideas:write", args=[draft.public_id, "titel"]) in text


def test_list_of_a_closed_call_offers_to_use_it_again(sign_in):
    draft = make_draft(make_edition(stage=Stage.SCREENING))
    text = sign_in(draft.submitter).get(DRAFTS).content.decode()
    assert "The call is closed." in text
    assert reverse("ideas:again", args=[draft.public_id]) in text


def test_list_takes_as_many_statements_for_three_drafts_as_for_one(sign_in):
    edition, person = make_edition(), make_person()
    make_question(edition=edition, required=True)
    browser, counts = sign_in(person), []
    for more in (1, 2):
        for _ in range(more):
            make_draft(edition, submitter=person)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(DRAFTS)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_draft_is_thrown_away_and_put_back(sign_in):
    draft = make_draft(title="Bees")
    browser = sign_in(draft.submitter)
    gone = browser.post(reverse("ideas:discard", args=[draft.public_id]), follow=True).content.decode()
    draft.refresh_from_db()
    assert draft.state == IdeaState.DISCARDED
    assert "Put back" in gone
    assert list(queries.ideas_of(draft.submitter)) == []
    back = browser.post(reverse("ideas:put_back", args=[draft.public_id]), follow=True).content.decode()
    draft.refresh_from_db()
    assert draft.state == IdeaState.DRAFT
    assert "The draft is back." in back
    assert list(TrailEntry.objects.order_by("position").values_list("deed", flat=True)) == [
        "idea.discard", "idea.put_back",
    ]  # fmt: skip


def test_only_the_maker_throws_away_and_only_a_draft():
    draft, sent = make_draft(), make_idea(edition=make_edition())
    friend = make_person()
    CoAuthor.objects.create(idea=draft, person=friend, invited_at=MOMENT, accepted_at=MOMENT)
    with pytest.raises(Refused, match="Only who began"):
        actions.discard_draft(idea=draft, by=friend, at=MOMENT)
    with pytest.raises(Refused, match="withdraw it"):
        actions.discard_draft(idea=sent, by=sent.submitter, at=MOMENT)
    actions.discard_draft(idea=draft, by=draft.submitter, at=MOMENT)
    with pytest.raises(Refused, match="was thrown away"):
        actions.discard_draft(idea=draft, by=draft.submitter, at=MOMENT)


def test_draft_that_was_thrown_away_is_not_changed_sent_or_put_back_by_another():
    draft = make_draft()
    actions.discard_draft(idea=draft, by=draft.submitter, at=MOMENT)
    for deed in (actions.send_idea, actions.change_idea):
        with pytest.raises(Refused, match="Put it back first"):
            deed(idea=draft, by=draft.submitter, at=MOMENT)
    with pytest.raises(Refused, match="Only who threw"):
        actions.put_back_draft(idea=draft, by=make_person(), at=MOMENT)


def test_draft_is_forgotten_when_it_can_no_longer_be_put_back():
    draft, kept = make_draft(), make_draft()
    for one, day in ((draft, 0), (kept, 1)):
        actions.discard_draft(idea=one, by=one.submitter, at=later(days=day))
    with pytest.raises(Refused, match="cannot be put back"):
        actions.put_back_draft(idea=draft, by=draft.submitter, at=later(days=14))
    assert tasks.forget_discarded(later(days=14)) == 1
    assert list(Idea.objects.all()) == [kept]


@pytest.mark.parametrize(("hours", "sent"), [(73, 0), (72, 1), (25, 1), (24, 1), (1, 1), (0, 0), (-1, 0)])
def test_reminder_comes_three_days_and_one_day_before_the_end(hours, sent):
    closes = at(21, hour=17)
    make_draft(make_edition(call_closes_on=DAY + timedelta(days=21), call_closes_time=time(17)))
    assert tasks.remind_of_drafts(closes - timedelta(hours=hours)) == sent


def test_reminder_comes_twice_at_most_to_each_author_and_says_what_is_missing():
    draft = make_draft(theme=None, title="Bees", submitter=make_person(language="en"))
    friend = make_person(language="nl")
    CoAuthor.objects.create(idea=draft, person=friend, invited_at=MOMENT, accepted_at=MOMENT)
    counts = [tasks.remind_of_drafts(at(day, hour)) for day, hour in ((19, 9), (19, 10), (20, 9), (21, 9), (21, 10))]
    assert counts == [2, 0, 0, 2, 0]
    english = Mail.objects.filter(to=draft.submitter.email).first()
    assert english.subject == "Send your idea before 23 March: Bees"
    assert "- Choose a theme first." in english.body
    assert f"/ideeen/{draft.public_id}/versturen/" in english.body
    assert Mail.objects.filter(to=friend.email).values_list("language", flat=True).distinct().get() == "nl"


def test_nobody_is_reminded_of_what_was_sent_thrown_away_closed_or_just_begun():
    edition = make_edition()
    make_idea(edition=edition)
    actions.discard_draft(idea=(gone := make_draft(edition)), by=gone.submitter, at=MOMENT)
    make_draft(make_edition(stage=Stage.SCREENING))
    make_draft(make_edition(call_closes_on=None))
    make_draft(edition, made_at=at(19))
    assert tasks.remind_of_drafts(at(19, 14)) == 0


def test_withdrawn_idea_waits_among_the_drafts(sign_in):
    idea = make_idea(edition=make_edition(), state=IdeaState.WITHDRAWN, number=12)
    assert "Send it again as number 12" in sign_in(idea.submitter).get(DRAFTS).content.decode()
