"""Pages of screening: for screeners and for managers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format

from datamatch.editions.enums import Stage
from datamatch.screening.enums import AssignmentState, Outcome
from datamatch.screening.models import Assignment, Calibration, Decision, GroundRules, Review
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY
from tests.factories.people import make_person
from tests.factories.screening import make_assignment, make_calibration, make_decision, make_review, make_reviewed

pytestmark = pytest.mark.django_db


def text_of(answer):
    return " ".join(answer.content.decode().split())


def answers(idea, score="4", **given):
    scores = {f"criterion-{criterion.slug}": score for criterion in idea.edition.criteria.all()}
    return scores | {"confidence": "2", "remark": ""} | given


def test_reviews_page_says_how_far_i_am_and_what_is_next(sign_in, edition):
    me = make_screener(edition)
    make_review(idea=make_idea(edition=edition), screener=me)
    following = make_assignment(idea=make_idea(edition=edition), screener=me)
    page = sign_in(me).get(reverse("screening:reviews", args=[edition.slug]))
    assert "1 of 2" in text_of(page)
    assert page.context["next"] == following
    assert reverse("screening:review", args=[following.public_id]) in text_of(page)


def test_reviews_page_has_a_clear_end(sign_in, edition):
    me = make_screener(edition)
    make_review(idea=make_idea(edition=edition), screener=me)
    page = text_of(sign_in(me).get(reverse("screening:reviews", args=[edition.slug])))
    assert "You are done. Thank you!" in page
    assert "Next review" not in page


def test_end_tells_what_happens_now(sign_in, edition):
    me = make_screener(edition)
    assignment = make_assignment(idea=make_idea(edition=edition), screener=me)
    client, end = sign_in(me), reverse("screening:ending", args=[edition.slug])
    assert client.get(end).url == reverse("screening:reviews", args=[edition.slug])
    scores = {f"criterion-{one.slug}": "4" for one in edition.criteria.all()}
    review = reverse("screening:review", args=[assignment.public_id])
    page = client.post(review, scores | {"confidence": "2"}, follow=True)
    assert page.redirect_chain[-1][0] == end
    told = text_of(page)
    assert "You read 1 idea with attention" in told
    assert "You may still change a review" in told
    assert "until the programme manager closes the screening" in told
    assert date_format(edition.pitch_on, "j F Y") in told


def test_end_tells_until_when_and_later_what_became_of_it(sign_in, edition):
    me = make_screener(edition)
    GroundRules.objects.create(edition=edition, reviews_due_on=DAY)
    make_review(idea=make_idea(edition=edition), screener=me)
    client, end = sign_in(me), reverse("screening:ending", args=[edition.slug])
    assert f"We read the reviews on {date_format(DAY, 'j F Y')}" in text_of(client.get(end))
    edition.stage = Stage.MATCHING
    edition.save()
    told = text_of(client.get(end))
    assert ("The screening is closed" in told, "You may still change" in told) == (True, False)


def test_end_is_for_who_gave_reviews(sign_in, edition):
    answer = sign_in(make_person()).get(reverse("screening:ending", args=[edition.slug]))
    assert answer.url == reverse("screening:reviews", args=[edition.slug])


def test_reviews_page_without_reviews_says_what_will_come(sign_in, edition):
    page = text_of(sign_in(make_person()).get(reverse("screening:reviews", args=[edition.slug])))
    assert "No reviews are asked of you" in page


def test_review_page_shows_the_idea_and_five_labelled_anchors(sign_in, edition):
    assignment = make_assignment(idea=make_idea(edition=edition))
    page = text_of(sign_in(assignment.screener).get(reverse("screening:review", args=[assignment.public_id])))
    assert assignment.idea.demand in page
    assert all(anchor in page for anchor in ["1. weak", "2. fair", "3. sufficient", "4. good", "5. excellent"])


def test_kept_review_leads_to_the_next_idea(sign_in, edition):
    me = make_screener(edition)
    first, second = (make_assignment(idea=make_idea(edition=edition), screener=me) for _ in range(2))
    done = sign_in(me).post(reverse("screening:review", args=[first.public_id]), answers(first.idea, remark="Good."))
    assert done.url == reverse("screening:review", args=[second.public_id])
    assert Review.objects.get().remark == "Good."


def test_last_review_leads_to_the_end(sign_in, edition):
    assignment = make_assignment(idea=make_idea(edition=edition))
    address = reverse("screening:review", args=[assignment.public_id])
    done = sign_in(assignment.screener).post(address, answers(assignment.idea))
    assert done.url == reverse("screening:ending", args=[edition.slug])


def test_incomplete_review_comes_back_with_what_was_typed(sign_in, edition):
    assignment = make_assignment(idea=make_idea(edition=edition))
    address = reverse("screening:review", args=[assignment.public_id])
    page = sign_in(assignment.screener).post(address, {"confidence": "2", "remark": "Half a thought"})
    assert page.status_code == 422
    assert "Half a thought" in text_of(page)
    assert "Choose what fits best for this criterion." in text_of(page)


def test_review_that_was_given_is_shown_again(sign_in, edition):
    review = make_review(idea=make_idea(edition=edition), remark="Nearly there.")
    page = sign_in(review.assignment.screener).get(reverse("screening:review", args=[review.assignment.public_id]))
    assert "Nearly there." in text_of(page)
    assert "Keep the change" in text_of(page)


def test_remark_with_my_name_is_shown_as_an_error(sign_in, edition):
    assignment = make_assignment(idea=make_idea(edition=edition))
    address = reverse("screening:review", args=[assignment.public_id])
    page = sign_in(assignment.screener).post(
        address, answers(assignment.idea, remark=f"Greetings, {assignment.screener.name}")
    )
    assert page.status_code == 422
    assert "Leave your name out" in text_of(page)


def test_review_of_somebody_else_is_refused(sign_in, edition):
    assignment = make_assignment(idea=make_idea(edition=edition))
    page = sign_in(make_screener(edition)).get(reverse("screening:review", args=[assignment.public_id]))
    assert page.status_code == 403
    assert "This review was asked of somebody else." in text_of(page)


def test_stepping_back_asks_for_the_reason(sign_in, edition):
    assignment = make_assignment(idea=make_idea(edition=edition))
    client, address = sign_in(assignment.screener), reverse("screening:step_back", args=[assignment.public_id])
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "I wrote it with them."})
    assignment.refresh_from_db()
    assert assignment.state == AssignmentState.ABSTAINED


def test_closed_screening_shows_my_review_without_a_form(sign_in, edition):
    review = make_review(idea=make_idea(edition=edition), remark="Well told.")
    edition.stage = Stage.MATCHING
    edition.save()
    page = text_of(
        sign_in(review.assignment.screener).get(reverse("screening:review", args=[review.assignment.public_id]))
    )
    assert "The screening is closed." in page
    assert "Well told." in page
    assert "Keep the change" not in page


def test_ranking_page_tells_place_score_chance_and_zone(sign_in, edition, manager, screeners, ideas):
    make_reviewed(ideas, screeners)
    make_calibration(edition, manager)
    page = text_of(sign_in(manager).get(reverse("screening:ranking", args=[edition.slug])))
    for words in ["Sure in", "To discuss", "Sure out", "of 10 draws", "The shortlist ends here", "the same place"]:
        assert words in page


def test_ranking_page_before_the_first_calculation_says_so(sign_in, edition, manager):
    page = text_of(sign_in(manager).get(reverse("screening:ranking", args=[edition.slug])))
    assert "There is no ranking yet" in page
    assert "Appoint at least 2 screeners first." in page


@pytest.mark.parametrize("name", ["ranking", "decisions"])
def test_ranking_and_decisions_are_for_managers(sign_in, edition, screeners, name):
    page = sign_in(screeners[0]).get(reverse(f"screening:{name}", args=[edition.slug]))
    assert page.status_code == 403
    assert "Only a programme manager sees the ranking." in text_of(page)


def test_manager_assigns_calculates_and_prepares_by_button(sign_in, edition, manager, screeners, ideas):
    client = sign_in(manager)
    page = client.post(reverse("screening:assign", args=[edition.slug]), follow=True)
    assert "14 reviews were asked." in text_of(page)
    Assignment.objects.all().delete()
    make_reviewed(ideas, screeners)
    client.post(reverse("screening:calibrate", args=[edition.slug]))
    client.post(reverse("screening:prepare", args=[edition.slug]))
    assert (Calibration.objects.count(), Decision.objects.count()) == (1, 7)


def test_shortfall_is_told_with_its_reason(sign_in, edition, manager):
    screener = make_screener(edition)
    make_screener(edition)
    idea = make_idea(edition=edition, submitter=screener)
    page = sign_in(manager).post(reverse("screening:assign", args=[edition.slug]), follow=True)
    assert f"{idea.title}: 1 review could not be asked. Too few screeners" in text_of(page)


def test_decisions_page_counts_and_filters(sign_in, edition, manager, ideas):
    make_decision(idea=ideas[0])
    make_decision(idea=ideas[1], outcome=Outcome.NO, reason="Too early.")
    client, address = sign_in(manager), reverse("screening:decisions", args=[edition.slug])
    assert client.get(address).context["tally"].undecided == 5
    page = text_of(client.get(address, {"outcome": "no"}))
    assert "Too early." in page
    assert ideas[0].title not in page


def test_departing_from_the_ranking_asks_why(sign_in, edition, manager, screeners, ideas):
    make_reviewed(ideas, screeners)
    make_calibration(edition, manager)
    client, address = sign_in(manager), reverse("screening:decide", args=[ideas[6].public_id])
    said = {"outcome": "yes", "reason": "It matters.", "motive": ""}
    assert "This differs from the ranking." in text_of(client.post(address, said))
    client.post(address, said | {"motive": "Nobody else looks at this."})
    assert Decision.objects.get().departs


def test_decision_page_shows_what_is_known_without_names(sign_in, edition, manager):
    idea = make_idea(edition=edition)
    review = make_review(idea=idea, remark="Ask the farmers.")
    page = text_of(sign_in(manager).get(reverse("screening:decide", args=[idea.public_id])))
    assert "Ask the farmers." in page
    assert review.assignment.screener.name not in page
    assert idea.submitter.name not in page


def count_queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_my_reviews_cost_the_same_for_one_and_three(sign_in, edition):
    me = make_screener(edition)
    client, address = sign_in(me), reverse("screening:reviews", args=[edition.slug])
    make_assignment(idea=make_idea(edition=edition), screener=me)
    one = count_queries(client, address)
    for _ in range(2):
        make_assignment(idea=make_idea(edition=edition), screener=me)
    assert count_queries(client, address) == one


@pytest.mark.parametrize("name", ["ranking", "decisions"])
def test_manager_pages_cost_the_same_for_one_and_three(sign_in, name):
    counts = []
    for number in (1, 3):
        edition = make_edition(stage=Stage.SCREENING, shortlist_size=1)
        manager, screeners = make_manager(edition), [make_screener(edition) for _ in range(2)]
        ideas = [make_idea(edition=edition) for _ in range(number)]
        make_reviewed(ideas, screeners)
        make_calibration(edition, manager)
        for idea in ideas:
            make_decision(idea=idea)
        counts.append(count_queries(sign_in(manager), reverse(f"screening:{name}", args=[edition.slug])))
    assert counts[0] == counts[1]
