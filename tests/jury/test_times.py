"""Makers and jurors are mailed when and where they are needed, once, and again only when that changes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import CoAuthor
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState
from datamatch.people.models import Person
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.jury import PitchDay, make_pitch
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    day = PitchDay(pitches=2, jurors=1, state=PitchState.WAITING)
    plan(day)
    Person.objects.update(language="en")
    return day


def plan(day, room="Grote zaal"):
    return actions.plan_pitches(edition=day.edition, starts_at=MOMENT, minutes=8, room=room, by=day.manager, at=MOMENT)


def tell(day, later=0):
    return actions.tell_times(edition=day.edition, by=day.manager, at=MOMENT + timedelta(minutes=later))


def mails_to(person):
    return [(mail.subject, mail.body) for mail in Mail.objects.filter(to=person.email).order_by("pk")]


def address(day, name="schedule"):
    return reverse(f"jury:{name}", args=[day.edition.slug])


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


def test_makers_hear_of_their_own_pitch_and_jurors_of_the_day(day):
    first, second = queries.pitches_in(day.edition)
    friend = make_person(language="en")
    CoAuthor.objects.create(idea=second.idea, person=friend, invited_at=MOMENT, accepted_at=MOMENT)
    assert tell(day) == 4
    [(subject, body)] = mails_to(friend)
    assert subject == "You pitch on Monday 2 March at 11:10"
    told = (second.idea.title, "from 11:10 to 11:18", "Room: Grote zaal.", day.manager.name, address(day, "pitch_day"))
    assert [word for word in told if word not in body] == []
    assert first.idea.title not in body
    [(subject, body)] = mails_to(day.jurors[0])
    assert subject == "You judge the pitches on Monday 2 March from 11:00"
    assert ("the last ends at 11:18" in body, first.idea.title in body) == (True, False)
    entry = TrailEntry.objects.latest("pk")
    assert (entry.deed, entry.details) == ("pitches.tell", {"mails": 4})


def test_nobody_is_mailed_twice_and_who_moved_is_mailed_again(day):
    first, second = queries.pitches_in(day.edition)
    tell(day)
    with pytest.raises(Refused, match="Everybody was mailed"):
        tell(day)
    for later in (1, 2):
        actions.move_pitch(pitch=first, way=("down", "up")[later - 1], by=day.manager, at=MOMENT)
        assert tell(day, later) == 2
    told = [subject for subject, _body in mails_to(first.idea.submitter)]
    assert told == [
        "You pitch on Monday 2 March at 11:00",
        "Another time or room: you pitch on Monday 2 March at 11:10",
        "Another time or room: you pitch on Monday 2 March at 11:00",
    ]
    assert len(mails_to(day.jurors[0])) == 1
    plan(day, room="")
    assert tell(day, 3) == 3
    assert "You hear later in which room." in mails_to(second.idea.submitter)[-1][1]


def test_each_is_told_in_their_own_language(day):
    Person.objects.filter(pk=day.jurors[0].pk).update(language="nl")
    tell(day)
    [(subject, body)] = mails_to(day.jurors[0])
    assert (subject, "Zaal: Grote zaal." in body) == ("Je beoordeelt de pitches op maandag 2 maart vanaf 11:00", True)


def test_why_not_tell_times(day):
    assert "Only the programme manager" in rules.why_not_tell_times(edition=day.edition, by=day.jurors[0])
    assert rules.why_not_tell_times(edition=day.edition, by=day.manager) is None
    actions.call_next(edition=day.edition, seen=None, by=day.manager, at=MOMENT)
    assert "has begun" in rules.why_not_tell_times(edition=day.edition, by=day.manager)


def test_manager_mails_the_times_by_the_page(day, sign_in):
    client = sign_in(day.manager)
    assert missing(client.get(address(day)), "3 people do not know these times yet.", "Mail the times") == []
    page = client.post(address(day, "tell_times"), follow=True)
    assert missing(page, "3 mails go out.", "Everybody was mailed these times and this room.") == []
    assert client.post(address(day, "tell_times")).status_code == 403
    assert sign_in(day.jurors[0]).post(address(day, "tell_times")).status_code == 403


def test_who_is_to_be_told_asks_as_many_queries_for_three_pitches_as_for_one():
    counts = []
    day = PitchDay(pitches=1, jurors=1, state=PitchState.WAITING)
    for more in (0, 2):
        for _one in range(more):
            make_pitch(edition=day.edition)
            make_juror(day.edition)
        with CaptureQueriesContext(connection) as caught:
            assert len(queries.times_to_tell(day.edition)) == 2 * (1 + more)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_without_a_running_order_there_is_nothing_to_tell():
    edition = make_edition(stage="pitching")
    assert queries.times_to_tell(edition) == []
    assert rules.why_not_tell_times(edition=edition, by=make_manager(edition)) is not None
