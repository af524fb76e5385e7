"""What `make run` promises: a closed edition and one in its call, and one person per role who can sign in."""

import re
import shutil
from contextlib import suppress

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse

from datamatch.cases.models import Case
from datamatch.editions.models import Edition
from datamatch.foundation.models import Job, Mail
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.projects.models import Project
from datamatch.story.actions.demo import PASSWORD
from tests.browser.served import our_database_is

ROLES = [
    "Administrator", "Programme manager", "Director", "Screener", "Juror", "Submitter of an idea", "Data scientist",
]  # fmt: skip
FOR_ALL = ["front:home", "front:my_page", "people:profile", "people:people", "editions:editions", "cases:cases"]
OF_EDITION = ["front:edition", "ideas:ideas"]
OF_MANAGER = ["control:control_room", "ideas:desk", "editions:plan"]

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="the demo world is a file of SQLite")


@pytest.fixture
def here(demo, tmp_path, settings, django_db_blocker):
    """A copy of the demo world as our own database, with the hashes that the product makes."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    shutil.copy(demo.database, tmp_path / "copy.sqlite3")
    with django_db_blocker.unblock(), our_database_is(tmp_path / "copy.sqlite3"):
        cache.clear()
        yield demo


def sign_ins(said):
    """Return who may sign in, by role, as it is printed."""
    return dict(re.findall(r"^    (\S.*?) {2,}(\S+@\S+)$", said, re.MULTILINE))


def test_command_says_how_to_sign_in_and_nothing_went_wrong(demo):
    assert demo.err == ""
    assert list(sign_ins(demo.out)) == ROLES
    assert f"Password: {PASSWORD}" in demo.out
    assert "Traceback" not in demo.out


def test_world_holds_what_is_promised(here):
    assert list(Edition.objects.order_by("number").values_list("stage", flat=True)) == ["closed", "call"]
    first, second = Edition.objects.order_by("number")
    sent = Idea.objects.filter(state=IdeaState.SENT)
    assert (first.shortlist_size, first.chosen_count) == (10, 3)
    assert (Idea.objects.filter(edition=first).count(), Project.objects.count(), Case.objects.count()) == (111, 3, 3)
    assert sent.filter(edition=second).count() > 20
    assert not Job.objects.filter(state=Job.State.FAILED).exists()
    assert not Mail.objects.filter(state=Mail.State.FAILED).exists()


def test_everybody_who_is_printed_signs_in_and_finds_their_pages(here, caplog):
    second = Edition.objects.get(number=2)
    for role, email in sign_ins(here.out).items():
        browser = Client()
        answer = browser.post(reverse("account_login"), {"login": email, "password": PASSWORD})
        assert (role, answer.status_code, answer.get("Location")) == (role, 302, "/")
        asked = [*FOR_ALL, *OF_EDITION, *(OF_MANAGER if role == "Programme manager" else [])]
        pages = {name: browser.get(address_of(name, second)).status_code for name in asked}
        assert (role, pages) == (role, dict.fromkeys(asked, 200))
    assert [one.getMessage() for one in caplog.records if one.levelname in {"ERROR", "CRITICAL"}] == []


def address_of(name, edition):
    """Return the address of a page, of this edition where it is one of an edition."""
    with suppress(NoReverseMatch):
        return reverse(name)
    return reverse(name, args=[edition.slug])
