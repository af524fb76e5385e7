"""Screeners say what they find of each other's reviews, and take it back; each refusal says why."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import MakersKnown, Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import IdeaState
from datamatch.screening import actions
from datamatch.screening.enums import AssignmentState, Finding, Stance, Tie
from datamatch.screening.models import Opinion
from tests.factories.editions import make_screener
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person, make_unit
from tests.factories.screening import change_review, make_decision, make_opinion, make_review

pytestmark = pytest.mark.django_db
NEXT, AFTER = later(days=1), later(days=2)
VAGUE = {"stance": "", "reason": "", "findings": [Finding.VAGUE]}
AGAINST = {"stance": Stance.DISAGREE, "reason": "The data are there.", "findings": []}


def text_of(answer):
    return " ".join(answer.content.decode().split())


def reader_of(review):
    return review.assignment.screener


def page_of(review):
    return reverse("screening:review", args=[review.assignment.public_id])


def url(review, name="opinion"):
    return reverse(f"screening:{name}", args=[review.public_id])


def say(review, by, at=NEXT, **said):
    return actions.give_opinion(review=review, by=by, at=at, **VAGUE | said)


def test_opinion_is_said_changed_and_taken_back_on_its_page(sign_in, mine, theirs):
    client = sign_in(reader_of(mine))
    assert url(theirs) in text_of(client.get(page_of(mine)))
    asked = text_of(client.get(url(theirs)))
    assert "Not much of a plan." in asked
    assert reader_of(theirs).name not in asked
    given = {"stance": "disagree", "reason": "The data are there.", "findings": ["unkind", "short"]}
    given["read"] = theirs.given_at.isoformat()
    assert client.post(url(theirs), given).url == page_of(mine)
    opinion = Opinion.objects.get()
    assert (opinion.stance, opinion.reason, opinion.findings) == (
        "disagree",
        "The data are there.",
        ["short", "unkind"],
    )
    assert "not agreed, because: The data are there." in text_of(client.get(page_of(mine)))
    assert client.post(url(theirs), given | {"stance": "agree", "reason": ""}).url == page_of(mine)
    assert (Opinion.objects.get().pk, Opinion.objects.get().stance) == (opinion.pk, "agree")
    assert client.post(url(theirs, "take_back_opinion")).url == page_of(mine)
    assert Opinion.objects.count() == 0
    assert client.post(url(theirs, "take_back_opinion")).status_code == 404
    deeds = list(TrailEntry.objects.filter(deed__startswith="opinion").values_list("deed", "details"))
    assert deeds == [("opinion.given", {}), ("opinion.changed", {}), ("opinion.taken_back", {})]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({}, "Say whether you agree, or what you find of the words."),
        ({"stance": "disagree"}, "Say in a few words why you disagree."),
        ({"stance": "agree", "reason": "Hm."}, "A reason goes with “I disagree”."),
        ({"findings": ["clear", "vague"]}, "Words are clear or vague, not both."),
        ({"stance": "disagree", "reason": "Ask MY NAME."}, "Leave your name out"),
    ],
)
def test_what_cannot_be_said_so_is_told_at_its_field_and_kept(sign_in, mine, theirs, wrong, told):
    me = reader_of(mine)
    wrong = {key: value.replace("MY NAME", me.name) if key == "reason" else value for key, value in wrong.items()}
    answer = sign_in(me).post(url(theirs), {"read": theirs.given_at.isoformat(), **wrong})
    assert answer.status_code == 422
    assert told in text_of(answer)
    assert wrong.get("reason", "") in text_of(answer)
    with pytest.raises(Refused, match=told[:20]):
        say(theirs, me, **{"findings": [], **wrong})
    assert Opinion.objects.count() == 0


def test_review_that_changed_meanwhile_is_read_again_first(sign_in, mine, theirs):
    client = sign_in(reader_of(mine))
    given = {"findings": ["vague"], "read": theirs.given_at.isoformat()}
    change_review(theirs, "Name the first step, and by when.")
    answer = client.post(url(theirs), given)
    assert answer.status_code == 422
    assert "This review changed while you read it." in text_of(answer)
    assert "Name the first step" in text_of(answer)
    assert Opinion.objects.count() == 0
    theirs.refresh_from_db()
    assert f'name="read" value="{theirs.given_at.isoformat()}"' in text_of(answer)


def test_of_a_review_without_words_one_says_that_it_is_too_short(sign_in, mine):
    bare = make_review(idea=mine.assignment.idea)
    answer = text_of(sign_in(reader_of(mine)).get(url(bare)))
    assert ('value="short"' in answer, 'value="vague"' in answer) == (True, False)
    with pytest.raises(Refused, match="has no words"):
        say(bare, reader_of(mine))
    assert say(bare, reader_of(mine), findings=["short"]).findings == ["short"]


def test_only_who_reviewed_the_idea_says_something_and_never_of_the_own_review(sign_in, shown, mine, theirs):
    idea = mine.assignment.idea
    stranger, asked = make_screener(shown), make_review(idea=idea).assignment
    asked.state = AssignmentState.OPEN
    asked.save()
    for somebody, why in (
        (make_person(), "Only who gave a review of this idea"),
        (stranger, "Only who gave a review of this idea"),
        (idea.submitter, "Only who gave a review of this idea"),
        (asked.screener, "First give your own review"),
        (reader_of(theirs), "This is your own review"),
    ):
        with pytest.raises(Refused, match=why):
            say(theirs, somebody)
        client = sign_in(somebody)
        assert client.get(url(theirs)).status_code == 403
        assert client.post(url(theirs), {"findings": ["vague"]}).status_code == 403
        assert client.post(url(theirs, "take_back_opinion")).status_code == 403


def test_nothing_is_said_where_screeners_do_not_read_each_other(sign_in, shown, manager, mine, theirs):
    make_opinion(review=mine, by=reader_of(theirs))
    actions.set_ground_rules(edition=shown, minded=Tie.values, shows_reviews=False, by=manager, at=MOMENT)
    with pytest.raises(Refused, match="do not see what others gave"):
        say(theirs, reader_of(mine))
    client = sign_in(reader_of(mine))
    assert client.get(url(theirs)).status_code == 403
    assert "What colleagues say of your review" not in text_of(client.get(page_of(mine)))
    reviews = reverse("screening:reviews", args=[shown.slug])
    assert "colleagues say something of it" not in text_of(client.get(reviews))


def test_review_that_was_handed_back_is_not_spoken_of(mine, theirs):
    actions.step_back(assignment=theirs.assignment, by=reader_of(theirs), at=NEXT, reason="I know them.")
    with pytest.raises(Refused, match="handed back"):
        say(theirs, reader_of(mine))


def test_tied_screener_says_nothing(mine, theirs):
    me, unit = reader_of(mine), make_unit()
    for person in (me, theirs.assignment.idea.submitter):
        person.profile.unit = unit
        person.profile.save()
    with pytest.raises(Refused, match="You have a tie with this idea"):
        say(theirs, me)


def test_who_knows_the_makers_says_nothing(shown, mine, theirs):
    shown.makers_known = MakersKnown.REVIEW
    shown.save()
    change_review(mine, "Say who keeps the data, and where.")
    theirs.refresh_from_db()
    with pytest.raises(Refused, match="You know by now who made this idea"):
        say(theirs, reader_of(mine))


def test_withdrawn_idea_is_not_spoken_of(mine, theirs):
    idea = theirs.assignment.idea
    idea.state = IdeaState.WITHDRAWN
    idea.save()
    with pytest.raises(Refused, match="was withdrawn"):
        say(theirs, reader_of(mine))


@pytest.mark.parametrize("told", ["closed", "sent"])
def test_after_the_screening_or_the_letter_it_stays_as_it_was_said(sign_in, shown, mine, theirs, told):
    me, idea = reader_of(mine), mine.assignment.idea
    said = say(theirs, me)
    if told == "sent":
        make_decision(idea=idea, published_at=NEXT)
        why = "The letter about this idea is sent"
    else:
        shown.stage, why = Stage.MATCHING, "The screening is closed"
        shown.save()
    said = Opinion.objects.get(pk=said.pk)
    with pytest.raises(Refused, match=why):
        say(said.review, me)
    with pytest.raises(Refused, match=why):
        actions.take_back_opinion(opinion=said, by=me, at=AFTER)
    client = sign_in(me)
    answer = text_of(client.get(url(theirs)))
    assert (why in answer, "Take back what you said" in answer) == (True, False)
    assert client.post(url(theirs), {"findings": ["vague"]}).status_code == 403
    assert "What you said of review 1" in text_of(client.get(page_of(mine)))


def test_only_who_said_it_takes_it_back_and_once(mine, theirs):
    said = say(theirs, reader_of(mine))
    with pytest.raises(Refused, match="Somebody else said this"):
        actions.take_back_opinion(opinion=said, by=reader_of(theirs), at=NEXT)
    kept = Opinion.objects.get()
    actions.take_back_opinion(opinion=said, by=reader_of(mine), at=NEXT)
    with pytest.raises(Refused, match="already"):
        actions.take_back_opinion(opinion=kept, by=reader_of(mine), at=NEXT)
