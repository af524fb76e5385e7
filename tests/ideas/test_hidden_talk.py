"""What is said about an idea tells nobody who made it before they may know."""

import re

import pytest
from django.urls import reverse

from datamatch.editions.enums import MakersKnown, Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, rules
from datamatch.ideas.queries.alone import BLACK
from tests.factories.editions import make_manager
from tests.factories.ideas import make_comment
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.ideas.told import Told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    """Keep files in a folder of this test."""
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def world():
    """Return an idea that says nothing about its makers; they will."""
    told = Told()
    told.idea.title, told.idea.demand = "A map", "Which farms?"
    told.idea.save()
    return told


def read(client, address):
    """Return the words of the talk on a page as somebody reads them."""
    page = client.get(address).content.decode()
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", "", page))


def talk(world, sign_in, person):
    """Return the page of the idea as this person reads it."""
    return read(sign_in(person), world.idea.get_absolute_url())


def test_name_in_the_words_of_a_maker_is_blacked_out_for_who_may_not_know(sign_in, world):
    make_comment(idea=world.idea, by=world.maker, words="Greetings, Zebedee from Whispers.")
    page = talk(world, sign_in, make_person())
    assert f"Greetings, {BLACK} from {BLACK}." in page
    assert "Quillfeather" not in page
    for person in (world.maker, world.manager):
        page = talk(world, sign_in, person)
        assert "Greetings, Zebedee from Whispers." in page
        assert "Others read this with names and units blacked out." in page


def test_names_in_the_words_of_others_do_not_turn_black_by_themselves(sign_in, world):
    """Else somebody could try names until one does."""
    make_comment(idea=world.idea, words="Is this of Zebedee, or of Barnaby?")
    assert "Is this of Zebedee, or of Barnaby?" in talk(world, sign_in, make_person())


def test_maker_who_stopped_stays_hidden_in_what_they_said(sign_in, world):
    coauthor = world.idea.coauthors.get()
    make_comment(idea=world.idea, by=coauthor.person, as_author=True, words="Greetings, Ottoline.")
    coauthor.delete()
    assert f"Greetings, {BLACK}." in talk(world, sign_in, make_person())


def test_mention_and_link_that_tell_are_no_links_any_more(sign_in, world):
    other = world.idea.coauthors.get().person
    words = "Ask @Ottoline Ravenscroft or see https://zebedee.example/map and https://farms.example/"
    actions.comment_on(idea=world.idea, by=world.maker, at=MOMENT, words=words, mentioned=[other])
    page = sign_in(make_person()).get(world.idea.get_absolute_url()).content.decode()
    said = page.split('<div class="idea-said">')[1].split("</div>")[0]
    assert said.startswith(f"Ask @{BLACK} or see https://{BLACK}.example/map and <a ")
    assert said.count("<a ") == 1
    assert str(other.public_id) not in page


def test_mail_quotes_what_its_reader_may_know(world):
    reader, coauthor = make_person(), world.idea.coauthors.get().person
    words = f"@{reader.name} and @{coauthor.name}: ask Zebedee."
    actions.comment_on(idea=world.idea, by=world.maker, at=MOMENT, words=words, mentioned=[reader, coauthor])
    mails = {mail.to: mail.body for mail in Mail.objects.all()}
    assert f"> @{reader.name} and @{BLACK}: ask {BLACK}." in mails[reader.email]
    assert "ask Zebedee." in mails[coauthor.email]


def test_page_to_report_a_comment_tells_no_more(sign_in, world):
    comment = make_comment(idea=world.idea, by=world.maker, words="Greetings, Zebedee.")
    address = f"{reverse('ideas:complain', args=[world.idea.public_id])}?comment={comment.public_id}"
    assert f"Greetings, {BLACK}." in read(sign_in(make_person()), address)


def test_comment_that_is_held_back_is_read_by_makers_managers_and_its_writer(sign_in, world):
    comment = make_comment(idea=world.idea, words="Well done, Zeb!")
    actions.hold_comment_back(comment=comment, held=True, by=world.manager, at=MOMENT)
    page = talk(world, sign_in, make_person())
    assert "A manager holds this back until the makers are known." in page
    assert "Zeb!" not in page
    assert "Report this" not in page.split("holds this back")[1].split("Your comment")[0]
    for person in (world.maker, world.manager, comment.by):
        page = talk(world, sign_in, person)
        assert "Well done, Zeb!" in page
        assert "Who may not know them does not read it." in page


def test_nobody_answers_or_reports_what_they_cannot_read(world):
    comment, reader = make_comment(idea=world.idea, words="Well done, Zeb!"), make_person()
    actions.hold_comment_back(comment=comment, held=True, by=world.manager, at=MOMENT)
    why = "A manager holds this back until the makers are known."
    assert rules.why_not_complain(idea=world.idea, comment=comment, by=reader) == why
    assert rules.why_not_answer_comment(comment=comment, idea=world.idea, by=reader) == why
    assert rules.why_not_answer_comment(comment=comment, idea=world.idea, by=world.maker) is None


def test_comment_is_read_again_once_the_makers_are_known(sign_in, world):
    comment = make_comment(idea=world.idea, words="Well done, Zeb!")
    actions.hold_comment_back(comment=comment, held=True, by=world.manager, at=MOMENT)
    world.edition.stage = Stage.MATCHING
    world.edition.save()
    page = talk(world, sign_in, make_person())
    assert "Well done, Zeb!" in page
    assert "holds this back" not in page
    world.idea.refresh_from_db()
    comment.idea.edition.refresh_from_db()
    with pytest.raises(Refused, match="known by now"):
        actions.hold_comment_back(comment=comment, held=False, by=world.manager, at=MOMENT)


def test_it_stays_a_deed_where_screeners_never_learn_the_makers(world):
    world.edition.stage, world.edition.makers_known = Stage.MATCHING, MakersKnown.NEVER
    comment = make_comment(idea=world.idea)
    assert rules.why_not_hold_back(comment=comment, by=world.manager) is None


def test_only_a_manager_of_an_idea_of_others_holds_back(world):
    comment = make_comment(idea=world.idea)
    assert rules.why_not_hold_back(comment=comment, by=make_person()) == "Only a manager of this edition does this."
    make_manager(world.edition, world.maker)
    assert rules.why_not_hold_back(comment=comment, by=world.maker).startswith("This is your own idea.")
    actions.remove_comment(comment=comment, by=comment.by, at=MOMENT)
    assert rules.why_not_hold_back(comment=comment, by=world.manager) == "This comment is not there any more."


def test_holding_back_twice_is_done_once(world):
    comment = make_comment(idea=world.idea)
    for held in (True, True, False, False):
        actions.hold_comment_back(comment=comment, held=held, by=world.manager, at=MOMENT)
    deeds = TrailEntry.objects.filter(deed__in=["comment.hold_back", "comment.show_again"])
    assert list(deeds.order_by("pk").values_list("deed", flat=True)) == ["comment.hold_back", "comment.show_again"]


def test_manager_finds_what_tells_and_holds_it_back(sign_in, world):
    telling = make_comment(idea=world.idea, words="Well done, Zebedee!")
    other = make_comment(idea=world.idea, words="The team with the red scarf.")
    client, page = sign_in(world.manager), reverse("ideas:redact", args=[world.idea.public_id])
    found = client.get(page).content.decode()
    assert "Well done, <mark>Zebedee</mark>!" in found
    assert "Everybody reads it as it stands here." in found
    assert "red scarf" not in found
    link = f"{page}?comment={other.public_id}#comment-{other.public_id}"
    assert link in client.get(world.idea.get_absolute_url()).content.decode()
    assert "red scarf" in client.get(link).content.decode()
    for comment in (telling, other):
        deed = reverse("ideas:hold_comment_back", args=[comment.public_id])
        assert client.post(deed, {"held": "yes"}).status_code == 302
    found = read(client, page)
    assert "red scarf" in found
    assert found.count("Held back: only the makers") == 2
    client.post(reverse("ideas:hold_comment_back", args=[other.public_id]))
    assert "red scarf" not in read(client, page)


def test_page_of_the_copy_says_nothing_about_comments_once_makers_are_known(sign_in, world):
    world.edition.stage = Stage.MATCHING
    world.edition.save()
    assert "What was said about it" not in read(
        sign_in(world.manager), reverse("ideas:redact", args=[world.idea.public_id])
    )
