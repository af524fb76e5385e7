"""Signing in with the organisation's own account, at a real provider in a process of its own."""

import base64
import hashlib
from itertools import count
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from datamatch.config.single_sign_on import SingleSignOn, duty_map, words_at
from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Appointment, Edition
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.people import rules
from datamatch.people.actions import invite
from datamatch.people.models import Domain, Person
from tests.factories.editions import make_edition
from tests.factories.people import make_administrator, make_person
from tests.people.provider import query_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk on the dike"
ROLES = '{"dm-use": "participant", "dm-admin": "administrator"}'
_numbers = count(1)


@pytest.fixture
def sign_on(oidc, settings):
    """Trust the provider, with these further settings."""
    cache.clear()

    def _sign_on(**given):
        read = SingleSignOn.read(
            {"DATAMATCH_OIDC_ISSUER": oidc.issuer, "DATAMATCH_OIDC_CLIENT_ID": "datamatch"}
            | {"DATAMATCH_OIDC_CLIENT_SECRET": "known to the provider"}
            | {f"DATAMATCH_OIDC_{name}": value for name, value in given.items()}
        )
        settings.SINGLE_SIGN_ON, settings.SOCIALACCOUNT_PROVIDERS = read, {"openid_connect": read.for_allauth()}
        return read

    return _sign_on


@pytest.fixture
def somebody(oidc):
    """Let the provider know somebody new, and return their subject."""

    def _somebody(**claims):
        subject = f"subject-{next(_numbers)}"
        told = {"email": f"{subject}@example.org", "email_verified": True, "name": "Noor Bakker"}
        oidc.knows(subject, **told | claims)
        return subject

    return _somebody


def browser():
    opened = Client()
    opened.cookies["django_language"] = "en"
    return opened


def come_in(oidc, trusted, subject, opened=None, **given):
    """Go to the provider, say yes there, and come back; return the browser and the last answer."""
    opened = opened or browser()
    away = opened.post(reverse("openid_connect_login", args=[trusted.provider_id]), QUERY_STRING=given.get("query", ""))
    assert away.status_code == 302
    return opened, opened.get(oidc.code_for(away.url, subject), follow=True)


def is_in(opened):
    return opened.get(reverse("people:profile")).status_code == 200


def said(answer):
    return answer.content.decode()


def test_sign_in_page_has_a_button_only_where_a_provider_is_named(client, sign_on):
    client.cookies["django_language"] = "en"
    assert "/oidc/" not in said(client.get(reverse("account_login")))
    trusted = sign_on(NAME="the ministry")
    page = said(client.get(reverse("account_login")))
    assert "Sign in with the ministry" in page
    assert f'action="{reverse("openid_connect_login", args=[trusted.provider_id])}' in page


def test_unknown_provider_does_not_exist(client):
    assert client.post(reverse("openid_connect_login", args=["other"])).status_code == 404


def test_request_carries_pkce_and_the_token_request_its_verifier(oidc, sign_on, somebody):
    come_in(oidc, sign_on(), somebody())
    request, token = oidc.asked()["authorize"][-1], oidc.asked()["token"][-1]
    assert (request["response_type"], request["code_challenge_method"]) == ("code", "S256")
    digest = hashlib.sha256(token["code_verifier"].encode()).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == request["code_challenge"]
    assert set(request["scope"].split()) == {"openid", "profile", "email"}


def test_who_is_new_gets_a_profile_bound_to_issuer_and_subject(oidc, sign_on, somebody):
    Domain.objects.create(name="example.org")
    trusted, subject = sign_on(), somebody()
    opened, answer = come_in(oidc, trusted, subject)
    assert is_in(opened)
    person = Person.objects.get()
    assert (person.name, person.email, person.has_usable_password()) == ("Noor Bakker", f"{subject}@example.org", False)
    assert person.profile.languages == ["en"]
    account = SocialAccount.objects.get()
    assert (account.user, account.provider, account.uid) == (person, trusted.provider_id, subject)
    assert EmailAddress.objects.get().verified
    assert answer.redirect_chain[-1][0] == reverse("people:profile")


def test_nothing_of_the_claims_is_kept(oidc, sign_on, somebody):
    trusted, subject = sign_on(), somebody(picture="https://example.org/me.png", phone="06")
    for _time in range(2):
        come_in(oidc, trusted, subject)
        assert SocialAccount.objects.get().extra_data == {}


def test_second_time_is_the_same_person_whatever_address_they_have_now(oidc, sign_on, somebody):
    trusted, subject = sign_on(), somebody()
    come_in(oidc, trusted, subject)
    oidc.knows(subject, email="married@example.org", email_verified=True, name="Noor de Wit")
    opened, _answer = come_in(oidc, trusted, subject)
    assert is_in(opened)
    assert Person.objects.get().name == "Noor Bakker"


def test_another_subject_with_the_same_address_is_not_let_in(oidc, sign_on, somebody):
    trusted = sign_on()
    come_in(oidc, trusted, somebody(email="noor@example.org"))
    opened, answer = come_in(oidc, trusted, somebody(email="noor@example.org"))
    assert answer.status_code == 403
    assert "There is a profile with your address already." in said(answer)
    assert not is_in(opened)
    assert (Person.objects.count(), SocialAccount.objects.count()) == (1, 1)


def test_same_subject_of_another_issuer_is_somebody_else(oidc, sign_on, somebody):
    subject = somebody()
    trusted = sign_on()
    SocialAccount.objects.create(
        user=make_person(), provider=sign_on_of("https://other.example").provider_id, uid=subject
    )
    come_in(oidc, trusted, subject)
    assert SocialAccount.objects.filter(uid=subject).values("user").distinct().count() == 2


def sign_on_of(issuer):
    return SingleSignOn.read({"DATAMATCH_OIDC_ISSUER": issuer, "DATAMATCH_OIDC_CLIENT_ID": "x"})


def test_local_account_with_the_address_is_not_taken_over(oidc, sign_on, somebody):
    local = make_person(email="local@example.org")
    opened, answer = come_in(oidc, sign_on(), somebody(email="Local@example.org"))
    assert answer.status_code == 403
    assert not is_in(opened)
    assert not SocialAccount.objects.exists()
    assert (Person.objects.get(), Mail.objects.exists()) == (local, False)


def test_local_account_is_not_found_by_another_verified_address_either(oidc, sign_on, somebody):
    EmailAddress.objects.create(user=make_person(), email="second@example.org", verified=True)
    _opened, answer = come_in(oidc, sign_on(), somebody(email="second@example.org"))
    assert answer.status_code == 403


def test_local_account_is_linked_after_signing_in_locally(oidc, sign_on, somebody):
    person = make_person(email="local@example.org")
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    trusted, subject, opened = sign_on(), somebody(email="local@example.org"), browser()
    opened.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert "Link this account" in said(opened.get(reverse("people:account")))
    opened, asked = come_in(oidc, trusted, subject, opened, query="process=connect")
    assert asked.redirect_chain[-1][0].startswith(reverse("account_reauthenticate"))
    opened.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert SocialAccount.objects.get().user == person
    assert "An account was linked" in set(Mail.objects.values_list("subject", flat=True))
    fresh, _answer = come_in(oidc, trusted, subject)
    assert is_in(fresh)


def test_account_of_somebody_else_is_not_linked(oidc, sign_on, somebody, sign_in):
    trusted, subject = sign_on(), somebody()
    come_in(oidc, trusted, subject)
    other = make_person()
    Person.objects.filter(pk=other.pk).update(password="!")
    _opened, answer = come_in(oidc, trusted, subject, sign_in(Person.objects.get(pk=other.pk)), query="process=connect")
    assert "This account is linked to another profile already." in said(answer)
    assert SocialAccount.objects.get().user != other


def test_link_is_removed_only_when_another_way_in_is_left(oidc, sign_on, somebody):
    opened, _answer = come_in(oidc, sign_on(), somebody())
    page, account = reverse("socialaccount_connections"), SocialAccount.objects.get()
    assert "Linked on" in said(opened.get(page))
    answer = opened.post(page, {"account": account.pk})
    assert "This is your only way to sign in." in said(answer)
    assert SocialAccount.objects.exists()


def test_without_the_claim_nobody_comes_in(oidc, sign_on, somebody):
    opened, answer = come_in(oidc, sign_on(ROLES=ROLES), somebody(roles=["something-else"]))
    assert answer.status_code == 403
    assert "Your account has no access to DataMatch yet." in said(answer)
    assert not is_in(opened)
    assert not Person.objects.exists()


def test_roles_follow_the_claims_at_each_sign_in(oidc, sign_on, somebody):
    trusted, subject = sign_on(ROLES=ROLES), somebody(roles=["dm-use"])
    told = {"email": f"{subject}@example.org", "email_verified": True, "name": "Noor"}
    for roles, administrator in ((["dm-use"], False), (["dm-admin"], True), (["dm-use"], False)):
        oidc.knows(subject, **told, roles=roles)
        come_in(oidc, trusted, subject)
        person = Person.objects.get()
        assert (person.is_staff, person.is_superuser) == (administrator, administrator)
    deeds = TrailEntry.objects.exclude(deed="person.join").values_list("deed", flat=True)
    assert list(deeds) == ["administrator.named", "administrator.removed"]
    oidc.knows(subject, **told)
    opened, answer = come_in(oidc, trusted, subject)
    assert (answer.status_code, is_in(opened)) == (403, False)


def test_administrator_who_loses_access_altogether_loses_the_role_too(oidc, sign_on, somebody):
    trusted, subject = sign_on(ROLES=ROLES), somebody(roles=["dm-admin"])
    come_in(oidc, trusted, subject)
    oidc.knows(subject, email=f"{subject}@example.org", email_verified=True)
    come_in(oidc, trusted, subject)
    assert not Person.objects.get().is_staff


def test_claim_that_lies_deeper_is_found(oidc, sign_on, somebody):
    trusted = sign_on(ROLES=ROLES, ROLES_CLAIM="realm_access.roles")
    opened, _answer = come_in(oidc, trusted, somebody(realm_access={"roles": ["dm-admin"]}))
    assert is_in(opened)
    assert Person.objects.get().is_staff


def test_without_a_map_roles_are_left_alone(oidc, sign_on, somebody):
    trusted, subject = sign_on(), somebody()
    come_in(oidc, trusted, subject)
    Person.objects.update(is_staff=True)
    come_in(oidc, trusted, subject)
    assert Person.objects.get().is_staff


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email": ""}])
def test_who_is_new_needs_a_verified_address(oidc, sign_on, somebody, claims):
    _opened, answer = come_in(oidc, sign_on(), somebody(**claims))
    assert answer.status_code == 403
    assert "did not tell us a verified e-mail address" in said(answer)
    assert not Person.objects.exists()


def test_address_counts_as_verified_where_the_settings_trust_the_provider(oidc, sign_on, somebody):
    opened, _answer = come_in(oidc, sign_on(TRUST_EMAIL="1"), somebody(email_verified=False))
    assert is_in(opened)


def test_closed_account_does_not_come_back(oidc, sign_on, somebody):
    from datamatch.people.actions import close_account
    from tests.factories.moments import MOMENT

    trusted, subject = sign_on(), somebody()
    come_in(oidc, trusted, subject)
    gone = Person.objects.get()
    close_account(person=gone, by=gone, at=MOMENT)
    come_in(oidc, trusted, subject)
    assert Person.objects.exclude(pk=gone.pk).count() == 1
    assert not Person.objects.get(pk=gone.pk).is_active


def test_issuer_that_is_not_the_one_of_the_settings_is_refused(oidc, sign_on, somebody, settings):
    trusted = sign_on()
    settings.SINGLE_SIGN_ON = sign_on_of("https://somebody.example")
    opened, answer = come_in(oidc, trusted, somebody())
    assert answer.status_code == 403
    assert "does not add up" in said(answer)
    assert not is_in(opened)


def test_answer_without_the_state_of_this_browser_is_refused(oidc, sign_on, somebody):
    trusted = sign_on()
    away = browser().post(reverse("openid_connect_login", args=[trusted.provider_id]))
    victim = browser()
    answer = victim.get(oidc.code_for(away.url, somebody()))
    assert answer.status_code == 401
    assert "Signing in did not work" in said(answer)
    assert not is_in(victim)


def test_code_of_another_request_fails_without_its_verifier(oidc, sign_on, somebody):
    trusted, opened = sign_on(), browser()
    first = opened.post(reverse("openid_connect_login", args=[trusted.provider_id]))
    stolen = query_of(oidc.code_for(first.url, somebody()))["code"]
    second = query_of(opened.post(reverse("openid_connect_login", args=[trusted.provider_id])).url)["state"]
    callback = reverse("openid_connect_callback", args=[trusted.provider_id])
    answer = opened.get(callback, {"code": stolen, "state": second})
    assert answer.status_code == 401
    assert not is_in(opened)


def test_who_stops_at_the_provider_is_told_kindly(sign_on, oidc):
    trusted, opened = sign_on(), browser()
    state = query_of(opened.post(reverse("openid_connect_login", args=[trusted.provider_id])).url)["state"]
    callback = reverse("openid_connect_callback", args=[trusted.provider_id])
    answer = opened.get(callback, {"error": "access_denied", "state": state}, follow=True)
    assert "You stopped half-way" in said(answer)


def test_page_of_the_form_may_lead_to_the_provider_only():
    trusted = sign_on_of("https://login.example.nl/tenant/v2.0/")
    assert trusted.origin == "https://login.example.nl"
    assert trusted.issuer == "https://login.example.nl/tenant/v2.0"
    assert trusted.provider_id.startswith("login.example.nl-")
    assert trusted.provider_id != sign_on_of("https://login.example.nl/other/v2.0").provider_id


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"CLIENT_ID": ""}, "DATAMATCH_OIDC_CLIENT_ID"),
        ({"ISSUER": "http://login.example.nl"}, "https://"),
        ({"ROLES": "[]"}, "JSON object"),
        ({"DUTIES": "[]"}, "JSON object"),
        ({"DUTIES": '{"x": "king:edition/one"}'}, "juror:edition"),
        ({"DUTIES": "nonsense"}, "JSON object"),
        ({"ROLES": "{"}, "JSON object"),
        ({"ROLES": '{"x": "king"}'}, "participant and administrator"),
    ],
)
def test_settings_that_cannot_be_right_stop_the_start(given, problem):
    words = {"ISSUER": "https://login.example.nl", "CLIENT_ID": "x"} | given
    with pytest.raises(ValueError, match=problem):
        SingleSignOn.read({f"DATAMATCH_OIDC_{name}": value for name, value in words.items()})


def test_without_an_issuer_there_is_no_single_sign_on():
    assert SingleSignOn.read({}) is None
    with pytest.raises(CommandError, match="DATAMATCH_OIDC_ISSUER"):
        call_command("sso")


def test_command_tells_the_address_to_register(settings, capsys):
    settings.SINGLE_SIGN_ON = sign_on_of("https://login.example.nl")
    call_command("sso")
    provider_id = settings.SINGLE_SIGN_ON.provider_id
    assert capsys.readouterr().out == f"http://localhost:8000/account/oidc/{provider_id}/login/callback/\n"


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"roles": ["a", "b"]}, ["a", "b"]),
        ({"roles": "a b,c"}, ["a", "b", "c"]),
        ({"roles": 5}, []),
        ({}, []),
        ({"roles": None}, []),
    ],
)
def test_words_of_a_claim_come_as_a_list_or_as_one_line(claims, words):
    assert words_at("roles", claims) == words
    assert words_at("deep.roles", {"deep": claims}) == words
    assert words_at("https://a.nl/roles", {"https://a.nl/roles": ["x"]}) == ["x"]


@pytest.mark.parametrize(
    ("told", "trusted"),
    [
        ({"id_token": {"iss": "https://a.nl", "sub": "1"}}, True),
        ({"id_token": {"iss": "https://a.nl/", "sub": "1"}, "userinfo": {"sub": "1"}}, True),
        ({"id_token": {"iss": "https://a.nl", "sub": "1"}, "userinfo": {"sub": "2"}}, False),
        ({"id_token": {"iss": "https://b.nl", "sub": "1"}}, False),
        ({"userinfo": {"sub": "1"}}, False),
        ({}, False),
    ],
)
def test_answer_has_to_add_up(told, trusted):
    assert (rules.why_not_trust(told, issuer="https://a.nl") is None) == trusted


def test_who_is_new_needs_an_address_at_a_listed_domain_or_an_invitation(oidc, sign_on, somebody):
    Domain.objects.create(name="elsewhere.nl")
    trusted, subject = sign_on(), somebody()
    _opened, answer = come_in(oidc, trusted, subject)
    assert (answer.status_code, Person.objects.count()) == (403, 0)
    assert "Only addresses at these mail domains are used here: elsewhere.nl." in said(answer)
    _invitation, link = invite(by=make_administrator(), at=timezone.now())
    invited = browser()
    invited.get(urlsplit(link).path)
    opened, _answer = come_in(oidc, trusted, subject, invited)
    assert is_in(opened)


def duties(edition):
    return sorted(edition.appointments.filter(person__name="Noor Bakker").values_list("duty", flat=True))


DUTIES = '{"jury": "juror:edition/%s", "pm": "manager:programme/%s", "later": "screener:edition/not-yet"}'


def test_duties_follow_the_claims_at_each_sign_in(oidc, sign_on, somebody):
    edition, other = make_edition(), make_edition(stage=Stage.CLOSED)
    Edition.objects.filter(pk=other.pk).update(programme=edition.programme, number=99)
    trusted = sign_on(ROLES=ROLES, DUTIES=DUTIES % (edition.slug, edition.programme.slug))
    subject = somebody(roles=["jury", "pm", "later"])
    told = {"email": f"{subject}@example.org", "email_verified": True, "name": "Noor Bakker"}
    for words, expected in (
        (["jury", "pm", "later"], ["juror", "manager"]),
        (["jury"], ["juror"]),
        (["dm-use"], []),
        (["dm-use", "pm"], ["manager"]),
    ):
        oidc.knows(subject, **told, roles=words)
        opened, _answer = come_in(oidc, trusted, subject)
        assert (is_in(opened), duties(edition), duties(other)) == (True, expected, [])
    lines = TrailEntry.objects.filter(deed__in=["person.appoint", "person.dismiss"]).values_list("deed", "actor_id")
    assert list(lines) == [("person.appoint", None)] * 2 + [("person.dismiss", None)] * 2 + [("person.appoint", None)]


def test_without_any_claim_nobody_comes_in_and_every_duty_of_the_claims_is_gone(oidc, sign_on, somebody):
    edition = make_edition()
    trusted = sign_on(ROLES=ROLES, DUTIES=DUTIES % (edition.slug, edition.programme.slug))
    subject = somebody(roles=["pm"])
    come_in(oidc, trusted, subject)
    assert duties(edition) == ["manager"]
    oidc.knows(subject, email=f"{subject}@example.org", email_verified=True)
    opened, answer = come_in(oidc, trusted, subject)
    assert (answer.status_code, is_in(opened), duties(edition)) == (403, False, [])


def test_duty_given_by_hand_stays_whatever_the_claims_say(oidc, sign_on, somebody):
    edition = make_edition()
    trusted = sign_on(DUTIES=DUTIES % (edition.slug, edition.programme.slug))
    subject = somebody()
    come_in(oidc, trusted, subject)
    Appointment.objects.create(edition=edition, person=Person.objects.get(), duty="juror", appointed_at=timezone.now())
    for words in (["jury"], []):
        oidc.knows(subject, email=f"{subject}@example.org", email_verified=True, roles=words)
        come_in(oidc, trusted, subject)
        assert duties(edition) == ["juror"]


def test_duty_of_a_closed_edition_stays_as_it_was(oidc, sign_on, somebody):
    edition = make_edition()
    trusted = sign_on(DUTIES=DUTIES % (edition.slug, edition.programme.slug))
    subject = somebody(roles=["jury"])
    come_in(oidc, trusted, subject)
    edition.stage = Stage.CLOSED
    edition.save()
    oidc.knows(subject, email=f"{subject}@example.org", email_verified=True)
    come_in(oidc, trusted, subject)
    assert duties(edition) == ["juror"]


def test_every_duty_can_be_named_in_the_settings():
    for duty in Duty.values:
        assert duty_map(f'{{"x": "{duty}:edition/one"}}') == {"x": f"{duty}:edition/one"}
