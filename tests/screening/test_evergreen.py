"""An idea that is sent again brings the reasons of then along: words and criteria, never a score or a name."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.front.queries.trace import trace_of
from datamatch.post.models import Letter
from datamatch.screening import queries
from datamatch.screening.enums import Outcome
from tests.factories.editions import make_criterion, make_edition, make_manager, make_screener
from tests.factories.ideas import make_coauthor, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.screening import make_assignment, make_decision, make_review

pytestmark = pytest.mark.django_db
CHANGED = "Now with the register."


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def maker():
    return make_person(name="Bas Bakker")


@pytest.fixture
def earlier(maker):
    """An idea of an edition that is over: declined, with two reviews."""
    edition = make_edition(stage=Stage.CLOSED, criteria=0, name="DataMatch One")
    make_criterion(edition=edition, position=0, name_en="Demand", slug="demand")
    make_criterion(edition=edition, position=1, name_en="Feasibility", slug="feasibility")
    idea = make_idea(edition=edition, submitter=maker, title="Bees")
    scores = {"demand": 5, "feasibility": 2}
    make_review(idea=idea, scores=scores, remark="Say who keeps the data.")
    make_review(idea=idea, scores=scores, remark="Ask Bas Bakker about bees.")
    return idea


@pytest.fixture
def declined(earlier):
    return make_decision(
        idea=earlier, outcome=Outcome.NO, published_at=MOMENT, composed=True, prepared=True, reason="Made of criteria."
    )


@pytest.fixture
def again(edition, earlier, maker):
    """The same idea in an edition that is in screening."""
    return make_idea(edition=edition, submitter=maker, title="Bees", earlier=earlier, what_changed=CHANGED)


@pytest.fixture
def page(sign_in, again, edition):
    """Return the page on which a screener reads it."""

    def look():
        me = make_screener(edition)
        assignment = make_assignment(idea=again, screener=me)
        return text_of(sign_in(me).get(reverse("screening:review", args=[assignment.public_id])))

    return look


def test_new_idea_has_nothing_before(edition):
    assert queries.before_of(make_idea(edition=edition)) is None


@pytest.mark.usefixtures("declined")
def test_screener_reads_what_changed_and_the_reasons_of_then(page):
    told = page()
    assert "Sent before, in DataMatch One" in told
    assert CHANGED in told
    assert "There is most to win on “Feasibility”." in told
    assert "Say who keeps the data." in told
    assert "Not this time" in told


@pytest.mark.usefixtures("declined")
def test_no_name_score_or_way_to_the_earlier_idea_is_told(page, earlier, maker):
    told = page()
    assert ("Ask Bas" in told, maker.name in told, maker.email in told) == (False, False, False)
    assert "A text with the name of a maker is left out." in told
    assert str(earlier.public_id) not in told
    for reviewer in queries.reviews_of(earlier):
        assert reviewer.assignment.screener.name not in told
    before = queries.before_of(earlier.later.get())
    assert not any(number in before.told for number in ("5.0", "2.0", "5 of 5", "2 of 5"))


@pytest.mark.usefixtures("declined")
def test_words_about_the_change_with_the_name_of_any_maker_stay_away(again, edition):
    make_coauthor(idea=again, person=make_person(name="Eva de Wit"))
    again.what_changed = "Eva de Wit joined."
    again.save()
    before = queries.before_of(again)
    assert (before.what_changed, before.left_out) == ("", True)


def test_nothing_that_was_not_published_is_told(page, earlier):
    make_decision(idea=earlier, outcome=Outcome.NO, reason="Secret so far.")
    told = page()
    assert "Nothing was told about it yet." in told
    assert ("Secret so far" in told, "Say who keeps the data" in told) == (False, False)


def test_reason_in_own_words_is_told_as_it_was(again, earlier):
    make_decision(idea=earlier, outcome=Outcome.NO, published_at=MOMENT, reason="The register was closed.")
    assert queries.before_of(again).reason == "The register was closed."


@pytest.mark.usefixtures("declined")
def test_manager_who_decides_reads_it_too(sign_in, again, edition):
    client = sign_in(make_manager(edition))
    told = text_of(client.get(reverse("screening:decide", args=[again.public_id])))
    assert ("Sent before, in DataMatch One" in told, CHANGED in told) == (True, True)


@pytest.mark.usefixtures("declined")
def test_file_for_a_screener_holds_it(again, edition):
    me = make_screener(edition)
    make_assignment(idea=again, screener=me)
    row = queries.offline_sheets(me, edition)[1].rows[0]
    assert CHANGED in row[-1]
    assert "Bas Bakker" not in str(row)


@pytest.fixture
def letter(declined, maker):
    said = {"language": "en", "outcome": Outcome.NO, "subject": "Not chosen", "body": "Dear Bas", "written_at": MOMENT}
    return Letter.objects.create(decision=declined, to=maker, sent_at=MOMENT, **said)


def test_maker_finds_the_earlier_try_and_its_letter_in_the_trace(again, earlier, maker, letter):
    moments = {moment.title: moment for moment in trace_of(again, by=maker)}
    before = moments["It was sent before, in DataMatch One"]
    assert (before.text, before.url) == (
        f"What is different now: {CHANGED}",
        reverse("front:trace", args=[earlier.public_id]),
    )
    assert moments["The letter was sent"].url == reverse("post:letter", args=[letter.public_id])


def test_nobody_else_finds_the_earlier_try_while_authors_are_hidden(again, letter):
    titles = [moment.title for moment in trace_of(again, by=make_person())]
    assert not any("sent before" in title for title in titles)
    assert "The letter was sent" not in titles


def test_letter_with_a_no_offers_to_send_it_again(sign_in, letter, maker, earlier):
    address = reverse("post:letter", args=[letter.public_id])
    assert reverse("ideas:again", args=[earlier.public_id]) in text_of(sign_in(maker).get(address))
    Letter.objects.update(outcome=Outcome.YES)
    assert reverse("ideas:again", args=[earlier.public_id]) not in text_of(sign_in(maker).get(address))
