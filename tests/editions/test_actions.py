"""Deeds about editions."""

from datetime import timedelta

import pytest

from datamatch.editions import actions
from datamatch.editions.enums import Duty, Stage, ThemeWords
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed, duties_of
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.editions import make_edition, make_manager, make_programme, make_screener
from tests.factories.moments import DAY
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db
NATURE = ThemeWords("natuur", "Natuur", "Nature", "Wat groeit er?", "What grows?")


def deeds():
    return list(TrailEntry.objects.values_list("deed", flat=True))


def prepare(moment, **given):
    words = {"programme": make_programme(), "slug": "first", "name": "First", "number": 1, "by": make_administrator()}
    return actions.prepare_edition(at=moment, **words | given)


def add_nature(edition, moment, by):
    return actions.add_theme(edition=edition, by=by, at=moment, **NATURE._asdict())


def test_administrator_opens_a_programme(moment):
    by = make_administrator()
    programme = actions.open_programme(slug="data", name="Data", purpose="", by=by, at=moment)
    assert (programme.name, deeds()) == ("Data", ["programme.open"])
    with pytest.raises(Refused):
        actions.open_programme(slug="more", name="More", purpose="", by=make_person(), at=moment)


def test_prepared_edition_has_criteria_themes_and_its_first_manager(moment):
    by = make_administrator()
    edition = prepare(moment, by=by, themes=[NATURE], call_opens_on=DAY)
    slugs = ["vraag", "haalbaarheid", "resultaat", "bereik", "energie"]
    assert [criterion.slug for criterion in edition.criteria.all()] == slugs
    assert [(theme.slug, theme.name_en, theme.tint) for theme in edition.themes.all()] == [("natuur", "Nature", 1)]
    assert (edition.stage, edition.call_opens_on) == (Stage.PREPARING, DAY)
    assert list(appointed(edition, Duty.MANAGER)) == [by]
    assert deeds() == ["edition.prepare"]


def test_every_standard_criterion_has_five_different_anchors_in_both_languages(moment):
    for criterion in prepare(moment).criteria.all():
        for anchors in (criterion.anchors_nl, criterion.anchors_en):
            assert len(set(anchors)) == 5
            assert all(anchor.endswith(".") for anchor in anchors)
        assert criterion.question_nl.endswith("?")
        assert criterion.question_en.endswith("?")


def test_preparing_is_refused_to_others_and_for_a_plan_that_cannot_be(moment):
    with pytest.raises(Refused, match="manager of an earlier edition"):
        prepare(moment, by=make_person())
    with pytest.raises(Refused, match="at least 2 reviews"):
        prepare(moment, reviews_per_idea=1)
    assert not Edition.objects.exists()


def test_plan_changes_what_is_named_only(moment):
    edition = make_edition()
    size = edition.shortlist_size
    actions.plan_edition(edition=edition, by=make_manager(edition), at=moment, means_euros=5000)
    edition.refresh_from_db()
    assert (edition.means_euros, edition.shortlist_size) == (5000, size)
    assert TrailEntry.objects.get().details == {"changed": ["means_euros"]}


def test_plan_is_refused_when_days_or_sizes_cannot_be(moment):
    edition = make_edition(stage=Stage.SCREENING)
    by = make_manager(edition)
    with pytest.raises(Refused, match="must follow each other"):
        actions.plan_edition(edition=edition, by=by, at=moment, datadag_on=DAY - timedelta(days=300))
    with pytest.raises(Refused, match="stays as it is"):
        actions.plan_edition(edition=edition, by=by, at=moment, shortlist_size=8)
    with pytest.raises(Refused, match="Only a manager"):
        actions.plan_edition(edition=edition, by=make_person(), at=moment, means_euros=1)


def test_theme_comes_behind_the_others_and_goes_before_the_call(moment):
    edition = make_edition(stage=Stage.PREPARING)
    by = make_manager(edition)
    theme = add_nature(edition, moment, by)
    assert (list(edition.themes.all())[-1], theme.position) == (theme, 2)
    actions.remove_theme(theme=theme, by=by, at=moment)
    assert edition.themes.count() == 2
    assert deeds() == ["theme.add", "theme.remove"]


def test_theme_is_refused_once_the_call_is_closed(moment):
    edition = make_edition(stage=Stage.SCREENING)
    by = make_manager(edition)
    with pytest.raises(Refused, match="call is closed"):
        add_nature(edition, moment, by)
    with pytest.raises(Refused, match="call is closed"):
        actions.remove_theme(theme=edition.themes.first(), by=by, at=moment)


def test_appointing_twice_is_appointing_once(moment):
    edition, person = make_edition(), make_person()
    by = make_manager(edition)
    first = actions.appoint(edition=edition, person=person, duty=Duty.JUROR, by=by, at=moment)
    assert actions.appoint(edition=edition, person=person, duty=Duty.JUROR, by=by, at=moment) == first
    assert deeds() == ["person.appoint"]


def test_dismissing_takes_one_duty(moment):
    edition = make_edition()
    by = make_manager(edition)
    make_screener(edition, by)
    actions.dismiss(edition=edition, person=by, duty=Duty.SCREENER, by=by, at=moment)
    assert duties_of(by, edition) == {Duty.MANAGER}
    with pytest.raises(Refused, match="needs a manager"):
        actions.dismiss(edition=edition, person=by, duty=Duty.MANAGER, by=by, at=moment)


def test_appointing_is_refused_to_others(moment):
    edition = make_edition()
    with pytest.raises(Refused, match="Only a manager"):
        actions.appoint(edition=edition, person=make_person(), duty=Duty.JUROR, by=make_screener(edition), at=moment)


def test_entering_a_stage_writes_move_and_trail(moment):
    edition = make_edition()
    by = make_manager(edition)
    actions.enter_stage(edition=edition, stage=Stage.SCREENING, by=by, at=moment)
    edition.refresh_from_db()
    move = edition.moves.get()
    assert (edition.stage, move.left, move.entered, move.by, move.at) == ("screening", "call", "screening", by, moment)
    assert TrailEntry.objects.get().details == {"left": "call", "entered": "screening"}
    with pytest.raises(Refused, match="Stages follow each other"):
        actions.enter_stage(edition=edition, stage=Stage.SCREENING, by=by, at=moment)


def test_theme_gets_other_words_and_keeps_its_address(moment):
    edition = make_edition(stage=Stage.CALL)
    manager, theme = make_manager(edition), edition.themes.first()
    slug = theme.slug
    actions.change_theme(theme=theme, by=manager, at=moment, name_en="Water", question_en="Where does it go?")
    theme.refresh_from_db()
    assert (theme.slug, theme.name_en, theme.question_en) == (slug, "Water", "Where does it go?")
    with pytest.raises(TypeError):
        actions.change_theme(theme=theme, by=manager, at=moment, slug="other")
    with pytest.raises(Refused):
        actions.change_theme(theme=theme, by=make_person(), at=moment, name_en="Mine")


def test_themes_change_places_and_stop_at_the_ends(moment):
    edition = make_edition(stage=Stage.CALL)
    manager, (first, last) = make_manager(edition), edition.themes.all()
    actions.move_theme(theme=last, up=True, by=manager, at=moment)
    assert list(edition.themes.all()) == [last, first]
    with pytest.raises(Refused, match="at the end already"):
        actions.move_theme(theme=last, up=True, by=manager, at=moment)
    edition.stage = Stage.SCREENING
    edition.save()
    last.refresh_from_db()
    last.edition = edition
    with pytest.raises(Refused, match="call is closed"):
        actions.move_theme(theme=last, up=False, by=manager, at=moment)
