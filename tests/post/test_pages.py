"""Pages of the post room."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation import mail
from datamatch.post import actions
from datamatch.post.models import Letter
from datamatch.screening.enums import Round
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.screening import make_decision, make_opinion, make_read, make_review

pytestmark = pytest.mark.django_db


def text_of(answer):
    return " ".join(answer.content.decode().split())


def make_letters(number, *, sent=False):
    """Make an edition with a number of written letters and return it with its manager."""
    edition = make_edition(stage=Stage.SCREENING)
    manager = make_manager(edition)
    for _ in range(number):
        idea = make_idea(edition=edition, submitter=make_person(language="en"))
        make_decision(idea=idea)
        make_read(idea)
    actions.write_letters(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    if sent:
        actions.send_letters(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    return edition, manager


def letters_page(edition):
    return reverse("post:letters", args=[edition.slug])


def test_letters_page_says_who_is_covered(sign_in):
    edition, manager = make_letters(3)
    page = text_of(sign_in(manager).get(letters_page(edition)))
    assert "3 of 3 ideas" in page
    assert "0 of 3 ideas" in page
    assert "Send all letters" in page


def test_letters_page_without_decisions_says_why_nothing_can_be_written(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    make_idea(edition=edition)
    page = text_of(sign_in(make_manager(edition)).get(letters_page(edition)))
    assert "1 of 1 ideas has no decision yet." in page
    assert "No letters yet" in page


def test_letters_page_is_for_managers(sign_in):
    edition, _manager = make_letters(1)
    assert sign_in(make_person()).get(letters_page(edition)).status_code == 403


def test_words_over_which_colleagues_stumble_stand_beside_the_letter_until_it_is_sent(sign_in):
    edition, manager = make_letters(1)
    letter = Letter.objects.get()
    review = make_review(idea=letter.decision.idea, remark="Not much of a plan.")
    make_opinion(review=review, findings=["unkind"])
    client, page = sign_in(manager), reverse("post:letter", args=[letter.public_id])
    assert "words to look at" in text_of(client.get(letters_page(edition)))
    shown = text_of(client.get(page))
    assert [words for words in ("Words to look at", "Not much of a plan.", "unfriendly") if words not in shown] == []
    actions.send_letters(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    assert "words to look at" not in text_of(client.get(letters_page(edition)))
    assert [words for words in ("Words to look at", "unfriendly") if words in text_of(client.get(page))] == []
    assert "unfriendly" not in text_of(sign_in(letter.to).get(page))


def test_letters_page_costs_the_same_for_one_and_three(sign_in):
    counts = []
    for number in (1, 3):
        edition, manager = make_letters(number)
        client = sign_in(manager)
        client.get(letters_page(edition))
        with CaptureQueriesContext(connection) as captured:
            client.get(letters_page(edition))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_manager_writes_all_letters_by_button(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    make_decision(idea=make_idea(edition=edition))
    address = reverse("post:write", args=[edition.slug])
    page = sign_in(make_manager(edition)).post(f"{address}?round=shortlist", follow=True)
    assert "1 letter is written." in text_of(page)


def test_sending_is_confirmed_on_a_page_of_its_own(sign_in):
    edition, manager = make_letters(2)
    client, address = sign_in(manager), reverse("post:send", args=[edition.slug])
    assert "This cannot be undone." in text_of(client.get(address))
    assert Letter.objects.filter(sent_at__isnull=False).count() == 0
    assert "2 letters are on their way." in text_of(client.post(address, follow=True))
    assert Letter.objects.filter(sent_at__isnull=False).count() == 2


def test_reader_opens_the_letter_once_it_is_sent(sign_in):
    make_letters(1)
    letter = Letter.objects.get()
    address = reverse("post:letter", args=[letter.public_id])
    assert "This letter is not sent yet." in text_of(sign_in(letter.to).get(address))
    Letter.objects.update(sent_at=MOMENT)
    assert "goes on to the pitch day" in text_of(sign_in(letter.to).get(address))


def test_nobody_reads_the_letter_of_another(sign_in):
    make_letters(1, sent=True)
    page = sign_in(make_person()).get(reverse("post:letter", args=[Letter.objects.get().public_id]))
    assert page.status_code == 403
    assert "This letter is for somebody else." in text_of(page)


def test_manager_edits_a_letter(sign_in):
    _edition, manager = make_letters(1)
    letter = Letter.objects.get()
    client, address = sign_in(manager), reverse("post:letter", args=[letter.public_id])
    assert client.post(address, {"subject": "", "body": ""}).status_code == 422
    client.post(address, {"subject": "New subject", "body": "New words."})
    letter.refresh_from_db()
    assert (letter.subject, letter.body) == ("New subject", "New words.")
    assert letter.edited_at is not None


def test_manager_cannot_edit_a_sent_letter(sign_in):
    _edition, manager = make_letters(1, sent=True)
    address = reverse("post:letter", args=[Letter.objects.get().public_id])
    assert "Keep this letter" not in text_of(sign_in(manager).get(address))
    assert sign_in(manager).post(address, {"subject": "x", "body": "y"}).status_code == 403


def test_mailbox_exists_in_debug_mode_only(client, settings):
    mail.queue(key="k", to="an@example.org", subject="Your code", body="123", language="en", at=MOMENT)
    assert client.get(reverse("post:mailbox")).status_code == 404
    settings.DEBUG = True
    assert "Your code" in text_of(client.get(reverse("post:mailbox")))


def test_mailbox_shows_the_newest_mail_first(client, settings):
    settings.DEBUG = True
    for number in range(2):
        mail.queue(key=str(number), to="a@example.org", subject=f"Mail {number}", body="", language="en", at=MOMENT)
    page = text_of(client.get(reverse("post:mailbox")))
    assert page.index("Mail 1") < page.index("Mail 0")
