"""HTML and formulas in every text of people, editions and ideas: shown as words on every page, mail and export."""

import csv
import io
from email import message_from_string
from email.policy import default

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from datamatch.foundation.models import Mail
from datamatch.ideas import actions
from datamatch.ideas.actions.findable import keep_edition_findable
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from tests.factories.editions import make_edition
from tests.factories.ideas import make_coauthor, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.hostile.forms import forms_on
from tests.hostile.poison import CANARY, MARKUP, harm, poison
from tests.permissions.walk import ROOMS, Walk, routes
from tests.permissions.world import World

pytestmark = pytest.mark.django_db
READERS = ("author", "member", "manager", "administrator")
ESCAPED = "&lt;img src=x"


@pytest.fixture
def world(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"
    return World()


def pages(walk, roles=READERS):
    """Yield every page of the rooms that these readers get, with its address."""
    for room in ROOMS:
        for route in routes(room):
            for role in roles:
                address = route.to(walk.parts)
                answer = walk.browsers[role].get(address)
                answer.close()
                if answer.status_code == 200 and "html" in answer.get("Content-Type", ""):
                    yield role, address, answer.content.decode()
    for role in roles:
        for address in ("/", "/mijn/", f"/edities/{walk.parts['edition_slug']}/"):
            yield role, address, walk.browsers[role].get(address).content.decode()


def test_what_is_kept_is_shown_as_words_on_every_page(world):
    put = poison()
    keep_edition_findable(world.edition, at=MOMENT)
    seen, raw, shown_on = set(), [], 0
    for role, address, page in pages(Walk(world, READERS)):
        if MARKUP.search(page):
            raw.append((role, address, MARKUP.search(page)[0]))
        shown_on += ESCAPED in page
        seen |= {mark for mark in put if mark in page}
    assert raw == []
    assert shown_on > 60
    must = {"ideas.idea.title", "ideas.idea.demand", "ideas.comment.words", "people.person.name", "people.unit.name"}
    assert must - seen == set()


def test_alike_panel_shows_words(world):
    poison()
    keep_edition_findable(world.edition, at=MOMENT)
    browser = Walk(world, ("member",)).browsers["member"]
    words = {"title": harm("ideas.idea.title", 120), "demand": harm("ideas.idea.demand"), "data": "", "result": ""}
    for headers in ({}, {"HX-Request": "true"}):
        answer = browser.post(reverse("ideas:alike", args=[world.edition.slug]), words, headers=headers)
        assert answer.status_code == 200
        assert MARKUP.search(answer.content.decode()) is None


def test_harm_typed_in_every_form_is_kept_or_said_to_be_wrong_and_shown_as_words(world):
    """Every form with a box to type in, found on the pages themselves; what is typed comes back or is kept."""
    walk, tried, raw, lost = Walk(world, READERS), set(), [], []
    for role, address, page in list(pages(walk)):
        for form in forms_on(page, harm):
            target = form["action"] or address
            if (role, target) in tried or target.startswith(("/taal/", "/account/", "/design/")):
                continue
            tried.add((role, target))
            answer = walk.browsers[role].post(target, form["body"], follow=True)
            if answer.status_code not in {200, 403, 404, 422}:
                lost.append((target, answer.status_code))
            words = answer.content.decode(errors="replace")
            if "html" in answer.get("Content-Type", "") and MARKUP.search(words):
                raw.append((role, target))
            if answer.status_code == 422 and CANARY not in words:
                lost.append((target, form["typed"]))
    assert (raw, lost) == ([], [])
    assert len({target for _role, target in tried}) > 15


def test_exports_hold_words_and_no_formulas(world):
    poison()
    browser = Walk(world, ("manager",)).browsers["manager"]
    address = reverse("ideas:export", args=[world.edition.slug, "csv"])
    rows = list(csv.reader(io.StringIO(browser.get(address).content.decode("utf-8-sig")), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    assert any(CANARY in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    address = reverse("ideas:export", args=[world.edition.slug, "xlsx"])
    book = load_workbook(io.BytesIO(browser.get(address).content))
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row if CANARY in str(cell.value)}
    assert kinds == {"s"}


EVIL = "Anna\r\nBcc: everybody@evil.example\r\n\r\n<script>canary</script>"


def test_line_breaks_in_names_and_titles_add_no_header_to_a_mail(settings):
    """Names and titles with line breaks, however they came in, stay one subject line and one receiver."""
    edition = make_edition()
    author, friend = make_person(), make_person(language="en")
    idea = make_idea(edition=edition, submitter=author)
    joiner = make_person()
    Person.objects.filter(pk__in=[author.pk, friend.pk, joiner.pk]).update(name=EVIL)
    Idea.objects.filter(pk=idea.pk).update(title=EVIL[:120])
    author, friend, joiner = (Person.objects.get(pk=one.pk) for one in (author, friend, joiner))
    idea = Idea.objects.get(pk=idea.pk)
    actions.invite_coauthor(idea=idea, person=friend, by=author, at=MOMENT)
    writer = make_coauthor(idea=idea)
    offer = {"kind": EnergyKind.JOIN, "role": "jurist", "hours_per_week": 4, "why": EVIL[:60]}
    request = actions.give_energy(idea=idea, by=joiner, at=MOMENT, **offer).request
    actions.answer_join(request=request, by=author, at=MOMENT, answer="welcome", word=EVIL[:60])
    actions.comment_on(idea=idea, by=joiner, at=MOMENT, words=EVIL, mentioned=[friend])
    actions.hand_over(idea=idea, to=writer.person, by=author, at=MOMENT)
    sent = sent_mails(settings)
    assert len(sent) >= 3
    for mail in sent:
        assert set(mail) & {"Bcc", "Cc"} == set()
        assert "\n" not in mail["Subject"].replace("\n ", " ")
        assert mail.get_content_type() == "text/plain"


def sent_mails(settings):
    """Deliver what waits, and return each message as a mail program reads it."""
    from django.core import mail as django_mail

    from datamatch.foundation.mail import deliver_due

    before = len(getattr(django_mail, "outbox", []))
    deliver_due(at=MOMENT)
    messages = getattr(django_mail, "outbox", [])[before:]
    assert Mail.objects.filter(state=Mail.State.WAITING).count() == 0
    return [message_from_string(one.message().as_string(), policy=default) for one in messages]
