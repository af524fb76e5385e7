"""Who sees whose name when: chosen by a manager, until the screening begins."""

import pytest
from django.urls import reverse

from datamatch.editions import actions, rules
from datamatch.editions.enums import FellowsKnown, MakersKnown, ReadersKnown, Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
CHOSEN = {"makers_known": "never", "readers_known": "letter", "fellows_known": "review"}


def test_names_are_hidden_as_long_as_they_can_be_unless_somebody_chooses():
    edition = make_edition()
    assert edition.makers_known == MakersKnown.SHORTLIST
    assert (edition.readers_known, edition.fellows_known) == (ReadersKnown.NEVER, FellowsKnown.NEVER)


def test_choice_is_kept_with_one_line_in_the_trail():
    edition = make_edition()
    actions.set_names(edition=edition, by=make_manager(edition), at=MOMENT, **CHOSEN)
    edition.refresh_from_db()
    assert {name: getattr(edition, name) for name in CHOSEN} == CHOSEN
    assert list(TrailEntry.objects.values_list("deed", "details")) == [("edition.names", CHOSEN)]


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in (Stage.PREPARING, Stage.CALL)])
def test_choice_stands_once_the_screening_has_begun(stage):
    edition = make_edition(stage=stage)
    manager = make_manager(edition)
    assert rules.why_not_set_names(edition=edition, by=manager)
    with pytest.raises(Refused):
        actions.set_names(edition=edition, by=manager, at=MOMENT, **CHOSEN)


def test_somebody_else_chooses_nothing():
    edition = make_edition()
    assert rules.why_not_set_names(edition=edition, by=make_person()) == "Only a manager of this edition does this."


def test_page_keeps_the_choice_and_says_what_each_means(sign_in):
    edition = make_edition()
    client, address = sign_in(make_manager(edition)), reverse("editions:names", args=[edition.slug])
    page = client.get(address).content.decode()
    for words in (MakersKnown, ReadersKnown, FellowsKnown):
        assert all(str(one.hint) in page for one in words)
    assert client.post(address, CHOSEN).status_code == 302
    edition.refresh_from_db()
    assert edition.makers_known == MakersKnown.NEVER
    assert client.post(address, CHOSEN | {"makers_known": "soon"}).status_code == 422


def test_page_shows_the_choice_without_a_form_once_it_stands(sign_in):
    edition = make_edition(stage=Stage.SCREENING, makers_known=MakersKnown.REVIEW)
    client, address = sign_in(make_manager(edition)), reverse("editions:names", args=[edition.slug])
    page = client.get(address).content.decode()
    assert "The screening has begun." in page
    assert str(MakersKnown.REVIEW.hint) in page
    assert 'name="makers_known"' not in page
    assert client.post(address, CHOSEN).status_code == 403


def test_page_can_still_be_read_when_all_is_over_but_by_managers_only(sign_in):
    edition = make_edition(stage=Stage.CLOSED)
    page = reverse("editions:names", args=[edition.slug])
    assert sign_in(make_manager(edition)).get(page).status_code == 200
    assert sign_in(make_person()).get(page).status_code == 403


def test_choice_comes_along_to_the_next_edition():
    source = make_edition(**CHOSEN)
    manager = make_manager(source)
    edition = actions.clone_edition(
        source=source, slug="next", name="Next", number=999, call_opens_on=DAY, by=manager, at=MOMENT
    )
    assert {name: getattr(edition, name) for name in CHOSEN} == CHOSEN
