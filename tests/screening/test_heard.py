"""Who reads what is said of a review: its giver where nobody can be guessed, and who decides; never a name."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.foundation import privacy
from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import Finding
from tests.factories.editions import make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import later
from tests.factories.people import make_person
from tests.factories.screening import change_review, make_opinion, make_review

pytestmark = pytest.mark.django_db
NEXT = later(days=1)
AGAINST = {"stance": "disagree", "reason": "The data are there.", "findings": []}


def text_of(answer):
    return " ".join(answer.content.decode().split())


def reader_of(review):
    return review.assignment.screener


def page_of(review):
    return reverse("screening:review", args=[review.assignment.public_id])


def test_who_gave_the_review_reads_it_only_when_two_others_could_have_said_it(sign_in, shown, mine, theirs):
    make_opinion(review=mine, by=reader_of(theirs), **AGAINST)
    client, reviews = sign_in(reader_of(mine)), reverse("screening:reviews", args=[shown.slug])
    answer = text_of(client.get(page_of(mine)))
    assert ("The data are there." in answer, "at least 2 others gave one" in answer) == (False, True)
    assert "colleagues say something of it" not in text_of(client.get(reviews))
    third = make_review(idea=mine.assignment.idea)
    answer = text_of(client.get(page_of(mine)))
    assert ("Not agreed, because:" in answer, "The data are there." in answer) == (True, True)
    assert [name for name in (reader_of(theirs).name, reader_of(third).name) if name in answer] == []
    assert "colleagues say something of it" in text_of(client.get(reviews))
    actions.step_back(assignment=third.assignment, by=reader_of(third), at=NEXT, reason="I know them.")
    assert "The data are there." not in text_of(client.get(page_of(mine)))


def test_together_they_are_one_voice_without_numbers_and_another_after_a_change(sign_in, mine, theirs):
    third = make_review(idea=mine.assignment.idea)
    for other in (theirs, third):
        make_opinion(review=mine, by=reader_of(other), stance="agree", findings=["unkind"])
    client = sign_in(reader_of(mine))
    answer = text_of(client.get(page_of(mine)))
    assert ("unfriendly" in answer, "2 colleagues agree" in answer) == (True, False)
    assert "You can still write your words otherwise" in answer
    change_review(mine, "Tell who keeps the data, please.")
    answer = text_of(client.get(page_of(mine)))
    assert "Before you changed it last, this was said:" in answer
    assert "You can still write your words otherwise" not in answer
    assert "Does it still hold?" in text_of(sign_in(reader_of(theirs)).get(page_of(theirs)))


def test_manager_reads_it_beside_the_words_and_in_the_lists_without_names(sign_in, shown, manager, mine, theirs):
    make_opinion(review=mine, by=reader_of(theirs), **AGAINST | {"findings": ["unkind"]})
    client, decisions = sign_in(manager), reverse("screening:decisions", args=[shown.slug])
    decide = reverse("screening:decide", args=[mine.assignment.idea.public_id])
    answer = text_of(client.get(decide))
    told = ("Colleagues stumble over these words", "unfriendly", "The data are there.")
    assert [words for words in told if words not in answer] == []
    assert [review for review in (mine, theirs) if reader_of(review).name in answer] == []
    assert "words to look at" in text_of(client.get(decisions))
    change_review(mine, "Tell who keeps the data, please.")
    answer = text_of(client.get(decide))
    assert "Before this review was changed, colleagues said of it:" in answer
    assert "Colleagues stumble" not in answer
    assert "words to look at" not in text_of(client.get(decisions))


def test_clear_words_and_disagreement_alone_are_no_words_to_look_at(shown, manager, mine, theirs):
    make_opinion(review=mine, by=reader_of(theirs), stance="disagree", reason="No.", findings=["clear"])
    assert queries.ideas_with_words_to_mend(shown, to=manager) == set()


def test_what_was_said_counts_no_more_when_who_said_it_steps_back(mine, theirs, manager):
    make_opinion(review=mine, by=reader_of(theirs))
    assert queries.heard_of(mine).now.findings == (Finding.VAGUE,)
    actions.step_back(assignment=theirs.assignment, by=reader_of(theirs), at=NEXT, reason="I know them.")
    assert not queries.heard_of(mine).now
    assert [bool(one.now) for one in queries.heard_on(mine.assignment.idea, to=manager)] == [False]


def test_manager_who_gave_the_review_guesses_nobody_either(sign_in, manager, mine):
    idea = mine.assignment.idea
    own = make_review(idea=idea, screener=manager, remark="Weak.")
    make_opinion(review=own, by=reader_of(mine), **AGAINST | {"findings": ["unkind"]})
    decide = reverse("screening:decide", args=[idea.public_id])
    client = sign_in(manager)
    assert "The data are there." not in text_of(client.get(decide))
    assert queries.ideas_with_words_to_mend(idea.edition, to=manager) == set()
    make_review(idea=idea)
    assert "The data are there." in text_of(client.get(decide))


def test_tied_manager_reads_the_words_and_not_what_is_said_of_them(sign_in, shown, manager, mine, theirs):
    idea = mine.assignment.idea
    make_opinion(review=mine, by=reader_of(theirs), **AGAINST | {"findings": ["unkind"]})
    actions.declare_conflict(idea=idea, by=manager, at=NEXT, reason="My brother wrote it.")
    assert rules.why_not_read_opinions(idea=idea, by=manager) is not None
    answer = text_of(sign_in(manager).get(reverse("screening:decide", args=[idea.public_id])))
    assert ("Say who keeps the data." in answer, "The data are there." in answer) == (True, False)
    assert queries.ideas_with_words_to_mend(shown, to=manager) == set()
    assert rules.why_not_read_opinions(idea=idea, by=reader_of(mine)) is not None


def test_export_tells_who_said_it_and_nobody_else(mine, theirs):
    make_opinion(review=theirs, by=reader_of(mine), **AGAINST)
    told = [privacy.tale_of(reader_of(one))["opinions on reviews"] for one in (mine, theirs)]
    assert [[(row["stance"], row["reason"]) for row in rows] for rows in told] == [
        [("disagree", "The data are there.")],
        [],
    ]


def test_database_keeps_one_opinion_and_a_reason_with_each_disagreement(mine, theirs):
    me = reader_of(mine)
    make_opinion(review=theirs, by=me)
    for wrong in (
        {"by": me},
        {"by": make_person(), "stance": "disagree"},
        {"by": make_person(), "stance": "agree", "reason": "Because."},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_opinion(review=theirs, **wrong)


@pytest.mark.parametrize("which", ["review", "decide", "decisions", "reviews"])
def test_more_opinions_cost_no_more_queries(sign_in, shown, manager, which):
    me, costs = make_screener(shown), []
    for count in (1, 3):
        idea = make_idea(edition=shown)
        mine = make_review(idea=idea, screener=me, remark="Who keeps the data?")
        others = [make_review(idea=idea, remark="Vague.") for _ in range(count + 1)]
        for other in others:
            make_opinion(review=mine, by=reader_of(other))
            make_opinion(review=other, by=me)
        address = {
            "review": page_of(mine),
            "decide": reverse("screening:decide", args=[idea.public_id]),
            "decisions": reverse("screening:decisions", args=[shown.slug]),
            "reviews": reverse("screening:reviews", args=[shown.slug]),
        }[which]
        client = sign_in(me if which in {"review", "reviews"} else manager)
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(address).status_code == 200
        costs.append(len(asked))
    assert costs[0] == costs[1]
