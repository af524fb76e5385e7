"""Signing in before a real browser: with a passkey, an app and its recovery codes, and the organisation's account."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from datamatch.people.actions import add_person
from datamatch.people.models import Person
from tests.browser.conftest import sign_in
from tests.browser.eyes import GOOD_BONES, PHONE, axe_violations, bones, scrolls_sideways
from tests.browser.served import SERVER, World, our_database_is, stop
from tests.factories.moments import MOMENT
from tests.people.provider import provider

pytestmark = pytest.mark.browser
EMAIL, PASSWORD = "noor@example.org", "vier blauwe fietsen buiten"
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def noor(empty, settings):
    """Somebody with a password and a verified address."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    person = add_person(email=EMAIL, name="Noor", language="en", at=MOMENT)
    person.set_password(PASSWORD)
    person.save()
    assert EmailAddress.objects.get().verified
    return person


def look(page):
    """Look at a page as at every other page of the product."""
    assert bones(page, "en") == GOOD_BONES
    assert axe_violations(page) == []
    width = page.viewport_size["width"]
    assert scrolls_sideways(page, PHONE, width) == []


def show_password(page):
    """Show once more who is there."""
    page.get_by_role("heading", name="Your password once more").wait_for()
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def sign_out(page):
    page.goto("/account/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(re.compile("/$"))


def test_a_passkey_signs_in_without_a_password(open_page, empty, noor):
    page = open_page(empty, width=PHONE)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    sign_in(page, EMAIL, PASSWORD)
    page.goto("/account/")
    look(page)
    page.get_by_role("link", name="Add a passkey").click()
    show_password(page)
    page.get_by_label("What do you call it?").fill("My phone")
    look(page)
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    look(page)
    page.goto("/account/2fa/webauthn/")
    page.get_by_role("rowheader", name="My phone").wait_for()
    look(page)
    sign_out(page)
    page.goto("/account/login/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(empty + "/")
    page.goto("/account/")
    assert "Your account is well protected" in page.locator("main").inner_text()


def test_an_app_and_its_recovery_codes_are_the_second_step(open_page, empty, noor):
    page = open_page(empty)
    sign_in(page, EMAIL, PASSWORD)
    page.goto("/account/2fa/totp/activate/")
    show_password(page)
    page.get_by_role("heading", name="Switch the authenticator app on").wait_for()
    look(page)
    secret = page.locator("code").inner_text()
    page.locator("[name=code]").fill(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))
    page.get_by_role("button", name="Switch it on").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    code = page.locator("main code").first.inner_text()
    sign_out(page)
    sign_in(page, EMAIL, PASSWORD)
    page.get_by_role("heading", name="One more step").wait_for()
    look(page)
    page.locator("[name=code]").fill("000000")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("This code does not fit.").first.wait_for()
    page.locator("[name=code]").fill(code)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(empty + "/")


@pytest.fixture
def trusting(chromium, tmp_path, django_db_blocker):
    """A server that trusts a provider, and the provider; the database is ours as well."""
    with provider() as oidc:
        told = {"ISSUER": oidc.issuer, "CLIENT_ID": "datamatch", "CLIENT_SECRET": "known", "NAME": "Rijks-ID"}
        told["ROLES"] = '{"dm": "participant"}'
        world = World(tmp_path, **{f"DATAMATCH_OIDC_{name}": value for name, value in told.items()})
        world.run("migrate", "--verbosity=0")
        server = world.serve(*SERVER)
        with django_db_blocker.unblock(), our_database_is(world.database):
            yield world, oidc
        stop(server)


def test_the_account_of_the_organisation_leads_in_and_back(browser, trusting):
    world, oidc = trusting
    oidc.knows("noor", name="Noor Bakker", email=EMAIL, email_verified=True, roles=["dm"])
    oidc.knows("guest", name="Guest", email="guest@example.org", email_verified=True)
    for subject, heading in (("noor", "What can you do?"), ("guest", "You cannot come in this way yet")):
        context = browser.new_context(base_url=world.url, locale="en")
        context.add_cookies([{"name": "django_language", "value": "en", "url": world.url}])
        # The page of the provider asks a style sheet of the internet; there is none here.
        context.route(re.compile(r"^https://"), lambda route: route.abort())
        page, said = context.new_page(), []
        page.on("console", lambda words, said=said: said.append(words.text))
        page.goto("/account/login/")
        page.get_by_role("button", name="Sign in with Rijks-ID").click()
        page.wait_for_url(re.compile(rf"^{oidc.issuer}/"))
        page.locator("input[name=sub]").fill(subject)
        page.locator("input[name=sub]").press("Enter")
        page.get_by_role("heading", level=1, name=heading).wait_for()
        look(page)
        assert [words for words in said if "Content Security Policy" in words] == []
        context.close()
    assert list(Person.objects.values_list("name", flat=True)) == ["Noor Bakker"]
