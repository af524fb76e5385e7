"""`datamatch story` as people type it."""

from email import message_from_bytes, policy

from tests.story.conftest import story, story_of_small_world
from tests.story.files import IDEA, PERSON, as_csv, csv_file, rows_of, small_world


def test_story_ends_well_and_shows_what_came_of_it(replayed):
    assert (replayed.code, replayed.err) == (0, "")
    lines = replayed.out.splitlines()
    assert lines[0] == "Preparing a database of its own; yours is not touched"
    assert "12 ideas, 4 pitches, 2 projects, 13 weeks, DataDag, 2 cases" in lines
    assert "Letters: 12 of 12 ideas answered, 16 letters sent" in lines
    assert "Gates: 6 of 6 safeguards passed" in replayed.out
    assert lines[-1] == f"Written: {replayed.folder}/trace.json and 16 letters in {replayed.folder}/letters"


def test_story_touches_no_database_but_its_own(replayed):
    assert not replayed.home.exists()


def test_same_files_and_seed_give_the_same_bytes(replayed, tmp_path):
    again = story_of_small_world(tmp_path)
    assert (again.folder / "trace.json").read_bytes() == (replayed.folder / "trace.json").read_bytes()
    assert again.letters == replayed.letters


def test_letters_open_in_a_mail_program(replayed):
    letter = message_from_bytes(replayed.letters["I001-shortlist-1.eml"], policy=policy.default)
    assert letter["To"] == "p01@example.org"
    assert letter["Subject"]
    assert letter["Content-Language"] == "nl"
    assert "Idea about 0" in letter.get_content()


def test_faults_are_all_told_and_nothing_is_done(tmp_path):
    ideas = csv_file(tmp_path, as_csv(rows_of(IDEA | {"title": ""})))
    people = csv_file(tmp_path, as_csv(rows_of(PERSON | {"rol": "baas"})), name="people.csv")
    ran = story(tmp_path, "--ideas", ideas, "--people", people, "--reviews", "1", "--seed", "-1")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "--reviews: 1 is not between 2 and 20.",
        "--seed: -1 is not between 0 and 2147483647.",
        "ideas.csv, row 2, column “title”: This cell is empty. It must be filled in.",
        "people.csv, row 2, column “rol”: “baas” is not a role here. "
        "Write manager, screener or juror, or leave it empty.",
        "CommandError: Nothing was done. Mend the files and try again.",
    ]
    assert not ran.folder.exists()
    assert not ran.home.exists()


def test_story_with_three_people_stops_with_a_reason(tmp_path):
    ran = story_of_small_world(tmp_path, people=3, roles=False)
    assert ran.code == 1
    assert ran.err.startswith("CommandError: The replay stopped here, as it would have for people: ")
    assert "Traceback" not in ran.err
    assert not ran.folder.exists()


def test_story_of_an_organisation_of_one_unit_ends_and_says_what_was_left_out(tmp_path):
    ran = story_of_small_world(tmp_path, units=1)
    assert ran.code == 0
    note = "Everybody is in one unit. Then nobody could review a colleague's idea, so units were left out."
    assert note in ran.trace["notes"]


def test_story_draws_who_has_a_duty_where_the_file_does_not_say(tmp_path):
    ideas, people = small_world(tmp_path, ideas=14, people=30, roles=False)
    ran = story(tmp_path, "--ideas", ideas, "--people", people, "--pitches", "2", "--projects", "1")
    assert ran.code == 0
    assert ran.trace["simulated"] == [
        "answers", "ballots", "energy", "juror", "manager", "projects", "reviews", "screener",
    ]  # fmt: skip
    assert "Who screens, judges or manages was drawn where the people file does not say." in ran.trace["notes"]
    assert [case["ending"] for case in ran.trace["cases"]] != ["did_not_work"]
