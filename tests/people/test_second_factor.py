"""Account and security: passwords, an authenticator app, recovery codes, devices, and limits on attempts."""

import json
import re
import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.conf import settings as product
from django.core.cache import cache, caches
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from datamatch.config import settings as shipped
from datamatch.foundation.models import Mail
from datamatch.foundation.shared_cache import cache_is_shared
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk on the dike"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def anna(db):
    """Somebody with a password and a verified address."""
    cache.clear()
    person = make_person(name="Anna", email="anna@example.org")
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def browser(**headers):
    """Open a browser in English."""
    opened = Client(headers=headers or None)
    opened.cookies["django_language"] = "en"
    return opened


def sign_in_with_password(opened, password=PASSWORD, email="anna@example.org", **given):
    return opened.post(reverse("account_login"), {"login": email, "password": password}, **given)


def code_now():
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


def said(answer):
    return answer.content.decode()


def is_in(opened):
    return opened.get(reverse("people:profile")).status_code == 200


def test_account_page_gathers_every_way_in(anna):
    opened = browser()
    sign_in_with_password(opened)
    page = said(opened.get(reverse("people:account")))
    for name in (
        "account_email",
        "account_change_password",
        "mfa_add_webauthn",
        "mfa_activate_totp",
        "usersessions_list",
    ):
        assert f'href="{reverse(name)}"' in page
    for name in ("people:download", "people:close"):
        assert f'href="{reverse(name)}"' in page
    assert "You are signed in on 1 device." in page


def test_library_page_of_ways_in_leads_to_ours(anna):
    opened = browser()
    sign_in_with_password(opened)
    assert opened.get(reverse("mfa_index")).url == reverse("people:account")


def test_account_menu_leads_there_and_administrators_to_who_may_register(sign_in):
    assert f'href="{reverse("people:account")}"' in said(sign_in(make_person()).get("/"))
    assert f'href="{reverse("people:admission")}"' not in said(sign_in(make_person()).get("/"))
    assert f'href="{reverse("people:admission")}"' in said(sign_in(make_administrator()).get("/"))


def test_authenticator_app_is_switched_on_with_its_code_and_brings_recovery_codes(anna):
    opened = browser()
    sign_in_with_password(opened)
    page, ask = reverse("mfa_activate_totp"), reverse("account_reauthenticate")
    assert opened.get(page).url.startswith(ask)
    opened.post(f"{ask}?next={page}", {"password": PASSWORD})
    shown = said(opened.get(page))
    assert 'src="data:image/svg+xml;base64,' in shown
    session = opened.session
    session["mfa.totp.secret"] = SECRET
    session.save()
    assert "This code does not fit." in said(opened.post(page, {"code": "000000"}))
    answer = opened.post(page, {"code": code_now()}, follow=True)
    assert len(re.findall(r"<li><code>\d{8}</code></li>", said(answer))) == 10
    opened.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()
    assert Mail.objects.last().subject == "The authenticator app is off"


def test_password_alone_is_not_enough_with_an_app(anna):
    TOTP.activate(anna, SECRET)
    opened = browser()
    assert sign_in_with_password(opened).url == reverse("mfa_authenticate")
    assert not is_in(opened)
    assert "This code does not fit." in said(opened.post(reverse("mfa_authenticate"), {"code": "123"}))
    opened.post(reverse("mfa_authenticate"), {"code": code_now()})
    assert is_in(opened)


def test_mailed_code_alone_is_not_enough_with_an_app(anna):
    TOTP.activate(anna, SECRET)
    opened = browser()
    answer = opened.post(reverse("account_request_login_code"), {"email": anna.email})
    code = re.search(r"^([A-Z0-9]{3,}(?:-[A-Z0-9]+)*)$", Mail.objects.last().body, re.M)[1]
    assert opened.post(answer.url, {"code": code}).url == reverse("mfa_authenticate")
    assert not is_in(opened)


def test_recovery_code_works_once(anna):
    TOTP.activate(anna, SECRET)
    code = RecoveryCodes.activate(anna).get_unused_codes()[0]
    for works in (True, False):
        opened = browser()
        sign_in_with_password(opened)
        opened.post(reverse("mfa_authenticate"), {"code": code})
        assert is_in(opened) == works


def test_right_password_is_refused_after_too_many_wrong_ones_and_other_ways_stay_open(anna):
    opened = browser()
    for _try in range(6):
        sign_in_with_password(opened, "wrong")
    answer = sign_in_with_password(browser())
    assert answer.status_code == 200
    assert "That was too often. Wait a few minutes and try again." in said(answer)
    asked = opened.post(reverse("account_request_login_code"), {"email": anna.email})
    code = re.search(r"^([A-Z0-9]{3,}(?:-[A-Z0-9]+)*)$", Mail.objects.last().body, re.M)[1]
    opened.post(asked.url, {"code": code})
    assert is_in(opened)


def test_forwarded_address_does_not_get_around_the_limit(anna):
    for number in range(6):
        forged = browser(
            x_forwarded_for=f"10.0.0.{number}", x_real_ip=f"10.0.0.{number}", forwarded=f"for=10.0.0.{number}"
        )
        sign_in_with_password(forged, "wrong")
    assert "That was too often." in said(sign_in_with_password(browser(x_forwarded_for="192.0.2.7")))


def test_limit_per_network_address_reads_no_forwarded_header():
    cache.clear()
    answers = [
        browser(x_forwarded_for=f"10.0.0.{number}").post(
            reverse("account_reset_password"), {"email": f"{number}@example.org"}
        )
        for number in range(22)
    ]
    assert [answer.status_code for answer in answers] == [302] * 20 + [429] * 2


def test_wrong_second_factors_are_limited_too(anna):
    TOTP.activate(anna, SECRET)
    opened = browser()
    sign_in_with_password(opened)
    for _try in range(6):
        answer = opened.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "That was too often." in said(answer)


def test_limits_are_shared_by_all_processes():
    assert product.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    caches["default"].set("attempts", 3)
    del caches["default"]
    assert caches["default"].get("attempts") == 3


def test_table_of_the_shared_cache_is_made_by_the_migrations():
    call_command("createcachetable", dry_run=True, verbosity=0)
    assert cache.get("nothing") is None


def test_cache_of_one_process_is_warned_about(settings):
    assert cache_is_shared() == []
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    assert [warning.id for warning in cache_is_shared()] == ["foundation.W001"]
    assert "CACHES" in vars(shipped)


def test_devices_are_listed_and_signed_out_everywhere_else(anna):
    here, there = browser(user_agent="Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0"), browser(user_agent="curl/8")
    for opened in (here, there):
        sign_in_with_password(opened)
    page = said(here.get(reverse("usersessions_list")))
    assert "Firefox, Linux" in page
    assert "curl/8" in page
    assert page.count("this one") == 1
    here.post(reverse("usersessions_list"))
    assert (is_in(here), is_in(there)) == (True, False)
    assert UserSession.objects.filter(user=anna).count() == 1


def test_new_password_ends_other_devices_and_tells_by_mail(anna):
    here, there = browser(), browser()
    for opened in (here, there):
        sign_in_with_password(opened)
    words = {
        "oldpassword": PASSWORD,
        "password1": "vier blauwe fietsen buiten",
        "password2": "vier blauwe fietsen buiten",
    }
    here.post(reverse("account_change_password"), words)
    assert (is_in(here), is_in(there)) == (True, False)
    assert Mail.objects.last().subject == "Your password was changed"
    assert "Was it not you?" in Mail.objects.last().body


def test_passkey_page_hands_its_options_to_the_script_without_a_script_in_the_page(anna):
    opened = browser()
    sign_in_with_password(opened)
    page = reverse("mfa_add_webauthn")
    opened.post(f"{reverse('account_reauthenticate')}?next={page}", {"password": PASSWORD})
    html = said(opened.get(page))
    assert 'data-passkey="add"' in html
    assert re.findall(r"<script(?![^>]* src=)", html) == []


def test_sign_in_offers_a_passkey_with_fresh_options(client):
    cache.clear()
    assert 'data-passkey="login"' in said(client.get(reverse("account_login")))
    options = json.loads(said(client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})))
    assert options["request_options"]["publicKey"]["userVerification"] == "required"


@pytest.mark.parametrize(
    "forged", [{"id": "x", "response": {}}, {}, [], 1, "x", {"response": {"userHandle": "MQ"}}, {"response": None}]
)
def test_forged_passkey_lets_nobody_in(anna, forged):
    opened = browser()
    opened.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    answer = opened.post(reverse("mfa_login_webauthn"), {"credential": json.dumps(forged)})
    assert answer.url == reverse("account_login")
    assert not is_in(opened)


def test_download_asks_for_the_password_and_holds_what_is_kept(anna):
    opened = browser()
    sign_in_with_password(opened)
    page = reverse("people:download")
    assert opened.get(page).url.startswith(reverse("account_reauthenticate"))
    opened.post(f"{reverse('account_reauthenticate')}?next={page}", {"password": PASSWORD})
    answer = opened.get(page)
    told = json.loads(said(answer))
    assert told["account"][0]["email"] == "anna@example.org"
    assert set(told) >= {"addresses", "profile", "profileskill", "photo", "devices", "mail", "ideas", "energy"}
    assert answer["Content-Disposition"] == 'attachment; filename="datamatch-account.json"'
    assert "argon2" not in said(answer)


def test_second_factor_pages_of_somebody_else_do_not_exist(anna, sign_in):
    key = Authenticator.objects.create(user=anna, type="webauthn", data={"name": "Phone"})
    opened = sign_in(make_person())
    session = opened.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session.save()
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert opened.get(reverse(name, args=[key.pk])).status_code == 404
