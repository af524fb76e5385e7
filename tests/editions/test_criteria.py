"""What ideas are judged on: changed until the first review, and then fixed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions import actions, queries, rules
from datamatch.editions.enums import Stage
from datamatch.editions.models import Criterion
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.editions import make_criterion, make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.screening import make_review

pytestmark = pytest.mark.django_db
FOUR = ["niets", "weinig", "genoeg", "veel"], ["nothing", "little", "enough", "much"]
WORDS = {
    "name_nl": "Bereik", "name_en": "Reach", "question_nl": "Voor wie?", "question_en": "For whom?", "weight": 2,
    "anchors_nl": FOUR[0], "anchors_en": FOUR[1],
}  # fmt: skip
TYPED = {name: WORDS[name] for name in ("name_nl", "name_en", "question_nl", "question_en", "weight")} | {
    f"anchor_{number}_{language}": words
    for language, anchors in zip(("nl", "en"), FOUR, strict=True)
    for number, words in enumerate(anchors, 1)
}


@pytest.fixture
def edition():
    return make_edition(stage=Stage.CALL, criteria=2)


@pytest.fixture
def manager(edition):
    return make_manager(edition)


@pytest.fixture
def deed(manager, moment):
    """Who does it and when."""
    return {"by": manager, "at": moment}


def url(name, edition, *more):
    return reverse(f"editions:{name}", args=[edition.slug, *more])


def slugs(edition):
    return list(queries.criteria_of(edition).values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("top", "number", "points"), [(4, 1, 1), (4, 2, 7 / 3), (4, 4, 5), (5, 3, 3), (5, 4, 4), (6, 6, 5), (6, 2, 1.8)]
)
def test_scales_of_any_length_count_alike(top, number, points):
    criterion = Criterion(anchors_nl=["x"] * top)
    assert criterion.points(number) == pytest.approx(points)
    assert criterion.number_at(points) == number
    assert (criterion.top, criterion.good) == (top, top - 1)


def test_criterion_comes_behind_the_others(edition, deed):
    criterion = actions.add_criterion(edition=edition, slug="bereik", **deed, **WORDS)
    assert slugs(edition)[-1] == "bereik"
    assert criterion.anchors[-1] == (4, "much")
    assert TrailEntry.objects.get().deed == "criterion.add"


def test_shares_add_up_to_the_whole(edition):
    make_criterion(edition=edition, position=9, weight=1)
    assert [one.share for one in queries.weighed_criteria(edition)] == [34, 33, 33]
    assert queries.weighed_criteria(make_edition(criteria=0)) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"weight": 0}, "A weight goes from 1 to 10."),
        ({"weight": 11}, "A weight goes from 1 to 10."),
        ({"anchors_nl": FOUR[0][:3], "anchors_en": FOUR[1][:3]}, "4 to 6 anchors"),
        ({"anchors_nl": [*FOUR[0], "a", "b", "c"], "anchors_en": [*FOUR[1], "a", "b", "c"]}, "4 to 6 anchors"),
        ({"anchors_en": [*FOUR[1], "a"]}, "each in both languages"),
        ({"anchors_nl": ["zelfde"] * 4}, "Every anchor says something else"),
        ({"anchors_en": [*FOUR[1][:3], ""]}, "Every anchor says something else"),
    ],
)
def test_criterion_that_cannot_be_is_refused(edition, deed, words, reason):
    with pytest.raises(Refused, match=reason):
        actions.add_criterion(edition=edition, slug="bereik", **deed, **WORDS | words)
    assert len(slugs(edition)) == 2


def test_two_criteria_do_not_share_a_name(edition, deed):
    first = queries.criteria_of(edition).first()
    with pytest.raises(Refused, match="has this name"):
        actions.add_criterion(edition=edition, slug="x", **deed, **WORDS | {"name_nl": first.name_nl.upper()})
    assert rules.why_not_change_criterion(criterion=first, by=deed["by"], name_nl=first.name_nl) is None


def test_ten_criteria_are_enough(edition, deed):
    for position in range(2, 10):
        make_criterion(edition=edition, position=position)
    with pytest.raises(Refused, match="nobody reads on"):
        actions.add_criterion(edition=edition, slug="bereik", **deed, **WORDS)


def test_criterion_is_changed_and_moved_and_keeps_its_slug(edition, deed):
    first, second = queries.criteria_of(edition)
    actions.change_criterion(criterion=first, **deed, **WORDS)
    actions.move_criterion(criterion=first, up=False, **deed)
    assert slugs(edition) == [second.slug, first.slug]
    changed = queries.criteria_of(edition).last()
    assert (changed.name_en, changed.weight, changed.anchors_nl) == ("Reach", 2, FOUR[0])
    with pytest.raises(Refused, match="at the end"):
        actions.move_criterion(criterion=changed, up=False, **deed)


def test_last_criterion_stays(edition, deed):
    first, second = queries.criteria_of(edition)
    actions.remove_criterion(criterion=first, **deed)
    with pytest.raises(Refused, match="needs a criterion"):
        actions.remove_criterion(criterion=second, **deed)


def test_criteria_of_another_edition_come_in_the_place_of_these(edition, deed, manager):
    other = make_edition(stage=Stage.CLOSED, criteria=3)
    assert actions.copy_criteria(edition=edition, source=other, **deed) == 3
    assert slugs(edition) == slugs(other)
    assert actions.copy_criteria(edition=edition, source=None, **deed) == 5
    assert slugs(edition)[0] == "vraag"
    hidden = make_edition(stage=Stage.PREPARING)
    with pytest.raises(Refused, match="no criteria to take over"):
        actions.copy_criteria(edition=edition, source=hidden, **deed)


def test_first_review_fixes_the_criteria(moment):
    edition = make_edition(stage=Stage.SCREENING)
    manager, criterion = make_manager(edition), edition.criteria.first()
    assert rules.why_not_set_criteria(edition=edition, by=manager) is None
    make_review(idea=make_idea(edition=edition))
    deed = {"by": manager, "at": moment}
    for refused in (
        lambda: actions.add_criterion(edition=edition, slug="x", **deed, **WORDS),
        lambda: actions.change_criterion(criterion=criterion, weight=3, **deed),
        lambda: actions.move_criterion(criterion=criterion, up=False, **deed),
        lambda: actions.remove_criterion(criterion=criterion, **deed),
        lambda: actions.copy_criteria(edition=edition, source=None, **deed),
    ):
        with pytest.raises(Refused, match="judged an idea by these criteria"):
            refused()
    assert rules.why_not_set_criteria(edition=make_edition(), by=manager) is not None


def test_criteria_are_fixed_once_the_screening_is_over():
    edition = make_edition(stage=Stage.MATCHING)
    assert "closed" in rules.why_not_set_criteria(edition=edition, by=make_manager(edition))


def test_manager_of_a_closed_edition_reads_its_criteria(sign_in):
    edition = make_edition(stage=Stage.CLOSED)
    page = sign_in(make_manager(edition)).get(url("criteria", edition))
    assert (page.status_code, "nothing in it changes any more" in page.content.decode()) == (200, True)
    assert url("plan", edition) not in page.content.decode()


def test_only_managers_set_criteria(edition, sign_in):
    client = sign_in(make_screener(edition))
    assert client.get(url("criteria", edition)).status_code == 403
    assert client.post(url("add_criterion", edition), TYPED).status_code == 403
    assert len(slugs(edition)) == 2


def test_pages_add_change_move_and_remove(edition, manager, sign_in):
    client = sign_in(manager)
    assert client.post(url("add_criterion", edition), TYPED).status_code == 302
    page = client.get(url("criteria", edition)).content.decode()
    assert ("Weight 2: counts for 50 %" in page, "together weight 4" in page) == (True, True)
    assert slugs(edition)[-1] == "bereik"
    six = TYPED | {f"anchor_{n}_{lang}": f"{n} {lang}" for n in (5, 6) for lang in ("nl", "en")} | {"weight": 1}
    change = url("change_criterion", edition, "bereik")
    assert client.post(change, six).status_code == 302
    assert edition.criteria.get(slug="bereik").top == 6
    assert 'name="anchor_6_en"' in client.get(change).content.decode()
    assert client.post(url("move_criterion", edition, "bereik"), {"to": "up"}).status_code == 302
    assert slugs(edition)[1] == "bereik"
    assert client.post(url("remove_criterion", edition, "bereik")).status_code == 302
    assert len(slugs(edition)) == 2


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"anchor_4_en": ""}, "This field is required."),
        ({"anchor_5_nl": "meer"}, "This anchor is lacking."),
        ({"anchor_6_nl": "meer", "anchor_6_en": "more"}, "This anchor is lacking."),
        ({"anchor_2_nl": "niets"}, "Every anchor says something else"),
        ({"weight": "11"}, "less than or equal to 10"),
    ],
)
def test_form_says_what_is_wrong_and_keeps_what_was_typed(edition, manager, sign_in, typed, reason):
    answer = sign_in(manager).post(url("add_criterion", edition), TYPED | typed)
    assert (answer.status_code, reason in answer.content.decode()) == (422, True)
    assert "For whom?" in answer.content.decode()


def test_page_takes_over_criteria(edition, manager, sign_in):
    client, other = sign_in(manager), make_edition(stage=Stage.CALL, criteria=4)
    assert client.post(url("copy_criteria", edition), {"source": other.slug}).status_code == 302
    assert slugs(edition) == slugs(other)
    assert client.post(url("copy_criteria", edition), {"source": ""}).status_code == 302
    assert len(slugs(edition)) == 5
    assert client.post(url("copy_criteria", edition), {"source": "nowhere"}).status_code == 422


def test_page_says_why_nothing_changes_any_more(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    client = sign_in(make_manager(edition))
    make_review(idea=make_idea(edition=edition))
    page = client.get(url("criteria", edition)).content.decode()
    assert ("judged an idea by these criteria" in page, "Take over other criteria" in page) == (True, False)
    assert client.get(url("add_criterion", edition)).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_as_many_queries_for_one_as_for_three(manager, edition, sign_in, count):
    edition.criteria.all().delete()
    client = sign_in(manager)
    for position in range(count):
        make_criterion(edition=edition, position=position)
    with CaptureQueriesContext(connection) as seen:
        client.get(url("criteria", edition))
    assert len(seen) == 14
