"""Mails with harm in every name and title, asked for with a forged host: one receiver, one subject, links to us."""

import re
from email import message_from_string
from email.policy import default
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.core import mail as django_mail
from django.core.cache import cache
from django.urls import reverse

from datamatch.editions.models import Edition, Programme, Theme
from datamatch.foundation.mail import deliver_due
from datamatch.foundation.models import Mail
from datamatch.ideas import actions
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Idea
from datamatch.people.models import Person, Unit
from tests.factories.editions import make_edition
from tests.factories.ideas import make_coauthor, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.hostile.forms import forms_on
from tests.hostile.poison import CANARY, MARKUP, harm
from tests.hostile.test_markup import READERS, pages
from tests.permissions.walk import Walk
from tests.permissions.world import World

pytestmark = pytest.mark.django_db
EVIL = "Anna\r\nBcc: all@evil.example\r\n\r\n<b onclick=x>[x](javascript:x)"
# The same harm without the name of the author, who is not to be told to who asks to join.
EVIL_TOO = "Welcome\r\nCc: each@other.example\r\n\r\n<i oncut=y>[y](javascript:y)"
FORGED = {
    "HTTP_HOST": "localhost:6666", "HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_HOST": "evil.example",
    "HTTP_FORWARDED": "host=evil.example", "HTTP_X_FORWARDED_SERVER": "evil.example", "HTTP_X_FORWARDED_PORT": "6666",
    "HTTP_X_ORIGINAL_URL": "//evil.example/", "HTTP_X_REWRITE_URL": "//evil.example/", "HTTP_USER_AGENT": EVIL[:4] + " http://evil.example/",
}  # fmt: skip
FOREIGN = re.compile(r".{0,60}(6666|//evil|(?<!all@)(?<!all%40)evil[.]example|%0[ad]Bcc)", re.IGNORECASE)


def poison_names():
    """Put line breaks, a header and markup in every name and title."""
    for model, fields in {
        Person: ("name",), Idea: ("title", "unit_name"), Edition: ("name",), Programme: ("name",), Unit: ("name",),
        Theme: ("name_nl", "name_en"),
    }.items():  # fmt: skip
        for row in model.objects.all():
            evil = {field: f"{row.pk} {EVIL}"[: model._meta.get_field(field).max_length] for field in fields}
            model.objects.filter(pk=row.pk).update(**evil)


def sent_mails():
    """Deliver what waits, and return each message as a mail program reads it."""
    Mail.objects.filter(state=Mail.State.WAITING).update(due_at=MOMENT)
    before = len(getattr(django_mail, "outbox", []))
    while deliver_due(at=later(minutes=1)):
        pass
    return [message_from_string(one.message().as_string(), policy=default) for one in django_mail.outbox[before:]]


def wrong_with(mail, base):
    """Return what is wrong with one mail: its headers, its kind, or where its links lead."""
    lead = {f"{parts.scheme}://{parts.netloc}" for link in re.findall(r"https?://[^\s>\"]+", mail.get_content())
            for parts in [urlsplit(link)]}  # fmt: skip
    return [
        *(f"a header {name}" for name in ("Bcc", "Cc", "Reply-To") if name in mail),
        *([f"to {mail['To']}"] if len(mail["To"].addresses) != 1 else []),
        *(["two lines of subject"] if len(str(mail["Subject"]).splitlines()) != 1 else []),
        *([mail.get_content_type()] if mail.get_content_type() != "text/plain" else []),
        *(f"a link to {place}" for place in sorted(lead - {base})),
    ]


def test_harm_in_every_form_and_name_is_kept_or_said_to_be_wrong_and_no_forged_host_is_believed(settings, tmp_path):
    """Every form with a box to type in, found on the pages themselves, posted by who sees it.

    What is typed comes back or is kept, always as words; links on pages, in answers and in mails lead to us.
    """
    settings.FILES_FOLDER, settings.BASE_URL = tmp_path / "files", "https://datamatch.example"
    walk, tried, raw, lost, foreign = Walk(World(), READERS), set(), [], [], []
    poison_names()
    for browser in walk.browsers.values():
        browser.defaults |= FORGED
    for role, address, page in list(pages(walk)):
        foreign += [(role, address, found[0]) for found in FOREIGN.finditer(page)]
        for form in forms_on(page, harm):
            target = form["action"] or address
            if (role, target) in tried or target.startswith(("/taal/", "/account/", "/design/")):
                continue
            tried.add((role, target))
            answer = walk.browsers[role].post(target, form["body"])
            foreign += [(role, target, led) for led in [answer.get("Location", "")] if FOREIGN.search(led)]
            if answer.status_code == 302:
                answer = walk.browsers[role].get(answer["Location"])
            if answer.status_code not in {200, 302, 403, 404, 422}:
                lost.append((target, answer.status_code))
            words = answer.content.decode(errors="replace")
            if "html" in answer.get("Content-Type", "") and MARKUP.search(words):
                raw.append((role, target))
            if answer.status_code == 422 and CANARY not in words:
                lost.append((target, form["typed"]))
    assert (raw, lost, foreign) == ([], [], [])
    assert len({target for _role, target in tried}) > 15
    mails = sent_mails()
    kinds = {re.sub(r"[:\d].*", "", key) for key in Mail.objects.values_list("key", flat=True)}
    assert {str(mail["Subject"]): wrong for mail in mails if (wrong := wrong_with(mail, settings.BASE_URL))} == {}
    assert (len(mails) > 10, len(kinds) > 3) == (True, True), kinds


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
    actions.answer_join(request=request, by=author, at=MOMENT, answer="welcome", word=EVIL_TOO)
    actions.comment_on(idea=idea, by=joiner, at=MOMENT, words=EVIL, mentioned=[friend])
    actions.hand_over(idea=idea, to=writer.person, by=author, at=MOMENT)
    sent = sent_mails()
    assert len(sent) >= 3
    assert [wrong for mail in sent if (wrong := wrong_with(mail, settings.BASE_URL))] == []


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_mails_of_the_account_pages_lead_to_us_only(client, settings, known):
    settings.BASE_URL = "https://datamatch.example"
    cache.clear()
    person = make_person(name=EVIL, password="a long walk on the dike")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    email = person.email if known else "nobody@example.org"
    client.defaults |= FORGED
    said = {"email": email, "name": EVIL, "password1": "a long walk on the dike", "accepted": "on"}
    for door in ("account_reset_password", "account_request_login_code", "account_signup"):
        client.post(reverse(door), said)
    mails = sent_mails()
    assert len(mails) >= 2
    assert {str(mail["Subject"]): wrong for mail in mails if (wrong := wrong_with(mail, settings.BASE_URL))} == {}
    assert any(settings.BASE_URL in mail.get_content() for mail in mails)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost@evil.example", "evil.example:80", "[::1", "a b"]
)
def test_host_that_is_not_ours_gets_no_page(client, host):
    assert client.get("/account/login/", headers={"Host": host}).status_code == 400
