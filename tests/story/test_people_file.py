"""The files of people and of skills: what each cell must hold."""

import pytest

from datamatch.foundation.tables.faults import Fault
from datamatch.people.enums import disciplines
from datamatch.story.forms import read_people, read_skills
from tests.story.files import PERSON, as_csv, csv_file, faults_of, rows_of

EMPTY = "This cell is empty. It must be filled in."


def people_file(folder, *lines):
    return csv_file(folder, as_csv(rows_of(*lines)), name="people.csv")


def read_one(folder, **given):
    return read_people(people_file(folder, PERSON | given))[0]


def test_only_a_name_and_an_address_are_needed(tmp_path):
    person = read_one(tmp_path)
    assert (person.row, person.name, person.email, person.unit) == (2, "Anna", "anna@example.org", "")
    assert (person.discipline, person.skills, person.hours_per_week) == ("", {}, 0)
    assert (person.role, person.languages) == ("", ("nl",))


@pytest.mark.parametrize("name", ["name", "email"])
def test_cell_that_must_be_filled_in_is_named(tmp_path, name):
    assert faults_of(read_people, people_file(tmp_path, PERSON | {name: ""})) == [(2, name, EMPTY)]


def test_name_may_be_120_characters_and_no_longer(tmp_path):
    assert read_one(tmp_path, name="x" * 120).name == "x" * 120
    words = "A name has at most 120 characters. Shorten it."
    assert faults_of(read_people, people_file(tmp_path, PERSON | {"name": "x" * 121})) == [(2, "name", words)]


def test_address_must_be_one_and_names_its_column_as_written(tmp_path):
    path = people_file(tmp_path, {"Naam": "Anna", "E-Mail": "anna"})
    words = "“anna” is not an e-mail address. Write it like name@organisation.nl."
    assert faults_of(read_people, path) == [(2, "E-Mail", words)]


def test_person_who_stands_there_twice_is_pointed_at_both_rows(tmp_path):
    path = people_file(tmp_path, PERSON, {"name": "Bob", "email": "b@b.nl"}, PERSON | {"email": "ANNA@example.org"})
    words = "This address stands in row 2 too. One person, one row."
    assert faults_of(read_people, path) == [(4, "email", words)]


@pytest.mark.parametrize("known", [d for one in disciplines().values() for d in (one.id, one.nl, one.en.upper())])
def test_discipline_is_read_by_id_or_name(tmp_path, known):
    assert read_one(tmp_path, discipline=known).discipline in disciplines()


def test_unknown_discipline_is_a_fault_that_lists_the_known_ones(tmp_path):
    ((row, column, text),) = faults_of(read_people, people_file(tmp_path, PERSON | {"discipline": "tovenaar"}))
    assert (row, column) == (2, "discipline")
    assert text == f"“tovenaar” is not a discipline we know. Choose one of: {', '.join(disciplines())}."


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("python:3;statistiek:2", {"python": 3, "statistiek": 2}),
        ("Python : 4, Open data", {"python": 4, "open-data": 2}),
        ("python;;python:1", {"python": 1}),
        ("x" * 70, {"x" * 60: 2}),
    ],
)
def test_skills_are_read_with_their_level_or_two(tmp_path, written, levels):
    assert read_one(tmp_path, skills=written).skills == levels


@pytest.mark.parametrize("part", ["python:9", "python:0", "python:x", ":3", "???", "python:3:4", "python:1.5"])
def test_skill_or_level_that_is_none_is_a_fault(tmp_path, part):
    words = f"“{part}” is not a skill with a level from 1 to 4. Write it like python:3."
    path = people_file(tmp_path, PERSON | {"skills": f"r:2;{part}"})
    assert faults_of(read_people, path) == [(2, "skills", words)]


@pytest.mark.parametrize(("written", "hours"), [("0", 0), ("40", 40), ("", 0), ("08", 8)])
def test_hours_are_a_whole_number_up_to_forty(tmp_path, written, hours):
    assert read_one(tmp_path, hours_per_week=written).hours_per_week == hours


@pytest.mark.parametrize("written", ["41", "-1", "4.5", "4,5", "four", "1e1", "²", "=40"])
def test_other_hours_are_a_fault(tmp_path, written):
    words = f"“{written}” is not a whole number from 0 to 40."
    path = people_file(tmp_path, PERSON | {"hours_per_week": written})
    assert faults_of(read_people, path) == [(2, "hours_per_week", words)]


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Manager", "manager"),
        ("programmamanager", "manager"),
        ("beoordelaar", "screener"),
        ("JUROR", "juror"),
        ("", ""),
    ],
)
def test_role_is_read_in_dutch_and_english(tmp_path, written, role):
    assert read_one(tmp_path, role=written).role == role


def test_unknown_role_is_a_fault(tmp_path):
    words = "“baas” is not a role here. Write manager, screener or juror, or leave it empty."
    assert faults_of(read_people, people_file(tmp_path, PERSON | {"rol": "baas"})) == [(2, "rol", words)]


def test_wishes_aspects_and_own_words_are_read(tmp_path):
    person = read_one(tmp_path, wil_leren="python:3; GIS", borgt="Juridisch, ethical, legal", over_mij="Ik ken boeren.")
    assert (person.learning, person.safeguards) == (("python", "gis"), ("legal", "ethical"))
    assert person.about == "Ik ken boeren."


def test_unknown_aspect_is_a_fault(tmp_path):
    words = "“magisch” is no aspect we know. Write legal, technical or ethical."
    path = people_file(tmp_path, PERSON | {"borgt": "juridisch, magisch"})
    assert faults_of(read_people, path) == [(2, "borgt", words)]


def test_languages_are_read_once_each_in_the_order_given(tmp_path):
    assert read_one(tmp_path, languages="Engels; nl, en").languages == ("en", "nl")


def test_every_unknown_language_is_a_fault(tmp_path):
    words = "“{}” is not a language we know. Write nl or en."
    path = people_file(tmp_path, PERSON | {"talen": "nl, frans; duits"})
    assert faults_of(read_people, path) == [(2, "talen", words.format("frans")), (2, "talen", words.format("duits"))]


def test_skills_file_gives_each_skill_its_names(tmp_path):
    path = csv_file(tmp_path, "vaardigheid;nl;en;groep\nGeo data;Geodata;Geo data;data\nImkeren;;;\n")
    skills = [(one.slug, one.nl, one.en, one.group) for one in read_skills(path)]
    assert skills == [("geo-data", "Geodata", "Geo data", "data"), ("imkeren", "Imkeren", "Imkeren", "own")]


def test_skill_without_a_word_is_a_fault(tmp_path):
    path = csv_file(tmp_path, "skill;nl\n;Imkeren\n???;Vragen\n")
    assert faults_of(read_skills, path) == [
        (2, "skill", EMPTY),
        (3, "skill", "“???” holds no letter or digit. Write it in words."),
    ]


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (Fault("a.csv", 3, "Titel", "Too long."), "a.csv, row 3, column “Titel”: Too long."),
        (Fault("a.csv", 3, "", "Too wide."), "a.csv, row 3: Too wide."),
        (Fault("--seed", 0, "", "Too low."), "--seed: Too low."),
    ],
)
def test_fault_reads_as_one_line(fault, line):
    assert str(fault) == line
