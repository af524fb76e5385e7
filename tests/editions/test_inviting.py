"""Managers invite people to an edition, with and without an account."""

import re
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from datamatch.editions import actions, queries
from datamatch.editions.enums import Access
from datamatch.editions.models import EditionInvite
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people.models import Invitation
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition(access=Access.CODE)


def invite(edition, *addresses, at=MOMENT):
    actions.invite_people(edition=edition, addresses=addresses, by=make_manager(edition), at=at)


def test_who_has_an_account_is_let_in_and_mailed_once(edition):
    person = make_person(email="an@here.nl", language="en")
    for _time in range(2):
        invite(edition, " An@here.nl ")
    assert edition.lets_in(person)
    assert "you are invited" in Mail.objects.get().subject
    assert edition.members.get().code is None


def test_who_has_none_gets_a_link_that_lets_them_in_once_used(edition):
    invite(edition, "new@there.nl")
    invitation = Invitation.objects.get()
    assert (invitation.email, Mail.objects.get().to) == ("new@there.nl", "new@there.nl")
    person = make_person(email="new@there.nl")
    assert not edition.lets_in(person)
    Invitation.objects.update(used_by=person, used_at=MOMENT)
    assert edition.lets_in(person)
    assert queries.member_count(edition) == 1


def test_address_is_invited_again_only_after_the_first_link_is_over(edition):
    invite(edition, "new@there.nl", "new@there.nl")
    invite(edition, "new@there.nl", at=later(days=1))
    assert EditionInvite.objects.count() == 1
    invite(edition, "new@there.nl", at=later(days=30))
    assert (EditionInvite.objects.count(), Invitation.objects.count()) == (1, 2)


def test_closed_account_is_not_let_in_and_gets_no_mail(edition):
    make_person(email="gone@here.nl", is_active=False)
    invite(edition, "gone@here.nl")
    assert not edition.members.exists()
    assert not Mail.objects.exists()


def test_trail_holds_a_number_and_no_address(edition):
    make_person(email="an@here.nl")
    invite(edition, "an@here.nl")
    assert TrailEntry.objects.get(deed="edition.invite").details == {"people": 1}


def test_inviting_is_refused_to_others_and_in_crowds(edition):
    with pytest.raises(Refused, match="Only a manager"):
        actions.invite_people(edition=edition, addresses=["an@here.nl"], by=make_person(), at=MOMENT)
    with pytest.raises(Refused, match="at least one"):
        invite(edition)
    with pytest.raises(Refused, match="at most 100"):
        invite(edition, *(f"p{number}@here.nl" for number in range(101)))


def test_page_sends_invitations_and_names_what_is_no_address(sign_in, edition):
    client = sign_in(make_manager(edition))
    url = reverse("editions:invite_people", args=[edition.slug])
    wrong = client.post(url, {"addresses": "an@here.nl\nnobody"})
    assert (wrong.status_code, "This is no address: nobody" in wrong.content.decode()) == (422, True)
    assert client.post(url, {"addresses": "an@here.nl; bo@there.nl"}).status_code == 302
    assert Invitation.objects.count() == 2


def sent(edition, address="new@there.nl"):
    invite(edition, address)
    return EditionInvite.objects.select_related("invitation").get(invitation__email=address)


def test_invitation_is_sent_again_after_a_day_and_the_old_link_works_no_more(edition):
    first, manager = sent(edition), make_manager(edition)
    old = first.invitation
    with pytest.raises(Refused, match="less than a day ago"):
        actions.invite_again(invite_sent=first, by=manager, at=later(hours=23))
    actions.invite_again(invite_sent=first, by=manager, at=later(days=1))
    new = EditionInvite.objects.get().invitation
    old.refresh_from_db()
    assert (new != old, new.is_open(later(days=2)), old.revoked_at) == (True, True, later(days=1))
    assert Mail.objects.filter(to="new@there.nl").count() == 2


def test_who_registered_meanwhile_is_let_in_when_asked_again(edition):
    first = sent(edition)
    person = make_person(email="new@there.nl")
    actions.invite_again(invite_sent=first, by=make_manager(edition), at=later(days=2))
    assert edition.lets_in(person)
    assert not EditionInvite.objects.exists()


def test_withdrawn_invitation_leaves_the_list_and_lets_nobody_in(edition):
    first = sent(edition)
    actions.withdraw_invite(invite_sent=first, by=make_manager(edition), at=later())
    assert list(queries.open_invites(edition)) == []
    assert Invitation.objects.get().revoked_at == later()
    assert TrailEntry.objects.filter(deed="edition.withdraw_invite").count() == 1


def test_invitation_is_not_touched_by_others_or_once_used(edition):
    first = sent(edition)
    with pytest.raises(Refused, match="Only a manager"):
        actions.withdraw_invite(invite_sent=first, by=make_person(), at=later())
    Invitation.objects.update(used_by=make_person(), used_at=MOMENT)
    for deed in (actions.withdraw_invite, actions.invite_again):
        with pytest.raises(Refused, match="used already"):
            deed(invite_sent=first, by=make_manager(edition), at=later(days=2))


def test_page_lists_who_is_in_and_who_was_invited(edition, sign_in):
    inside, manager = make_person(email="an@here.nl", name="Zebedeus"), make_manager(edition)
    invite(edition, "an@here.nl", "new@there.nl")
    page = reverse("editions:members", args=[edition.slug])
    browser = sign_in(manager)
    text = browser.get(page).content.decode()
    assert ("Zebedeus" in text, "new@there.nl" in text, "1 person is in" in text) == (True, True, True)
    found = EditionInvite.objects.get().invitation
    answer = browser.post(reverse("editions:withdraw_invite", args=[found.public_id]), follow=True)
    assert "new@there.nl" not in answer.content.decode()
    assert sign_in(inside).get(page).status_code == 403


def test_everybody_who_is_in_can_be_paged_to(edition, sign_in, monkeypatch):
    monkeypatch.setattr(sys.modules["datamatch.editions.views.members"], "PER_PAGE", 1)
    for name in ("Anna", "Bram"):
        invite(edition, f"{name}@there.nl")
        person = make_person(email=f"{name.lower()}@there.nl", name=f"{name} Registered")
        Invitation.objects.filter(email=person.email).update(used_by=person, used_at=MOMENT)
    page, browser = reverse("editions:members", args=[edition.slug]), sign_in(make_manager(edition))
    seen = [browser.get(page, {"new": number}).content.decode() for number in (1, 2)]
    assert [name for text in seen for name in ("Anna", "Bram") if f"{name} Registered" in text] == ["Bram", "Anna"]


def test_list_takes_as_many_queries_for_three_people_as_for_one(edition, sign_in):
    page, browser, counts = reverse("editions:members", args=[edition.slug]), sign_in(make_manager(edition)), []
    for some in (["a"], ["b", "c"]):
        for name in some:
            make_person(email=f"{name}@here.nl")
            invite(edition, f"{name}@here.nl", f"{name}@there.nl")
        with CaptureQueriesContext(connection) as reads:
            assert browser.get(page).status_code == 200
        counts.append(len(reads))
    assert counts[0] == counts[1]


def test_who_registers_through_the_invitation_arrives_at_the_edition(edition, client):
    manager = make_manager(edition)
    actions.invite_people(edition=edition, addresses=["new@there.nl"], by=manager, at=timezone.now())
    link = re.search(r"https?://\S+", Mail.objects.get(to="new@there.nl").body)[0]
    client.get(urlsplit(link).path)
    words = {"email": "new@there.nl", "name": "New", "password1": "a long walk on the dike", "accepted": "on"}
    sent_on = client.post(reverse("account_signup"), words)
    code = re.search(r"^([A-Z0-9]{3,}(?:-[A-Z0-9]+)*)$", Mail.objects.last().body, re.M)[1]
    assert client.post(sent_on.url, {"code": code}).url == f"/edities/{edition.slug}/"
