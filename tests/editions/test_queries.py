"""What others ask about editions."""

import pytest
from django.contrib.auth.models import AnonymousUser

from datamatch.editions import queries
from datamatch.editions.enums import Duty, Stage
from tests.factories.editions import make_edition, make_juror, make_manager, make_programme, make_screener
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db


def test_current_edition_runs_else_closed_last_else_newest():
    assert queries.current_edition(to=AnonymousUser()) is None
    preparing = make_edition(stage=Stage.PREPARING, number=30000)
    assert queries.current_edition(to=AnonymousUser()) == preparing
    make_edition(stage=Stage.CLOSED, number=1)
    closed = make_edition(stage=Stage.CLOSED, number=2)
    assert queries.current_edition(to=AnonymousUser()) == closed
    running = make_edition(stage=Stage.DELIVERY, number=1)
    assert queries.current_edition(to=AnonymousUser()) == running


def test_edition_that_is_being_prepared_is_shown_to_its_managers_only():
    preparing, calling = make_edition(stage=Stage.PREPARING), make_edition()
    for reader in (AnonymousUser(), make_person(), make_screener(preparing), make_manager(calling)):
        assert list(queries.editions_shown(to=reader)) == [calling]
    for reader in (make_manager(preparing), make_administrator()):
        assert set(queries.editions_shown(to=reader)) == {preparing, calling}


def test_duties_are_told_for_one_edition():
    edition, other = make_edition(), make_edition()
    anna = make_juror(edition, make_screener(edition))
    make_manager(other, anna)
    assert queries.duties_of(anna, edition) == {Duty.SCREENER, Duty.JUROR}
    assert queries.duties_of(AnonymousUser(), edition) == set()
    assert list(queries.appointed(edition, Duty.JUROR)) == [anna]
    assert queries.duty_counts(edition) == {"manager": 0, "screener": 1, "juror": 1, "director": 0}
    assert queries.duty_groups(edition)[0] == (Duty.MANAGER, [])
    assert [one.person for one in queries.duty_groups(edition)[1][1]] == [anna]


def test_manager_is_appointed_or_administrator():
    edition = make_edition()
    assert queries.is_manager(make_manager(edition), edition)
    assert queries.is_manager(make_administrator(), edition)
    assert not queries.is_manager(make_manager(make_edition()), edition)
    assert not queries.is_manager(AnonymousUser(), edition)


def test_next_edition_follows_the_last_one():
    assert queries.next_edition() == {"programme": None, "number": 1}
    programme = make_programme()
    assert queries.next_edition() == {"programme": programme.pk, "number": 1}
    edition = make_edition(number=6)
    assert queries.next_edition() == {"programme": edition.programme_id, "number": 7}
