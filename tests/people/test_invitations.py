"""Who may register: work addresses, and who holds an invitation."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries, rules
from datamatch.people.models import Domain, Invitation, Person
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk on the dike"


@pytest.fixture
def visitor(client):
    """A visitor who reads English."""
    cache.clear()
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def link():
    """The link of an invitation that is open now, for anybody."""
    return actions.invite(by=make_administrator(), at=timezone.now())[1]


def register(visitor, email="anna@elsewhere.org", **given):
    words = {"name": "Anna", "email": email, "password1": PASSWORD, "accepted": "on"}
    return visitor.post(reverse("account_signup"), words | given)


def said(answer):
    return answer.content.decode()


def test_only_addresses_at_a_listed_domain_register(visitor):
    Domain.objects.create(name="example.nl")
    answer = register(visitor)
    assert answer.context["form"].errors["email"] == [
        "You cannot register with this address. Use your work address, or ask for an invitation."
    ]
    assert "at: example.nl." in said(visitor.get(reverse("account_signup")))
    assert register(visitor, email="Anna@Example.NL").status_code == 302
    assert Person.objects.get().email == "anna@example.nl"


def test_refusal_of_an_address_speaks_dutch(client):
    Domain.objects.create(name="example.nl")
    client.cookies["django_language"] = "nl"
    assert "Met dit adres kun je je niet registreren." in said(register(client))


def test_invitation_opens_registration_to_any_address_once(visitor, link):
    Domain.objects.create(name="example.nl")
    assert visitor.get(link).url == reverse("account_signup")
    assert "You are invited" in said(visitor.get(reverse("account_signup")))
    register(visitor)
    person, invitation = Person.objects.get(email="anna@elsewhere.org"), Invitation.objects.get()
    assert (invitation.used_by, invitation.used_at is None) == (person, False)
    assert TrailEntry.objects.get(deed="person.join").details == {"invited": True}
    visitor.logout()
    answer = visitor.get(link)
    assert answer.status_code == 410
    assert "used already" in said(answer)


def test_invitation_for_one_address_is_mailed_there_and_lets_no_other_in(visitor):
    Domain.objects.create(name="example.nl")
    actions.invite(by=make_administrator(name="Beheer"), email="Bob@elsewhere.org", at=timezone.now())
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("bob@elsewhere.org", "Make your profile: you are invited")
    visitor.get(re.search(r"http\S+", mail.body)[0])
    assert 'value="bob@elsewhere.org"' in said(visitor.get(reverse("account_signup")))
    assert "for another address" in said(register(visitor))
    assert register(visitor, email="bob@elsewhere.org").status_code == 302


def test_token_is_kept_as_a_hash_only(link):
    token = link.rstrip("/").rpartition("/")[2]
    assert queries.invitation_with_token(token) == Invitation.objects.get()
    assert token not in str(list(Invitation.objects.values()))
    assert token not in str(list(TrailEntry.objects.values()))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"revoked_at": timezone.now()}, "withdrawn"),
        ({"expires_at": timezone.now() - timedelta(minutes=1)}, "too old"),
    ],
)
def test_invitation_that_no_longer_works_says_why(visitor, link, change, reason):
    Invitation.objects.update(**change)
    answer = visitor.get(link)
    assert answer.status_code == 410
    assert reason in said(answer)


def test_unknown_invitation_says_so(visitor):
    answer = visitor.get(reverse("people:accept", args=["guess"]))
    assert answer.status_code == 410
    assert "Was the whole link copied?" in said(answer)


def test_invitation_withdrawn_while_somebody_types_lets_nobody_in(visitor, link):
    Domain.objects.create(name="example.nl")
    visitor.get(link)
    actions.revoke_invitation(invitation=Invitation.objects.get(), by=Person.objects.get(), at=timezone.now())
    assert "You cannot register with this address" in said(register(visitor))


def test_invitation_that_was_used_meanwhile_is_refused(moment):
    invitation, _link = actions.invite(by=make_administrator(), at=moment)
    words = {"unit": None, "language": "nl", "at": moment, "invitation": invitation}
    actions.join(person=Person(email="a@example.org"), name="Anna", **words)
    with pytest.raises(Refused, match="used already"):
        actions.join(person=Person(email="b@example.org"), name="Bob", **words)
    assert not Person.objects.filter(email="b@example.org").exists()


def test_who_has_a_profile_keeps_an_invitation_for_another(sign_in, link):
    answer = sign_in(make_person()).get(link, follow=True)
    assert answer.redirect_chain == [(reverse("people:profile"), 302)]
    assert "Give this invitation to whom it is for." in said(answer)


def test_inviting_is_for_administrators_and_managers(moment):
    person = make_person(email="known@example.org")
    with pytest.raises(Refused, match="Only an administrator or a manager"):
        actions.invite(by=person, at=moment)
    assert rules.why_not_invite(by=person, manages=True) is None
    with pytest.raises(Refused, match="already a profile"):
        actions.invite(by=make_administrator(), email="known@example.org", at=moment)
    assert not Invitation.objects.exists()


def test_invitation_is_withdrawn_by_who_made_it_or_an_administrator_once(moment):
    manager = make_person()
    invitation, _link = actions.invite(by=manager, at=moment, manages=True)
    with pytest.raises(Refused, match="or who made an invitation"):
        actions.revoke_invitation(invitation=invitation, by=make_person(), at=moment)
    actions.revoke_invitation(invitation=invitation, by=manager, at=moment)
    with pytest.raises(Refused, match="withdrawn already"):
        actions.revoke_invitation(invitation=invitation, by=make_administrator(), at=moment)


def test_used_invitation_is_not_withdrawn(moment):
    invitation, _link = actions.invite(by=make_administrator(), at=moment)
    words = {"unit": None, "language": "nl", "at": moment, "invitation": invitation}
    actions.join(person=Person(email="a@example.org"), name="Anna", **words)
    with pytest.raises(Refused, match="nothing to withdraw"):
        actions.revoke_invitation(invitation=invitation, by=make_administrator(), at=moment)


def test_administrator_keeps_domains_and_invitations_on_a_page(sign_in):
    browser, page = sign_in(make_administrator()), reverse("people:admission")
    browser.post(reverse("people:add_domain"), {"name": "@Example.nl"})
    browser.post(reverse("people:invite"), {"email": "", "days": "7"})
    shown = said(browser.get(page))
    assert "example.nl" in shown
    assert re.search(r"<code[^>]*>http://localhost:8000/uitnodiging/", shown)
    assert "/uitnodiging/" not in said(browser.get(page))
    browser.post(reverse("people:remove_domain"), {"name": "example.nl"})
    browser.post(reverse("people:revoke", args=[Invitation.objects.get().public_id]))
    assert not queries.domains().exists()
    assert "withdrawn" in said(browser.get(page))


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("add_domain", {"name": "no domain"}, "This is no mail domain."),
        ("invite", {"email": "known@example.org", "days": "7"}, "already a profile"),
        ("invite", {"email": "", "days": "0"}, "greater than or equal to 1"),
    ],
)
def test_what_was_typed_wrongly_comes_back(sign_in, name, given, words):
    make_person(email="known@example.org")
    answer = sign_in(make_administrator()).post(reverse(f"people:{name}"), given)
    assert answer.status_code == 422
    assert words in said(answer)


def test_page_of_who_may_register_is_for_administrators(sign_in):
    invitation, _link = actions.invite(by=make_administrator(), at=timezone.now())
    browser = sign_in(make_person())
    assert browser.get(reverse("people:admission")).status_code == 403
    assert browser.post(reverse("people:add_domain"), {"name": "example.nl"}).status_code == 403
    assert browser.post(reverse("people:invite"), {"days": "7"}).status_code == 403
    assert browser.post(reverse("people:revoke", args=[invitation.public_id])).status_code == 403
    assert not queries.domains().exists()


def test_page_of_who_may_register_asks_as_much_for_three_as_for_one(sign_in):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    administrator = make_administrator()
    browser = sign_in(administrator)

    def count():
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("people:admission"))
        return len(asked)

    actions.invite(by=administrator, at=timezone.now())
    first = count()
    for _again in range(2):
        actions.invite(by=make_administrator(), at=timezone.now())
    assert count() == first
