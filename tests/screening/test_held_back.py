"""What the makers answer to screeners tells nobody who they are before that may be known."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import MakersKnown
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import MakersShown
from datamatch.ideas.queries.alone import BLACK
from datamatch.screening import actions, queries, rules
from datamatch.screening.models import AskBack
from tests.factories.editions import make_manager, make_screener
from tests.factories.moments import MOMENT
from tests.factories.screening import make_assignment
from tests.ideas.told import Told

pytestmark = pytest.mark.django_db
WORDS = "The register that Zebedee keeps at Whispers."


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    """Keep files in a folder of this test."""
    settings.FILES_FOLDER = tmp_path / "files"


class Asked(Told):
    """The same idea, with two screeners of whom one asked something that was answered."""

    def __init__(self, **plan):
        super().__init__(**plan)
        self.asker, self.other = make_screener(self.edition), make_screener(self.edition)
        self.reviews = {one: make_assignment(idea=self.idea, screener=one) for one in (self.asker, self.other)}
        self.asked = AskBack.objects.create(
            idea=self.idea, asked_by=self.asker, question="Which register?", asked_at=MOMENT, answer=WORDS,
            answered_by=self.maker, answered_at=MOMENT,
        )  # fmt: skip

    def hold(self, *, held=True, by=None):
        """Let the manager hold the answer back."""
        return actions.hold_answer_back(asked=self.asked, held=held, by=by or self.manager, at=MOMENT)

    def page(self, sign_in, screener):
        """Return the page of the review as this screener reads it."""
        address = reverse("screening:review", args=[self.reviews[screener].public_id])
        return sign_in(screener).get(address).content.decode()


def test_names_in_an_answer_are_blacked_out_for_every_screener(sign_in):
    world = Asked()
    for screener in (world.asker, world.other):
        page = world.page(sign_in, screener)
        assert f"The register that {BLACK} keeps at {BLACK}." in page
        assert WORDS not in page


def test_who_may_know_the_makers_reads_the_whole_answer():
    world = Asked(makers_known=MakersKnown.REVIEW)
    MakersShown.objects.create(idea=world.idea, person=world.asker, since=MOMENT)
    assert [one.answer for one in queries.questions_about(world.idea, to=world.asker)] == [WORDS]
    assert [one.answer == WORDS for one in queries.questions_about(world.idea, to=world.other)] == [False]


def test_names_in_a_question_do_not_turn_black_by_themselves(sign_in):
    """Else a screener could ask for names until one does."""
    world = Asked()
    AskBack.objects.filter(pk=world.asked.pk).update(question="Is it of Zebedee?")
    assert "Is it of Zebedee?" in world.page(sign_in, world.asker)


def test_answer_that_is_held_back_is_read_by_no_screener(sign_in):
    world = Asked()
    world.hold()
    page = world.page(sign_in, world.asker)
    assert "There is an answer, but it tells who made the idea." in page
    assert "The register that" not in page
    page = world.page(sign_in, world.other)
    assert ("Which register?" in page, "The register that" in page) == (False, False)
    world.hold(held=False)
    assert "The register that" in world.page(sign_in, world.other)


def test_holding_back_twice_is_done_once():
    world = Asked()
    for held in (True, True, False, False):
        world.hold(held=held)
    deeds = TrailEntry.objects.filter(deed__startswith="ask_back.").order_by("pk")
    assert list(deeds.values_list("deed", flat=True)) == ["ask_back.hold_back", "ask_back.show_again"]


def test_only_a_manager_of_an_idea_of_others_holds_an_answer_back():
    world = Asked()
    assert rules.why_not_hold_back_answer(asked=world.asked, by=world.asker)
    make_manager(world.edition, world.maker)
    with pytest.raises(Refused, match="This is your own idea"):
        world.hold(by=world.maker)
    world.asked.answered_at = None
    assert rules.why_not_hold_back_answer(asked=world.asked, by=world.manager) == "This question is not answered yet."


def test_makers_see_what_others_read_of_their_answer(sign_in):
    world = Asked()
    client, address = sign_in(world.maker), reverse("screening:answer", args=[world.asked.public_id])
    page = client.get(address).content.decode()
    assert WORDS in page
    assert "with names and units that tell who you are blacked out" in page
    world.hold()
    assert "A manager holds this back until the makers are known" in client.get(address).content.decode()


def test_manager_weighs_the_answers_beside_who_reads_the_idea(sign_in):
    world = Asked()
    client, address = sign_in(world.manager), reverse("screening:share_idea", args=[world.idea.public_id])
    page = client.get(address).content.decode()
    assert "The register that <mark>Zebedee</mark> keeps at <mark>Whispers</mark>." in page
    deed = reverse("screening:hold_answer_back", args=[world.asked.public_id])
    assert client.post(deed, {"held": "yes"}).url == f"{address}#answer-{world.asked.public_id}"
    assert "Held back: only the makers and the managers read it." in client.get(address).content.decode()
    client.post(deed)
    world.asked.refresh_from_db()
    assert not world.asked.held_back
