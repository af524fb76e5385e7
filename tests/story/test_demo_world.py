"""What `make run` promises: an edition in every stage people act in, and one person per role who can sign in."""

import re
import shutil
from contextlib import suppress

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from datamatch.canvas.models import Canvas
from datamatch.cases.models import Case
from datamatch.editions.models import Edition
from datamatch.foundation.models import Job, Mail
from datamatch.front.queries.mine import errands_of
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import AlikePair, Idea
from datamatch.jury.models import Pitch, Recusal, Verdict
from datamatch.people.models import Person
from datamatch.post.models import Letter
from datamatch.projects.models import Project
from datamatch.screening.models import AskBack, Assignment, Conflict, Decision, Opinion
from datamatch.screening.weighing import beside_ranking
from datamatch.story.actions.demo import PASSWORD
from datamatch.teams.models import Suggestion
from datamatch.teams.queries import gaps_of, teams_in
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
    stages = dict(Edition.objects.values_list("slug", "stage"))
    assert stages == {
        "datamatch-1": "closed", "datamatch-2": "call", "datamatch-toezicht": "screening",
        "datamatch-loket": "screening", "datamatch-regio": "matching", "datamatch-werk": "pitching",
    }  # fmt: skip
    first, second = Edition.objects.get(slug="datamatch-1"), Edition.objects.get(slug="datamatch-2")
    sent = Idea.objects.filter(state=IdeaState.SENT)
    assert (first.shortlist_size, first.chosen_count) == (10, 3)
    assert (Idea.objects.filter(edition=first).count(), Project.objects.count(), Case.objects.count()) == (111, 3, 3)
    assert sent.filter(edition=second).count() > 20
    assert not Job.objects.filter(state=Job.State.FAILED).exists()
    assert not Mail.objects.filter(state=Mail.State.FAILED).exists()


def test_everybody_who_is_printed_signs_in_and_finds_their_pages(here, caplog):
    second = Edition.objects.get(slug="datamatch-2")
    for role, email in sign_ins(here.out).items():
        browser = Client()
        answer = browser.post(reverse("account_login"), {"login": email, "password": PASSWORD})
        assert (role, answer.status_code, answer.get("Location")) == (role, 302, "/")
        asked = [*FOR_ALL, *OF_EDITION, *(OF_MANAGER if role == "Programme manager" else [])]
        pages = {name: browser.get(address_of(name, second)).status_code for name in asked}
        assert (role, pages) == (role, dict.fromkeys(asked, 200))
    assert [one.getMessage() for one in caplog.records if one.levelname in {"ERROR", "CRITICAL"}] == []


def test_in_every_stage_something_waits(here):
    screening, choosing, teaming, pitching = (
        Edition.objects.get(slug=f"datamatch-{name}") for name in ("toezicht", "loket", "regio", "werk")
    )
    states = set(Assignment.objects.filter(idea__edition=screening).values_list("state", flat=True))
    assert states == {"done", "open", "abstained"}
    assert AskBack.objects.filter(idea__edition=screening, answered_at=None).count() == 1
    assert AlikePair.objects.filter(edition=screening, level__in=["copy", "strong"]).count() >= 1
    assert Conflict.objects.filter(idea__edition=screening).count() == 1
    opinions = Opinion.objects.filter(review__assignment__idea__edition=screening)
    assert sorted(opinions.values_list("stance", flat=True)) == ["agree", "disagree"]
    beside = beside_ranking(choosing)
    assert beside
    assert all(said.told for said in beside.values())
    letters = Letter.objects.filter(decision__idea__edition=choosing)
    assert (letters.count(), letters.filter(sent_at=None).count()) == (12, 12)
    assert Decision.objects.filter(idea__edition=choosing, departs=True, published_at=None).count() == 2
    assert Suggestion.objects.filter(team__idea__edition=teaming).exists()
    assert ("ethicus", 8) in {(gap.role, gap.hours_per_week) for team in teams_in(teaming) for gap in gaps_of(team)}
    assert sorted(Pitch.objects.filter(idea__edition=pitching).values_list("state", flat=True)) == [
        "done", "on_stage", "waiting", "waiting",
    ]  # fmt: skip


def test_money_of_the_closed_edition_can_be_weighed_against_the_means(here):
    first = Edition.objects.get(slug="datamatch-1")
    wanted = Canvas.objects.filter(idea__edition=first).values_list("euros", flat=True)
    assert min(wanted) > 0
    assert first.means_euros < sum(wanted)


def test_who_signs_in_finds_something_to_do(here):
    people = {role: Person.objects.get(email=email) for role, email in sign_ins(here.out).items()}
    assert [role for role, person in people.items() if not errands_of(person, at=timezone.now())] == []


@pytest.mark.parametrize("words", ["This idea comes from", "The jury heard"])
def test_people_of_the_demo_write_dutch_in_whatever_language_it_is_loaded(here, words):
    said = [*Recusal.objects.values_list("reason", flat=True), *Verdict.objects.values_list("motive", flat=True)]
    assert said
    assert [text for text in said if words in text] == []


def address_of(name, edition):
    """Return the address of a page, of this edition where it is one of an edition."""
    with suppress(NoReverseMatch):
        return reverse(name)
    return reverse(name, args=[edition.slug])
