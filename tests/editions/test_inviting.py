"""Managers invite people to an edition, with and without an account."""

import pytest
from django.urls import reverse

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
    assert EditionInvite.objects.count() == 2


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
