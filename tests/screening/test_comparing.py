"""Close calls are compared two at a time: who may, which two come next, and that an answer is kept once."""

from itertools import combinations

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import MakersKnown, Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import MakersShown
from datamatch.people.models import Person
from datamatch.screening import actions, queries, weighing
from datamatch.screening.enums import AssignmentState, Preference
from datamatch.screening.models import CloseCall, Comparing, Comparison, Conflict, Decision, ReviewLimit
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.screening import make_calibration, make_comparisons, make_decision, make_review, make_reviewed

pytestmark = pytest.mark.django_db
NEXT, AFTER = later(days=1), later(days=2)


def text_of(answer):
    return " ".join(answer.content.decode().split())


def url(name, edition):
    return reverse(f"screening:{name}", args=[edition.slug])


@pytest.fixture
def ranked(edition, manager, screeners, ideas):
    """All seven ideas are scored alike, so that all of them are to be discussed."""
    make_reviewed(ideas, screeners, best_first=False)
    return make_calibration(edition, manager)


@pytest.fixture
def going(edition, manager, ranked):
    """The close calls are being compared."""
    return actions.open_comparing(edition=edition, by=manager, at=NEXT)


def two_for(going, person):
    """Return the two ideas that come next for a screener, in the order in which they stand."""
    calls = queries.close_calls_of(going)
    return weighing.next_pair(going, calls, queries.own_pairs(going, calls, person), person)


def say(going, person, preference=Preference.FIRST, ideas=None, at=AFTER):
    """Answer the next two, or these."""
    return actions.compare(
        comparing=going, ideas=ideas or two_for(going, person), preference=preference, by=person, at=at
    )


def compare_all(going, screeners, best_first):
    """Let every screener answer every pair asked of them as this order of ideas says."""
    for screener in screeners:
        while two := two_for(going, screener):
            better = min(two, key=best_first.index)
            say(going, screener, Preference.FIRST if better == two[0] else Preference.SECOND, two)


# Opening and closing


def test_opening_takes_the_ideas_to_discuss_and_asks_each_screener_by_mail(edition, manager, screeners, ideas, ranked):
    Person.objects.filter(pk__in=[one.pk for one in screeners]).update(language="en")
    going = actions.open_comparing(edition=edition, by=manager, at=NEXT)
    assert [call.idea for call in queries.close_calls_of(going)] == ideas
    assert (going.each, going.closed_at) == (7, None)
    mails = Mail.objects.filter(key__startswith="screening.compare:")
    assert sorted(mail.to for mail in mails) == sorted(screener.email for screener in screeners)
    assert "Pairs that we ask of you: 7." in mails[0].body
    assert url("comparing", edition) in mails[0].body
    assert not any(idea.title in mail.body for mail in mails for idea in ideas)


def test_surely_in_and_surely_out_are_not_compared(edition, manager, screeners):
    scores = (5, 3, 3, 3, 1)
    ideas = [make_idea(edition=edition) for _ in scores]
    for idea, score in zip(ideas, scores, strict=True):
        for screener in screeners:
            make_review(idea=idea, screener=screener, score=score)
    make_calibration(edition, manager)
    going = actions.open_comparing(edition=edition, by=manager, at=NEXT)
    assert [call.idea for call in queries.close_calls_of(going)] == ideas[1:4]


def test_opening_is_refused_with_a_reason(edition, manager, screeners, ideas):
    def refused(by=manager, match=""):
        with pytest.raises(Refused, match=match):
            actions.open_comparing(edition=edition, by=by, at=NEXT)

    refused(match="Calculate the ranking first")
    make_reviewed(ideas[:2], screeners, best_first=False)
    for idea in ideas[2:]:
        idea.state = IdeaState.WITHDRAWN
        idea.save()
    make_calibration(edition, manager)
    refused(match="Fewer than 3 ideas are to be discussed")
    for idea in ideas[2:]:
        idea.state = IdeaState.SENT
        idea.save()
    make_reviewed(ideas[2:], screeners, best_first=False)
    make_calibration(edition, manager)
    refused(by=screeners[0], match="Only a programme manager")
    for screener in screeners[:2]:
        ReviewLimit.objects.create(edition=edition, screener=screener, is_out=True, set_at=MOMENT)
    refused(match="It takes 3 screeners")
    ReviewLimit.objects.all().delete()
    decision = make_decision(idea=ideas[0], published_at=MOMENT)
    refused(match="The decisions are published")
    decision.delete()
    actions.open_comparing(edition=edition, by=manager, at=NEXT)
    refused(match="compared already")
    edition.stage = Stage.MATCHING
    edition.save()
    refused(match="The screening is closed")


def test_closing_is_refused_with_a_reason(edition, manager, screeners, ranked):
    with pytest.raises(Refused, match="No close calls are being compared now"):
        actions.close_comparing(edition=edition, by=manager, at=NEXT)
    actions.open_comparing(edition=edition, by=manager, at=NEXT)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.close_comparing(edition=edition, by=screeners[0], at=AFTER)
    actions.close_comparing(edition=edition, by=manager, at=AFTER)
    assert Comparing.objects.get().closed_at == AFTER
    with pytest.raises(Refused, match="No close calls are being compared now"):
        actions.close_comparing(edition=edition, by=manager, at=AFTER)


def test_opened_again_it_is_about_the_close_calls_of_then_and_older_answers_are_kept(
    edition, manager, screeners, ideas, going
):
    kept = say(going, screeners[0], ideas=(ideas[0], ideas[1]))
    gone = say(going, screeners[0], ideas=(ideas[2], ideas[3]))
    actions.close_comparing(edition=edition, by=manager, at=AFTER)
    ideas[3].state = IdeaState.WITHDRAWN
    ideas[3].save()
    again = actions.open_comparing(edition=edition, by=manager, at=AFTER)
    assert (again.pk, CloseCall.objects.count(), again.each) == (going.pk, 6, 12)
    assert set(Comparison.objects.all()) == {kept, gone}
    assert queries.comparing_so_far(edition).given == 1
    own = queries.own_pairs(again, queries.close_calls_of(again), screeners[0])
    assert len(own.done) == 1


def test_every_deed_has_one_line_in_the_trail(edition, manager, screeners, going):
    say(going, screeners[0])
    actions.take_back_comparison(comparing=going, by=screeners[0], at=AFTER)
    actions.close_comparing(edition=edition, by=manager, at=AFTER)
    deeds = ["comparing.opened", "comparison.given", "comparison.taken_back", "comparing.closed"]
    assert list(TrailEntry.objects.filter(deed__in=deeds).order_by("position").values_list("deed", flat=True)) == deeds


# Who compares what


def test_next_two_are_never_an_idea_one_is_tied_to(edition, screeners, ideas, going):
    me = screeners[0]
    make_energy(idea=ideas[0], person=me)
    Conflict.objects.create(idea=ideas[1], person=me, reason="A friend.", declared_at=MOMENT)
    handed_back = make_idea(edition=edition)
    assignment = queries.assignments_of(me, edition).get(idea=ideas[2])
    assignment.state = AssignmentState.ABSTAINED
    assignment.save()
    own = queries.own_pairs(going, queries.close_calls_of(going), me)
    free = {idea.pk for idea in ideas[3:]}
    assert own.open == {frozenset(pair) for pair in combinations(free, 2)}
    assert handed_back.pk not in free
    for two in ((ideas[0], ideas[3]), (ideas[4], ideas[1]), (ideas[2], ideas[3]), (handed_back, ideas[3])):
        with pytest.raises(Refused, match="not yours to compare"):
            say(going, me, ideas=two)


def test_who_was_told_the_makers_does_not_compare_that_idea(edition, screeners, ideas, going):
    edition.makers_known = MakersKnown.REVIEW
    edition.save()
    MakersShown.objects.create(idea=ideas[0], person=screeners[0], since=MOMENT)
    with pytest.raises(Refused, match="not yours to compare"):
        say(going, screeners[0], ideas=(ideas[0], ideas[1]))
    assert say(going, screeners[1], ideas=(ideas[0], ideas[1])).preference == Preference.FIRST


def test_answer_is_refused_with_a_reason(edition, manager, screeners, ideas, going):
    me, two = screeners[0], (ideas[0], ideas[1])
    with pytest.raises(Refused, match="Only screeners compare"):
        say(going, manager, ideas=two)
    with pytest.raises(Refused, match="Choose one of the four answers"):
        say(going, me, "perhaps", two)
    with pytest.raises(Refused, match="Choose one of the four answers"):
        say(going, me, "", two)
    with pytest.raises(Refused, match="not yours to compare"):
        say(going, me, ideas=(ideas[0], ideas[0]))
    with pytest.raises(Refused, match="You gave no answer yet"):
        actions.take_back_comparison(comparing=going, by=me, at=AFTER)
    say(going, me, ideas=two)
    with pytest.raises(Refused, match="You compared these two already"):
        say(going, me, Preference.EQUAL, two)
    actions.close_comparing(edition=edition, by=manager, at=AFTER)
    for deed in (
        lambda: say(going, me, ideas=(ideas[2], ideas[3])),
        lambda: actions.take_back_comparison(comparing=going, by=me, at=AFTER),
    ):
        with pytest.raises(Refused, match="The comparing of close calls is closed"):
            deed()


def test_comparing_ends_when_decisions_are_published_or_the_screening_closes(edition, screeners, ideas, going):
    decision = make_decision(idea=ideas[0], published_at=MOMENT)
    with pytest.raises(Refused, match="closed"):
        say(going, screeners[0], ideas=(ideas[2], ideas[3]))
    Decision.objects.filter(pk=decision.pk).delete()
    edition.stage = Stage.MATCHING
    edition.save()
    with pytest.raises(Refused, match="closed"):
        say(going, screeners[0], ideas=(ideas[2], ideas[3]))


def test_more_than_was_asked_is_refused(screeners, ideas, going):
    me = screeners[0]
    pairs = list(combinations(ideas, 2))
    for two in pairs[: going.each]:
        say(going, me, ideas=two)
    assert two_for(going, me) == ()
    with pytest.raises(Refused, match="You compared all 7 pairs"):
        say(going, me, ideas=pairs[-1])


# An answer is kept once


def test_double_click_changes_nothing(screeners, going):
    me, two = screeners[0], two_for(going, screeners[0])
    assert say(going, me, Preference.SECOND, two) == say(going, me, Preference.SECOND, two, later(days=3))
    assert Comparison.objects.get().given_at == AFTER
    assert TrailEntry.objects.filter(deed="comparison.given").count() == 1


def test_database_keeps_one_answer_per_screener_and_pair(screeners, going):
    one = say(going, screeners[0])
    said = {"comparing": going, "screener": screeners[0], "given_at": AFTER}
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        Comparison.objects.create(first=one.first, second=one.second, **said)


def test_answer_means_the_same_on_either_side(screeners, ideas, going):
    low, high = ideas[0], ideas[1]
    plain = say(going, screeners[0], Preference.FIRST, (low, high))
    mirrored = say(going, screeners[1], Preference.SECOND, (high, low))
    assert [(one.first, one.preference, one.mirrored) for one in (plain, mirrored)] == [
        (low, Preference.FIRST, False), (low, Preference.FIRST, True),
    ]  # fmt: skip


def test_answer_that_was_taken_back_is_asked_again_as_it_stood(screeners, going):
    me = screeners[0]
    say(going, me)
    two = two_for(going, me)
    say(going, me, Preference.SKIP, two, later(days=3))
    actions.take_back_comparison(comparing=going, by=me, at=later(days=4))
    assert two_for(going, me) == two
    assert queries.comparing_so_far(going.edition).given == 1
    assert say(going, me, Preference.EQUAL, two).preference == Preference.EQUAL
    assert Comparison.objects.filter(screener=me).count() == 2


# Which two come next


def test_counts_stay_level_and_sides_balanced_over_all_screeners(screeners, ideas, going):
    compare_all(going, screeners, ideas)
    given = list(Comparison.objects.all())
    assert len(given) == 4 * 7
    counts = [sum(idea in {one.first, one.second} for one in given) for idea in ideas]
    assert max(counts) - min(counts) <= 2
    lefts = [sum((one.second if one.mirrored else one.first) == idea for one in given) for idea in ideas]
    assert all(abs(2 * left - count) <= 2 for left, count in zip(lefts, counts, strict=True))


def test_what_others_answered_does_not_change_what_comes_next(screeners, ideas, going):
    me, *others = screeners
    make_comparisons(going, others, ideas)
    before = two_for(going, me)
    for said in (Preference.FIRST, Preference.SECOND, Preference.EQUAL):
        Comparison.objects.update(preference=said)
        assert two_for(going, me) == before


# What comes out


def test_outcome_recovers_the_order_and_changes_nothing_in_the_ranking(edition, manager, screeners, ideas, going):
    places = list(queries.standings_of(queries.latest_calibration(edition)).values_list("idea", "place", "chance"))
    truth = ideas[::-1]
    make_comparisons(going, [*screeners, *(make_screener(edition) for _ in range(8))], truth)
    found = weighing.beside_ranking(edition)
    assert sorted(ideas, key=lambda idea: -found[idea.pk].above) == truth
    assert found[truth[0].pk].in_words in {"above 5 of 6", "above 6 of 6"}
    assert found[truth[0].pk].low >= 3
    assert found[truth[-1].pk].high <= 3
    again = list(queries.standings_of(make_calibration(edition, manager, AFTER)).values_list("idea", "place", "chance"))
    assert again == places


def test_too_few_answers_give_words_and_no_figure(edition, screeners, going):
    say(going, screeners[0])
    assert {one.in_words for one in weighing.beside_ranking(edition).values()} == {"too few to say"}


def test_that_somebody_cannot_compare_two_says_nothing_of_them(edition, screeners, ideas, going):
    say(going, screeners[0], Preference.SKIP)
    assert weighing.beside_ranking(edition) == {}
    so_far = queries.comparing_so_far(edition)
    assert (so_far.given, so_far.skipped, so_far.people, so_far.of) == (0, 1, 1, 4)


def test_how_many_pairs_are_asked_follows_from_ideas_and_screeners():
    asked = [queries.pairs_each(*given) for given in ((7, 4), (3, 9), (20, 4), (12, 20), (4, 0))]
    assert asked == [7, 3, 15, 5, 6]
    assert [queries.pairs_each(6, 4, before=before) for before in (0, 6, 12)] == [6, 11, 15]


# Pages


@pytest.mark.usefixtures("ranked")
def test_manager_opens_follows_and_closes_on_the_ranking(sign_in, edition, manager, screeners, ideas):
    client, page = sign_in(manager), url("ranking", edition)
    assert "Let screeners compare" in text_of(client.get(page))
    told = text_of(client.post(url("open_comparing", edition), follow=True))
    assert "7 ideas are being compared. The screeners have a mail." in told
    assert "0 comparisons so far, by 0 of 4 screeners." in told
    going = Comparing.objects.get()
    make_comparisons(going, screeners, ideas)
    told = text_of(client.get(page))
    assert "28 comparisons so far, by 4 of 4 screeners." in told
    assert "In comparisons" not in told
    told = text_of(client.post(url("close_comparing", edition), follow=True))
    best = weighing.beside_ranking(edition)[ideas[0].pk]
    assert ("In comparisons" in told, best.in_words in told) == (True, True)
    assert (best.told, f"{best.low} to {best.high}" in told) == (True, True)
    assert best.in_words in text_of(client.get(reverse("screening:decide", args=[ideas[0].public_id])))


def test_manager_does_not_see_what_comes_out_while_it_is_open(sign_in, manager, screeners, ideas, going):
    make_comparisons(going, screeners, ideas)
    page = sign_in(manager).get(reverse("screening:decide", args=[ideas[0].public_id]))
    assert "In comparisons" not in text_of(page)


def test_reason_stands_beside_the_button_that_cannot_open(sign_in, edition, manager, ranked):
    ReviewLimit.objects.create(edition=edition, screener=make_screener(edition), is_out=True, set_at=MOMENT)
    for screener in queries.comparers_in(edition)[2:]:
        ReviewLimit.objects.create(edition=edition, screener=screener, is_out=True, set_at=MOMENT)
    assert "It takes 3 screeners" in text_of(sign_in(manager).get(url("ranking", edition)))


def test_screener_answers_on_the_page_until_the_end_and_takes_one_back(sign_in, edition, screeners, going):
    me = screeners[0]
    client, page = sign_in(me), url("comparing", edition)
    for place in range(going.each):
        shown = client.get(page)
        left, right = (idea for idea, _answers in shown.context["pair"])
        assert f"Pair {place + 1} of 7" in text_of(shown)
        assert all(words in text_of(shown) for words in (left.demand, right.title, "What to look at"))
        said = {"left": left.public_id, "right": right.public_id, "preference": "second"}
        assert client.post(page, said).url == page
    assert "You are done. Thank you!" in text_of(client.get(page))
    told = text_of(client.post(url("take_back_comparison", edition), follow=True))
    assert ("Pair 7 of 7" in told, "Here are the two again" in told) == (True, True)


def test_page_shows_criteria_and_no_maker_unit_or_energy(sign_in, edition, screeners, ideas, going):
    for idea in ideas:
        Person.objects.filter(pk=idea.submitter_id).update(name=f"Zebedee {idea.number}")
    shown = text_of(sign_in(screeners[0]).get(url("comparing", edition)))
    assert all(criterion.question in shown for criterion in edition.criteria.all())
    assert "Zebedee" not in shown


def test_double_click_on_the_page_shows_the_next_two(sign_in, edition, screeners, going):
    client, page = sign_in(screeners[0]), url("comparing", edition)
    left, right = two_for(going, screeners[0])
    said = {"left": left.public_id, "right": right.public_id, "preference": "equal"}
    assert [client.post(page, said).status_code for _ in range(2)] == [302, 302]
    assert Comparison.objects.count() == 1


@pytest.mark.parametrize("given", [{}, {"left": "nobody"}, {"left": "00000000-0000-4000-8000-000000000000"}])
def test_answer_about_no_close_call_is_not_found(sign_in, edition, screeners, going, given):
    assert sign_in(screeners[0]).post(url("comparing", edition), given).status_code == 404


def test_page_says_when_there_is_nothing_to_compare(sign_in, edition, manager, screeners, ranked):
    client, page = sign_in(screeners[0]), url("comparing", edition)
    assert "There are no close calls to compare." in text_of(client.get(page))
    assert client.post(page, {}).status_code == 403
    assert client.post(url("take_back_comparison", edition)).status_code == 404
    going = actions.open_comparing(edition=edition, by=manager, at=NEXT)
    say(going, screeners[0])
    actions.close_comparing(edition=edition, by=manager, at=AFTER)
    told = text_of(client.get(page))
    assert ("The comparing of close calls is closed." in told, "You compared 1 pair." in told) == (True, True)


def test_who_is_tied_to_nearly_all_reads_that_others_compare_them(sign_in, edition, screeners, ideas, going):
    for idea in ideas[1:]:
        make_energy(idea=idea, person=screeners[0])
    told = text_of(sign_in(screeners[0]).get(url("comparing", edition)))
    assert "There is nothing to compare for you" in told


def test_deeds_are_for_who_may(sign_in, edition, manager, screeners, going):
    stranger = sign_in(make_person())
    assert stranger.get(url("comparing", edition)).status_code == 403
    for name in ("open_comparing", "close_comparing", "take_back_comparison"):
        assert stranger.post(url(name, edition)).status_code == 403
        assert stranger.get(url(name, edition)).status_code == 405
    assert sign_in(screeners[0]).post(url("close_comparing", edition)).status_code == 403


def test_reviews_page_and_my_page_lead_to_the_close_calls(sign_in, edition, screeners, ideas, going):
    client = sign_in(screeners[0])
    for page in (url("reviews", edition), reverse("front:my_page")):
        assert url("comparing", edition) in text_of(client.get(page))
    make_comparisons(going, screeners[:1], ideas)
    for page in (url("reviews", edition), reverse("front:my_page")):
        assert url("comparing", edition) not in text_of(client.get(page))


def test_minutes_tell_that_close_calls_were_compared_not_by_whom(sign_in, manager, screeners, ideas, going):
    client, edition = sign_in(manager), going.edition
    assert "Close calls compared" not in text_of(client.get(url("minutes", edition)))
    make_comparisons(going, screeners, ideas)
    actions.close_comparing(edition=edition, by=manager, at=AFTER)
    told = text_of(client.get(url("minutes", edition)))
    assert "Ideas: 7. Screeners: 4. Comparisons: 28." in told
    assert "as advice and changed no place in it" in told


def test_screener_takes_their_own_comparisons_along(sign_in, screeners, going):
    from datamatch.screening.queries.own import own_reviews

    one = say(going, screeners[0], Preference.EQUAL)
    told = own_reviews(screeners[0])["comparisons"]
    assert told == [
        {"first__title": one.first.title, "second__title": one.second.title, "preference": "equal", "given_at": AFTER}
    ]
    assert own_reviews(screeners[1])["comparisons"] == []


def many(number):
    """Return an edition with so many close calls more than the fewest, all compared, and one of its screeners."""
    edition = make_edition(stage=Stage.SCREENING)
    manager, screeners = make_manager(edition), [make_screener(edition) for _ in range(2 + number)]
    make_reviewed([make_idea(edition=edition) for _ in range(3 + number)], screeners, best_first=False)
    make_calibration(edition, manager)
    going = actions.open_comparing(edition=edition, by=manager, at=NEXT)
    for screener in screeners:
        say(going, screener)
    return edition, manager, screeners[0]


@pytest.mark.parametrize(("name", "closed"), [("comparing", False), ("ranking", False), ("ranking", True)])
def test_pages_cost_the_same_for_one_and_three(sign_in, name, closed):
    counts = []
    for number in (1, 3):
        edition, manager, screener = many(number)
        if closed:
            actions.close_comparing(edition=edition, by=manager, at=AFTER)
        client = sign_in(screener if name == "comparing" else manager)
        client.get(url(name, edition))
        with CaptureQueriesContext(connection) as seen:
            client.get(url(name, edition))
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert counts[0] < 70
