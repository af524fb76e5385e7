"""Who may enter an edition: everybody, who has a code, or who has an address at certain domains."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.urls import reverse

from datamatch.editions import actions, queries, rules
from datamatch.editions.enums import Access, Stage
from datamatch.editions.models import AccessCode, Edition, EditionMember
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people.models import Domain
from tests.factories.editions import make_director, make_edition, make_manager, make_screener
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db
WRONG = "This code does not work, or no longer."


@pytest.fixture
def edition():
    return make_edition(access=Access.CODE)


@pytest.fixture
def code(edition):
    return actions.make_code(edition=edition, by=make_manager(edition), at=MOMENT, note="Colleagues")


def enter(code, by=None, at=MOMENT):
    return actions.enter_with_code(code=code, by=by or make_person(), at=at)


def test_open_edition_lets_everybody_in():
    edition = make_edition()
    assert edition.lets_in(AnonymousUser())
    assert edition.lets_in(make_person())


def test_edition_for_codes_lets_in_members_appointed_and_administrators(edition, code):
    insider = make_person()
    enter(code, insider)
    for reader in (insider, make_manager(edition), make_screener(edition), make_administrator()):
        assert edition.lets_in(reader)
        assert edition in queries.editions_shown(to=reader)
        assert queries.current_edition(to=reader) == edition
    for reader in (AnonymousUser(), make_person(), make_manager(make_edition(stage=Stage.CLOSED))):
        assert not edition.lets_in(reader)
        assert edition not in queries.editions_shown(to=reader)
        assert queries.current_edition(to=reader) != edition


def test_edition_for_domains_lets_in_by_address():
    edition = make_edition(access=Access.DOMAIN)
    edition.programme.domains.set([Domain.objects.create(name="here.nl"), Domain.objects.create(name="alsohere.nl")])
    for email, is_in in (
        ("an@here.nl", True), ("bo@AlsoHere.nl", True), ("cas@nothere.nl", False), ("dia@here.nl.evil.example", False),
    ):  # fmt: skip
        assert edition.lets_in(make_person(email=email)) == is_in
    assert list(queries.editions_shown(to=make_person(email="ed@here.nl"))) == [edition]


def test_domains_of_a_programme_open_nothing_that_is_for_codes(edition):
    edition.programme.domains.add(Domain.objects.create(name="here.nl"))
    assert not edition.lets_in(make_person(email="an@here.nl"))


def test_code_is_used_once_per_person_and_remembered(edition, code):
    person = make_person()
    first = enter(code, person)
    assert enter(code, person) == first
    code.refresh_from_db()
    assert (code.used, edition.members.get().person) == (1, person)
    assert list(TrailEntry.objects.values_list("deed", flat=True)) == ["access_code.make", "edition.enter"]
    assert code.code not in str(TrailEntry.objects.values_list("details", flat=True))


def test_code_is_read_whatever_way_it_is_typed(code):
    letters = code.code
    assert queries.code_typed(f" {letters[:5].lower()}-{letters[5:]} ") == code
    assert queries.code_typed("") is None
    assert queries.code_typed("- -") is None


def test_code_that_is_full_old_or_withdrawn_is_refused_but_not_to_who_is_inside(edition):
    by = make_manager(edition)
    full = actions.make_code(edition=edition, by=by, at=MOMENT, most_uses=1)
    old = actions.make_code(edition=edition, by=by, at=MOMENT, expires_at=later(days=1))
    gone = actions.make_code(edition=edition, by=by, at=MOMENT)
    insider = make_person()
    enter(full, insider)
    actions.revoke_code(code=gone, by=by, at=MOMENT)
    for code, at in ((full, MOMENT), (old, later(days=1)), (gone, MOMENT), (None, MOMENT)):
        with pytest.raises(Refused, match=WRONG):
            enter(code, at=at)
    assert enter(full, insider).person == insider
    assert EditionMember.objects.count() == 1


def test_database_lets_no_code_be_used_too_often(edition):
    with pytest.raises(IntegrityError):
        AccessCode.objects.create(edition=edition, code="X", most_uses=1, used=2, made_by=make_person(), made_at=MOMENT)


def test_ten_wrong_codes_in_an_hour_are_enough(code):
    person = make_person()
    for minute in range(10):
        actions.note_wrong_code(by=person, at=later(minutes=minute))
    with pytest.raises(Refused, match="Wait an hour"):
        enter(code, person, at=later(minutes=30))
    assert enter(code, make_person(), at=later(minutes=30))
    assert enter(code, person, at=later(minutes=61))


def test_code_is_made_and_withdrawn_by_managers(edition, code):
    stranger = make_person()
    with pytest.raises(Refused, match="Only a manager"):
        actions.make_code(edition=edition, by=stranger, at=MOMENT)
    with pytest.raises(Refused, match="still to come"):
        actions.make_code(edition=edition, by=make_manager(edition), at=MOMENT, expires_at=MOMENT)
    with pytest.raises(Refused, match="Only a manager"):
        actions.revoke_code(code=code, by=stranger, at=MOMENT)
    actions.revoke_code(code=code, by=make_manager(edition), at=MOMENT)
    with pytest.raises(Refused, match="withdrawn already"):
        actions.revoke_code(code=code, by=make_manager(edition), at=MOMENT)


def test_edition_is_closed_and_sealed_before_its_call_only():
    edition, calling = make_edition(stage=Stage.PREPARING), make_edition(access=Access.CODE)
    by = make_administrator()
    actions.set_access(edition=edition, access=Access.CODE, sealed=True, by=by, at=MOMENT)
    edition.refresh_from_db()
    assert (edition.access, edition.sealed) == ("code", True)
    for given in ({"access": Access.DOMAIN, "sealed": False}, {"access": Access.CODE, "sealed": True}):
        with pytest.raises(Refused, match="The call has begun"):
            actions.set_access(edition=calling, by=by, at=MOMENT, **given)
    actions.set_access(edition=calling, access=Access.OPEN, sealed=False, by=by, at=MOMENT)
    with pytest.raises(Refused, match="Only a manager"):
        actions.set_access(edition=edition, access=Access.OPEN, sealed=False, by=make_person(), at=MOMENT)


def test_edition_for_domains_needs_domains_that_an_administrator_chose():
    edition, by = make_edition(stage=Stage.PREPARING), make_administrator()
    here = Domain.objects.create(name="here.nl")
    with pytest.raises(Refused, match="No mail domains"):
        actions.set_access(edition=edition, access=Access.DOMAIN, sealed=False, by=by, at=MOMENT)
    with pytest.raises(Refused, match="Only an administrator"):
        actions.choose_domains(edition=edition, domains=[here], by=make_manager(edition), at=MOMENT)
    actions.choose_domains(edition=edition, domains=[here], by=by, at=MOMENT)
    actions.set_access(edition=edition, access=Access.DOMAIN, sealed=False, by=by, at=MOMENT)
    with pytest.raises(Refused, match="Keep at least one"):
        actions.choose_domains(edition=edition, domains=[], by=by, at=MOMENT)


def test_page_lets_in_with_a_code_and_says_when_it_does_not_work(sign_in, edition, code):
    person = make_person()
    client, url = sign_in(person), reverse("editions:enter")
    wrong = client.post(url, {"code": "WRONGCODES"})
    assert (wrong.status_code, WRONG in wrong.content.decode()) == (422, True)
    assert queries.wrong_codes_of(person, at=TrailEntry.objects.latest("position").at + timedelta(minutes=1)) == 1
    assert code.code in client.get(url, {"code": code.code}).content.decode()
    assert client.get(reverse("editions:access", args=[edition.slug])).status_code == 404
    assert client.post(url, {"code": code.code}).status_code == 302
    assert edition.name in client.get(reverse("editions:editions")).content.decode()


def test_page_waits_after_many_wrong_codes(sign_in, code):
    client, url = sign_in(make_person()), reverse("editions:enter")
    for _try in range(10):
        client.post(url, {"code": "WRONG"})
    answer = client.post(url, {"code": code.code})
    assert (answer.status_code, "Wait an hour" in answer.content.decode()) == (422, True)
    assert not EditionMember.objects.exists()


def test_manager_sets_access_and_keeps_codes_on_one_page(sign_in):
    edition = make_edition(stage=Stage.PREPARING)
    client, url = sign_in(make_manager(edition)), reverse("editions:access", args=[edition.slug])
    assert client.post(url, {"access": "code", "sealed": "on"}).status_code == 302
    answer = client.post(url, {"access": "domain"})
    assert (answer.status_code, "No mail domains" in answer.content.decode()) == (422, True)
    make = reverse("editions:make_code", args=[edition.slug])
    assert client.post(make, {"note": "Team", "most_uses": "5", "expires_at": ""}).status_code == 302
    late = client.post(make, {"expires_at": "2020-01-01T10:00"})
    assert (late.status_code, "still to come" in late.content.decode()) == (422, True)
    code = edition.codes.get()
    assert code.code in client.get(url).content.decode()
    assert client.post(reverse("editions:revoke_code", args=[code.public_id])).status_code == 302
    assert "No longer works" in client.get(url).content.decode()
    assert client.post(reverse("editions:choose_domains", args=[edition.slug]), {}).status_code == 403


def test_administrator_chooses_the_domains_of_a_programme(sign_in):
    edition, here = make_edition(stage=Stage.PREPARING), Domain.objects.create(name="here.nl")
    client = sign_in(make_administrator())
    url = reverse("editions:choose_domains", args=[edition.slug])
    assert client.post(url, {"domains": [str(here.pk)]}).status_code == 302
    assert list(queries.domains_of(edition)) == [here]


@pytest.mark.parametrize("name", ["access", "plan", "questions", "appointments"])
def test_every_page_of_an_edition_is_404_for_who_may_not_enter(sign_in, edition, name):
    url = reverse(f"editions:{name}", args=[edition.slug])
    assert sign_in(make_person()).get(url).status_code == 404
    assert sign_in(make_director(edition)).get(url).status_code == 403


def test_entering_asks_no_more_for_an_open_edition(django_assert_num_queries):
    edition = make_edition()
    with django_assert_num_queries(0):
        assert edition.lets_in(make_person) is True
    assert Edition.objects.entered_by(AnonymousUser()).get() == edition


def test_reasons_of_the_rules_are_none_when_it_may(edition, code):
    person = make_person()
    assert rules.why_not_try_code(by=person, at=MOMENT) is None
    assert rules.why_not_enter_with(code=code, by=person, at=MOMENT) is None
    assert rules.why_not_revoke_code(code=code, by=make_manager(edition)) is None
