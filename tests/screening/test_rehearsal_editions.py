"""From the second edition on, a rehearsal learns from the rankings before."""

from io import StringIO

import pytest
from django.core.management import call_command

from datamatch.screening import queries
from datamatch.screening.models import Calibration
from tests.factories.editions import make_edition
from tests.factories.moments import MOMENT, later

pytestmark = pytest.mark.django_db


def make_kept(edition, idea=0.4, at=MOMENT, **given):
    """Keep a calculation with these variances."""
    told = {"review_count": 100, "screener_count": 9, "seed": 1, "input_digest": "0" * 64, "identifiable": True}
    told["variances"] = {"idea": idea, "screener": 0.1, "rest": 0.5, "icc": idea / (idea + 0.6)}
    return Calibration.objects.create(edition=edition, made_at=at, **told | given)


def test_without_a_ranking_nothing_is_known():
    assert queries.variances_so_far() is None


def test_last_ranking_of_an_edition_counts():
    edition = make_edition()
    make_kept(edition, 0.2)
    make_kept(edition, 0.4, later(hours=1))
    found = queries.variances_so_far()
    assert (found.idea, found.screener, found.rest) == pytest.approx((0.4, 0.1, 0.5))
    assert found.editions == (edition.name,)


def test_editions_count_by_their_reviews():
    make_kept(make_edition(), 0.2, review_count=100)
    make_kept(make_edition(), 0.4, review_count=300)
    assert queries.variances_so_far().idea == pytest.approx(0.35)


def test_ranking_of_too_few_reviews_does_not_count():
    make_kept(make_edition(), identifiable=False)
    make_kept(make_edition(), variances={})
    assert queries.variances_so_far() is None


def test_command_says_which_editions_it_learned_from():
    edition = make_edition()
    make_kept(edition)
    out = StringIO()
    call_command("rehearse", ideas=12, screeners=4, pick=3, worlds=10, language="en", stdout=out)
    line = out.getvalue().splitlines()[1]
    assert line.startswith("Of the difference between scores, 40 % is the idea, 10 % the strictness")
    assert line.endswith(f"As seen in: {edition.name}.")
