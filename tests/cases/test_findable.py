"""A case can be found once it is published, by the words it has now."""

import pytest
from django.core.management import call_command

from datamatch.cases import actions
from datamatch.foundation import search
from tests.factories.cases import make_case
from tests.factories.moments import MOMENT
from tests.factories.projects import lead_of

pytestmark = pytest.mark.django_db


def found(query):
    return search.find(query, kinds=["case"])


def test_a_case_is_found_from_publishing_on_and_by_its_later_words():
    case = make_case(published=False, title="Ziekteverzuim voorspeld")
    by = lead_of(case.project)
    words = {"title": "Parkeerplaatsen", "summary": "Vrij of bezet.", "lessons": "Tel eerst."}
    actions.change_case(case=case, by=by, at=MOMENT, **words | {"title": "Ziekteverzuim voorspeld"})
    assert found("verzuim") == []
    actions.publish_case(case=case, by=by, at=MOMENT)
    assert found("verzuim") == [case.public_id]
    actions.change_case(case=case, by=by, at=MOMENT, **words)
    assert (found("verzuim"), found("parkeerplaats")) == ([], [case.public_id])


def test_indexing_anew_keeps_published_cases():
    case = make_case(title="Ziekteverzuim voorspeld")
    make_case(title="Ziekteverzuim", published=False)
    call_command("index_texts")
    assert found("verzuim") == [case.public_id]
