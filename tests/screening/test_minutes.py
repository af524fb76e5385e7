"""The minutes of the screening write themselves; managers add who was present."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.screening import actions, queries
from datamatch.screening.enums import AssignmentState, Outcome
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT, later
from tests.factories.people import make_person
from tests.factories.screening import make_assignment, make_calibration, make_decision, make_reviewed

pytestmark = pytest.mark.django_db
NEXT = later(days=1)
SAID = {"met_on": DAY, "present": "Ada\nBas", "remarks": "We looked at data first."}


def text_of(answer):
    return " ".join(answer.content.decode().split())


def url(edition):
    return reverse("screening:minutes", args=[edition.slug])


def note(edition, by, at=NEXT, **given):
    return actions.note_minutes(edition=edition, by=by, at=at, **SAID | given)


@pytest.fixture
def decided(edition, manager, ideas, screeners):
    """Everything is read, ranked and prepared; the manager changed one decision and moved the line."""
    make_reviewed(ideas, screeners)
    make_calibration(edition, manager)
    actions.prepare_decisions(edition=edition, by=manager, at=MOMENT)
    said = {"reason": "Nobody else looks at this.", "motive": "It opens a register.", "departs": True}
    actions.decide(idea=ideas[6], round="shortlist", outcome=Outcome.YES, by=manager, at=MOMENT, **said)
    actions.move_line(edition=edition, size=3, reason="Three fit in a morning.", by=manager, at=MOMENT)
    return ideas


def test_minutes_tell_who_read_who_decided_and_where_the_line_went(sign_in, edition, manager, screeners, decided):
    handed_back = make_assignment(idea=make_idea(edition=edition), screener=screeners[0])
    handed_back.state = AssignmentState.ABSTAINED
    handed_back.save()
    told = text_of(sign_in(manager).get(url(edition)))
    assert f"{screeners[0].name}: 7 reviews, 1 idea handed back" in told
    assert f"{manager.name} moved the line from 2 to 3 ideas. Three fit in a morning." in told
    assert "Why it differs from the ranking" in told
    assert "It opens a register." in told
    assert "As the ranking proposed" in told
    assert queries.minutes_in(edition).deciders == [manager.name]


def test_decisions_stand_in_the_order_of_their_outcome_and_the_ranking(edition, decided):
    told = [(one.outcome, place) for one, place in queries.minutes_in(edition).decisions]
    assert [outcome for outcome, _place in told] == sorted(
        (outcome for outcome, _place in told), key=["yes", "reserve", "no"].index
    )
    assert told[0] == (Outcome.YES, 1)


def test_minutes_hold_no_score(sign_in, edition, manager, decided):
    calibration = queries.latest_calibration(edition)
    told = text_of(sign_in(manager).get(url(edition)))
    for standing in queries.standings_of(calibration):
        assert f"{standing.score:.1f}" not in told.replace(",", ".")


def test_manager_notes_who_was_present(sign_in, edition, manager):
    client = sign_in(manager)
    answer = client.post(url(edition), {"met_on": "2026-03-02", "present": "Ada\nBas", "remarks": "Data first."})
    assert answer.status_code == 302
    told = text_of(client.get(url(edition)))
    assert ("Ada<br>Bas" in told, "Data first." in told, f"Noted by {manager.name}" in told) == (True, True, True)
    assert TrailEntry.objects.filter(deed="screening.noted").count() == 1


def test_day_that_is_still_to_come_is_told_and_what_was_typed_stays(sign_in, edition, manager):
    answer = sign_in(manager).post(url(edition), {"met_on": "2999-01-01", "present": "Ada"})
    assert (answer.status_code, "That day is still to come." in text_of(answer)) == (422, True)
    assert "Ada" in text_of(answer)


def test_note_is_refused_with_a_reason(edition, manager):
    with pytest.raises(Refused, match="Only a programme manager"):
        note(edition, make_person())
    with pytest.raises(Refused, match="still to come"):
        note(edition, manager, at=later(days=-30))
    edition.stage = Stage.PITCHING
    edition.save()
    with pytest.raises(Refused, match="The pitch day has come"):
        note(edition, manager)
    calling = make_edition(stage=Stage.CALL)
    with pytest.raises(Refused, match="begins when the call is closed"):
        note(calling, make_manager(calling))


def test_note_is_changed_in_place(edition, manager):
    note(edition, manager)
    note(edition, manager, present="Ada")
    assert queries.note_of(edition).present == "Ada"


def test_screeners_and_others_do_not_read_the_minutes(sign_in, edition):
    for person in (make_screener(edition), make_person()):
        assert sign_in(person).get(url(edition)).status_code == 403


def test_decisions_page_leads_to_the_minutes(sign_in, edition, manager):
    page = sign_in(manager).get(reverse("screening:decisions", args=[edition.slug]))
    assert url(edition) in text_of(page)


def test_minutes_cost_the_same_for_one_and_three(sign_in):
    counts = []
    for number in (1, 3):
        edition = make_edition(stage=Stage.SCREENING)
        for _ in range(number):
            make_decision(idea=make_idea(edition=edition))
            make_assignment(idea=make_idea(edition=edition))
        client = sign_in(make_manager(edition))
        client.get(url(edition))
        with CaptureQueriesContext(connection) as seen:
            client.get(url(edition))
        counts.append(len(seen))
    assert counts[0] == counts[1]
