"""The ranking tells who is strict, where screeners differ, and which reviews would help most."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.editions.models import StageMove
from datamatch.foundation.models import Mail
from datamatch.foundation.refusal import Refused
from datamatch.people.models import Person
from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import Agreement, Order, Zone
from datamatch.screening.models import Advice, Assignment, Calibration, Severity, Standing
from tests.factories.editions import make_manager, make_screener
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.screening import make_calibration, make_review, make_reviewed


def text_of(answer):
    return " ".join(answer.content.decode().split())


def make_close(ideas, screeners):
    """Let two of four screeners read every idea; the ideas around the line are close together."""
    for place, idea in enumerate(ideas):
        for screener in (screeners[place % 4], screeners[(place + 1) % 4]):
            make_review(idea=idea, screener=screener, score=[5, 4, 4, 3, 3, 2, 1][place])


@pytest.fixture
def close(edition, manager, screeners, ideas):
    make_close(ideas, screeners)
    return make_calibration(edition, manager)


def make_planted(edition, ideas, lean):
    """Let screeners with a planted strictness (points) read every idea."""
    people = {make_screener(edition): points for points in lean}
    for place, idea in enumerate(ideas):
        for screener, points in people.items():
            make_review(idea=idea, screener=screener, score=min(max(round(1.5 + place / 2) + points, 1), 5))
    return people


def test_planted_strictness_is_found(edition, manager, ideas):
    people = make_planted(edition, ideas, (-1, 0, 0, 1))
    found = {one.screener: one for one in queries.severities_of(make_calibration(edition, manager))}
    for person, points in people.items():
        assert found[person].low <= points <= found[person].high
    strict, *_others, mild = people
    assert (found[strict].in_words, found[mild].in_words) == ("much stricter", "much milder")


def test_strictness_that_is_not_sure_is_no_difference():
    assert Severity(lean=-0.7, low=-1.5, high=0.1).in_words == "as the others"
    assert Severity(lean=-0.2, low=-0.3, high=-0.1).in_words == "a little stricter"
    assert Severity(lean=0.4, low=0.1, high=0.7).in_words == "milder"


def test_screener_sees_their_own_strictness_only_and_only_afterwards(sign_in, edition, screeners, close):
    address = reverse("screening:severity", args=[edition.slug])
    client = sign_in(screeners[0])
    assert "so that it does not change how you score" in text_of(client.get(address))
    edition.stage = Stage.MATCHING
    edition.save()
    page = text_of(client.get(address))
    assert "You scored" in page
    assert not any(other.name in page for other in screeners[1:])


def test_manager_sees_the_strictness_of_all_and_a_stranger_of_nobody(sign_in, edition, manager, screeners, close):
    address = reverse("screening:severity", args=[edition.slug])
    page = text_of(sign_in(manager).get(address))
    assert all(screener.name in page for screener in screeners)
    assert sign_in(make_person()).get(address).status_code == 403


def test_only_the_newest_calculation_knows_who_is_strict(edition, manager, close):
    newest = make_calibration(edition, manager, later(hours=1))
    assert set(Severity.objects.values_list("calibration", flat=True)) == {newest.pk}
    assert set(Advice.objects.values_list("calibration", flat=True)) == {newest.pk}


def test_strictness_is_forgotten_a_year_after_the_edition(edition, close):
    edition.stage = Stage.CLOSED
    edition.save()
    StageMove.objects.create(edition=edition, left=Stage.SHOWCASE, entered=Stage.CLOSED, at=MOMENT)
    assert actions.forget_severities(at=later(days=300)) == 0
    assert actions.forget_severities(at=later(days=400)) == 4
    assert not Severity.objects.exists()


def test_advice_is_about_the_edge_and_asks_who_may(close, ideas, screeners):
    advice = list(queries.advice_of(close))
    assert [one.place for one in advice] == list(range(1, len(advice) + 1))
    first = advice[0]
    assert first.idea in ideas[1:4]
    for one in advice:
        assert rules.conflict_of(idea=one.idea, person=one.screener) is None
        assert not Assignment.objects.filter(idea=one.idea, screener=one.screener).exists()


def test_first_two_advised_reviews_are_asked_by_button(sign_in, edition, manager, close):
    address = reverse("screening:ask_advised", args=[edition.slug])
    advice = list(queries.advice_of(close))[:2]
    page = sign_in(manager).post(address, {"calibration": close.public_id}, follow=True)
    assert "2 reviews are asked." in text_of(page)
    assert all(Assignment.objects.filter(idea=one.idea, screener=one.screener).exists() for one in advice)
    assert [one.is_asked for one in queries.advice_of(close)][:3] == [True, True, False]


def test_advised_screeners_get_one_short_mail_that_says_no_more_than_how_many(manager, close, screeners):
    Person.objects.filter(pk__in=[one.pk for one in screeners]).update(language="en")
    asked = actions.ask_advised(calibration=close, count=4, by=manager, at=later(hours=1))
    mails = Mail.objects.filter(key__startswith="screening.asked_more:")
    assert sorted(mail.to for mail in mails) == sorted({one.screener.email for one in asked})
    for mail in mails:
        count = sum(one.screener.email == mail.to for one in asked)
        assert f"Reviews more that we ask of you: {count}." in mail.body
        assert not any(one.idea.title in mail.subject + mail.body for one in asked)


def test_advice_is_not_followed_twice(manager, close):
    actions.ask_advised(calibration=close, count=99, by=manager, at=later(hours=1))
    with pytest.raises(Refused, match="These reviews are asked already"):
        actions.ask_advised(calibration=close, count=99, by=manager, at=later(hours=1))


def test_advice_that_is_behind_is_refused(edition, manager, close, ideas):
    make_review(idea=ideas[0], given_at=later(hours=1))
    with pytest.raises(Refused, match="Calculate the ranking again first"):
        actions.ask_advised(calibration=close, count=2, by=manager, at=later(hours=1))


def test_only_a_manager_follows_the_advice_and_only_in_screening(edition, manager, screeners, close):
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.ask_advised(calibration=close, count=2, by=screeners[0], at=MOMENT)
    edition.stage = close.edition.stage = Stage.MATCHING
    edition.save()
    with pytest.raises(Refused, match="The screening is closed"):
        actions.ask_advised(calibration=close, count=2, by=manager, at=MOMENT)


def test_ranking_is_calculated_by_itself_when_reviews_change(edition, manager, screeners, ideas):
    assert actions.calibrate_changed(at=MOMENT) == 0
    make_reviewed(ideas, screeners)
    assert actions.calibrate_changed(at=later(hours=1)) == 1
    assert actions.calibrate_changed(at=later(hours=2)) == 0
    make_review(idea=ideas[0], given_at=later(hours=3))
    assert actions.calibrate_changed(at=later(hours=4)) == 1
    assert [(one.by_clock, one.review_count) for one in Calibration.objects.all()] == [(True, 29)]


def test_calculation_of_a_person_stays_when_the_clock_calculates(edition, close, ideas):
    make_review(idea=ideas[0], given_at=later(hours=1))
    actions.calibrate_changed(at=later(hours=2))
    assert list(Calibration.objects.values_list("by_clock", flat=True)) == [True, False]


@pytest.mark.parametrize(
    ("spread", "said"),
    [(None, Agreement.UNKNOWN), (0.2, Agreement.CLOSE), (0.7, Agreement.DIFFER), (1.4, Agreement.APART)],
)
def test_agreement_of_screeners_is_told_in_words(spread, said):
    assert Standing(spread=spread).agreement == said


def test_ranking_is_read_in_the_order_that_is_asked():
    one = Standing(place=1, raw_place=1, chance=0.9, spread=0.1, review_count=3, zone=Zone.IN)
    two = Standing(place=2, raw_place=9, chance=0.5, spread=0.4, review_count=3, zone=Zone.DISCUSS)
    three = Standing(place=3, raw_place=0, chance=0.1, spread=None, review_count=0, zone=Zone.OUT)
    four = Standing(place=4, raw_place=2, chance=0.3, spread=1.5, review_count=2, zone=Zone.DISCUSS)
    rows = [one, two, three, four]
    places = {order: [row.place for row in queries.ordered(rows, order)] for order in (*Order, "rubbish")}
    assert places == {
        "place": [1, 2, 3, 4],
        "doubt": [2, 4, 1, 3],
        "apart": [4, 2, 1, 3],
        "moved": [2, 4, 1, 3],
        "fewest": [3, 4, 1, 2],
        "rubbish": [1, 2, 3, 4],
    }
    assert queries.in_zone(rows, "discuss") == [two, four]


def test_ranking_page_shows_plain_mean_agreement_and_too_few(sign_in, edition, manager, screeners, ideas):
    for score in (1, 5):
        make_review(idea=ideas[0], score=score)
    make_review(idea=ideas[1])
    make_calibration(edition, manager)
    page = text_of(sign_in(make_manager(edition)).get(reverse("screening:ranking", args=[edition.slug]) + "?zone=x"))
    for words in ("Plain mean 3.0", "far apart", "too few to say", "because it has fewer than 2 reviews"):
        assert words in page
