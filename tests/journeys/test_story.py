"""The story of one edition, replayed by the command from the shipped files: 111, 10, 3, three months, 3 cases."""

import io
import json
import re
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.db import transaction

from datamatch.cases.models import Case
from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.screening.queries import latest_calibration, severities_of
from datamatch.story.forms.journeys import DEMO

# Said here too, so that there is a database of the tests when nothing but this module runs.
pytestmark = pytest.mark.django_db
COMMAND = [sys.executable, "-m", "datamatch.config.cli", "story", "--language", "en"]


class Told:
    """What one replay printed and wrote."""

    def __init__(self, folder, lines):
        self.folder, self.lines = folder, lines
        self.trace = json.loads((folder / "trace.json").read_text(encoding="utf-8"))

    def files(self):
        """Return the content of everything that was written, by name."""
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*.*")}


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo edition, replayed in the database of the tests, which forgets it after this module."""
    folder, out = tmp_path_factory.mktemp("told"), io.StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("story", out=folder, language="en", stdout=out)
        yield Told(folder, out.getvalue().splitlines())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def told_again(tmp_path_factory):
    """The same, by the real command in a process and an SQLite file of its own."""
    folder = tmp_path_factory.mktemp("again")
    run = subprocess.run([*COMMAND, "--out", str(folder)], check=True, capture_output=True, text=True)
    return Told(folder, run.stdout.splitlines())


def test_the_story_prints_its_funnel_and_its_letters(told):
    assert "111 ideas, 10 pitches, 3 projects, 13 weeks, DataDag, 3 cases" in told.lines
    assert any(line.startswith("Letters: 111 of 111 ideas answered, ") for line in told.lines)


def test_the_trace_holds_what_was_printed(told):
    counts = {name: len(told.trace[name]) for name in ("ideas", "pitches", "projects", "cases")}
    assert counts == {"ideas": 111, "pitches": 10, "projects": 3, "cases": 3}
    assert told.trace["edition"]["stage"] == "closed"
    assert told.trace["next_call"]["stage"] == "call"


def test_every_idea_has_a_reasoned_decision_and_a_letter(told):
    shortlist = [one for one in told.trace["decisions"] if one["round"] == "shortlist"]
    assert len(shortlist) == 111
    assert [one["idea"] for one in shortlist if not one["reason"] or not one["letters"]] == []
    named = {path.name[:4] for path in (told.folder / "letters").glob("I*-shortlist-*.eml")}
    assert named == {idea["id"] for idea in told.trace["ideas"]}


def test_exactly_one_case_did_not_work_and_says_why(told):
    failed = [case for case in told.trace["cases"] if case["ending"] == "did_not_work"]
    assert len(failed) == 1
    assert failed[0]["because"]
    assert Case.objects.filter(ending="did_not_work").count() == 1


def test_a_case_is_used_again_in_the_next_call(told):
    assert sum(len(case["reused_in"]) for case in told.trace["cases"]) == 1


def test_every_chosen_team_covers_the_roles_that_must_be_there(told):
    chosen = [team for team in told.trace["teams"] if team["idea"] in told.trace["ballots"]["chosen"]]
    assert len(chosen) == 3
    assert [gap for team in chosen for gap in team["gaps"] if gap["must"]] == []


def test_every_safeguard_of_every_project_is_passed(told):
    assert len(told.trace["gates"]) == 9
    assert {gate["verdict"] for gate in told.trace["gates"]} <= {"go", "go_if"}


def test_the_trail_is_whole_after_the_replay(told):
    assert list(trail.faults()) == []


def test_nobody_who_reviewed_is_named_in_the_trace(told):
    names = {review["screener"] for review in told.trace["reviews"]}
    assert all(re.fullmatch(r"S\d\d", name) for name in names)


def test_the_same_files_and_seed_give_the_same_bytes(told, told_again):
    assert told.files() == told_again.files()


def test_planted_severities_are_found_within_their_intervals(told):
    planted = json.loads((DEMO / "people.plant.json").read_text(encoding="utf-8"))["leniency"]
    calibration = latest_calibration(Edition.objects.get(number=1))
    found = {one.screener.email: one for one in severities_of(calibration)}
    # Only differences between screeners can be seen: who is mild on average is not in the reviews.
    middle = sum(planted[email] for email in found) / len(found)
    outside = [email for email, one in found.items() if not one.low <= planted[email] - middle <= one.high]
    assert (set(found), outside) == (set(planted), [])
