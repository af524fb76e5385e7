"""Names of makers, readers and fellow readers are shown when the edition says so, in every place, and not before."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import FellowsKnown, MakersKnown, ReadersKnown, Stage
from datamatch.foundation.refusal import Refused
from datamatch.screening import actions, rules
from tests.factories.editions import make_edition, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit
from tests.factories.screening import make_assignment, make_decision, make_review

pytestmark = pytest.mark.django_db
MAKER, FELLOW = "Zebedee Quillfeather", "Leopold Winterbourne"


class Round:
    """An edition with one idea, its maker, a screener who is asked, and another who gave a review."""

    def __init__(self, stage=Stage.SCREENING, **names):
        self.edition = make_edition(stage=stage, **names)
        self.maker = make_person(name=MAKER, unit=make_unit(name="Directorate of Whispers"))
        self.idea = make_idea(edition=self.edition, submitter=self.maker, unit_name="Directorate of Whispers")
        self.screener = make_screener(self.edition)
        self.asked = make_assignment(idea=self.idea, screener=self.screener)
        make_review(idea=self.idea, screener=make_screener(self.edition, make_person(name=FELLOW)))

    def review(self):
        """Let the screener give the review."""
        scores = {criterion.slug: 3 for criterion in self.edition.criteria.all()}
        return actions.give_review(assignment=self.asked, by=self.screener, at=MOMENT, scores=scores)

    def pages(self):
        """Return the addresses at which a screener could read who made the idea."""
        return [
            reverse("screening:review", args=[self.asked.public_id]),
            reverse("ideas:idea", args=[self.idea.public_id]),
            reverse("front:trace", args=[self.idea.public_id]),
        ]


def shown(client, pages, word):
    """Return for each page whether it holds this word."""
    return [word in client.get(page).content.decode() for page in pages]


def test_screener_learns_the_makers_after_their_own_review(sign_in):
    world = Round(makers_known=MakersKnown.REVIEW)
    client = sign_in(world.screener)
    for word in (MAKER, "Whispers"):
        assert not any(shown(client, world.pages(), word))
    world.review()
    assert all(shown(client, world.pages(), MAKER))
    client = sign_in(make_person())
    assert not any(shown(client, world.pages()[1:], MAKER))


def test_review_is_final_once_the_makers_are_known():
    world = Round(makers_known=MakersKnown.REVIEW)
    assert rules.why_not_review(assignment=world.asked, by=world.screener) is None
    world.review()
    assert rules.why_not_review(assignment=world.asked, by=world.screener) == (
        "You know by now who made this idea. Your review stays as you gave it."
    )
    with pytest.raises(Refused):
        world.review()


def test_review_may_be_changed_where_the_makers_stay_hidden(sign_in):
    world = Round()
    world.review()
    world.review()
    assert not any(shown(sign_in(world.screener), world.pages(), MAKER))


def test_screener_never_learns_the_makers_where_the_edition_says_so(sign_in):
    world = Round(Stage.MATCHING, makers_known=MakersKnown.NEVER)
    client = sign_in(world.screener)
    assert not any(shown(client, world.pages(), MAKER))
    by_unit = reverse("ideas:ideas", args=[world.edition.slug]) + f"?unit={make_unit().slug}"
    assert world.idea.title in client.get(by_unit).content.decode()  # the filter narrows nothing for them
    assert all(shown(sign_in(make_person()), world.pages()[1:], MAKER))


def test_everybody_learns_the_makers_with_the_shortlist(sign_in):
    world = Round(Stage.MATCHING)
    assert all(shown(sign_in(world.screener), world.pages()[1:], MAKER))


@pytest.mark.parametrize("known", FellowsKnown)
def test_screener_learns_who_else_read_it_after_their_own_review(sign_in, known):
    world = Round(fellows_known=known)
    client, page = sign_in(world.screener), world.pages()[:1]
    assert rules.why_not_see_fellows(assignment=world.asked, by=world.screener)
    assert shown(client, page, FELLOW) == [False]
    world.review()
    assert shown(client, page, FELLOW) == [known == FellowsKnown.REVIEW]


@pytest.mark.parametrize("known", ReadersKnown)
def test_makers_learn_who_read_it_with_the_letter(sign_in, known):
    world = Round(Stage.MATCHING, readers_known=known)
    page = world.pages()[2:]
    assert rules.why_not_see_readers(idea=world.idea, by=world.maker)
    assert shown(sign_in(world.maker), page, FELLOW) == [False]
    make_decision(idea=world.idea, published_at=MOMENT)
    assert shown(sign_in(world.maker), page, FELLOW) == [known == ReadersKnown.LETTER]
    assert shown(sign_in(make_person()), page, FELLOW) == [False]


def test_promise_to_a_screener_is_what_the_edition_does(sign_in):
    world = Round(makers_known=MakersKnown.REVIEW, readers_known=ReadersKnown.LETTER)
    page = sign_in(world.screener).get(world.pages()[0]).content.decode()
    assert "After your review you see who made the idea" in page
    assert "Once the letters are sent, the makers see who read their idea" in page
    assert "never learn" not in page
