"""What the documents say holds: links lead somewhere, references agree with the program, examples are calculated."""

import re

import numpy as np
import pytest

from datamatch.config import environment
from datamatch.engine import calibrate, rank, teams
from datamatch.ideas.forms import idea_lines
from datamatch.people.enums import disciplines
from datamatch.story import enums
from tests.architecture.house import ROOT

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
NOT_OURS = {".venv", ".git", "node_modules", "var", "build", "dist"}
# A home or a work folder, a loopback or private package index: words that belong to one machine, not to the product.
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|home/\w+|Users|opt|workspace)/"
    r"|(?:pypi|npm|registry|proxy|mirror)\.[a-z-]+\.(?:internal|local|lan|corp)|:(?:4873|3141|8081)/"
    r"|(?:--|^)(?:extra-)?index-url|--find-links|registry\s*="
)
MOST_LINES_OF_A_RECORD = 70
REFERENCE = ROOT / "docs" / "reference"
EXPLANATION = ROOT / "docs" / "explanation"
PICTURES = {".png", ".webp"}


def pages():
    """Return every Markdown file of the repository, and the other files at its root that people read."""
    found = [file for file in ROOT.rglob("*.md") if not NOT_OURS & set(file.relative_to(ROOT).parts)]
    return sorted(found)


def files_that_travel():
    """Return the pages, and other files at the root and of the build on which a machine might leave its mark."""
    named = ["publiccode.yml", "REUSE.toml", "LICENSE", "Makefile", "pyproject.toml", ".gitignore", ".ci/run"]
    more = [file for folder in ("requirements", "scripts") for file in (ROOT / folder).iterdir() if file.is_file()]
    return [*pages(), *(ROOT / name for name in named), *sorted(more)]


def without_code(text):
    """Return a page without its blocks of code, in which brackets are no links."""
    return re.sub(r"^ *```.*?^ *```", "", text, flags=re.MULTILINE | re.DOTALL)


def broken_links(page):
    """Return the relative links of a page that lead nowhere."""
    named = [link.split("#")[0] for link in LINK.findall(without_code(page.read_text(encoding="utf-8")))]
    inside = [link for link in named if link and not re.match(r"[a-z]+:", link)]
    return [link for link in inside if not (page.parent / link).exists()]


def table_after(text, heading):
    """Return the rows of the first table after a heading, as lists of cells."""
    part = text.split(f"{heading}\n", 1)[1]
    rows = re.search(r"(?:^\|.*\n)+", part, flags=re.MULTILINE)
    lines = rows.group().strip().splitlines()[2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def words_in(cell):
    """Return what stands in backticks."""
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page):
    assert broken_links(page) == []


@pytest.mark.parametrize("page", files_that_travel(), ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_names_one_machine(page):
    assert OF_ONE_MACHINE.findall(page.read_text(encoding="utf-8")) == []


def test_a_broken_link_is_seen(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "[a](gone.md) [b](page.md) [c](https://example.org)\n```\n[d](also-gone.md)\n```\n", encoding="utf-8"
    )
    assert broken_links(page) == ["gone.md"]


def test_a_path_of_one_machine_is_seen():
    assert OF_ONE_MACHINE.search("see /root/notes and /srv/datamatch/home").group() == "/root/"
    assert OF_ONE_MACHINE.search("/srv/datamatch/home/datamatch.sqlite3") is None


def test_every_record_fits_on_a_page():
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    long = {
        file.name: n
        for file in records
        if (n := len(file.read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_A_RECORD
    }
    assert len(records) >= 5
    assert long == {}


def test_records_are_numbered_without_gaps():
    numbers = [int(file.name[:4]) for file in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("name", ["README.md", "README.nl.md"])
def test_the_first_screen_names_both_commands_and_shows_a_picture(name):
    first = (ROOT / name).read_text(encoding="utf-8").split("\n## ")[0]
    assert re.findall(r"^make \w+", first, flags=re.MULTILINE) == ["make run", "make test"]
    assert any(link.endswith(tuple(PICTURES)) for link in LINK.findall(first))


def test_every_page_of_the_documentation_stands_in_its_index():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    linked = {(ROOT / "docs" / link).resolve() for link in LINK.findall(index)}
    pages_of_docs = {file.resolve() for file in (ROOT / "docs").rglob("*.md")} - {
        (ROOT / "docs" / "README.md").resolve()
    }
    assert sorted(str(page) for page in pages_of_docs - linked) == []


def test_settings_are_those_of_the_environment():
    read = [
        name
        for file in ("environment.py", "single_sign_on.py")
        for name in re.findall(
            r'given\.get\("(\w+)"', (ROOT / "datamatch" / "config" / file).read_text(encoding="utf-8")
        )
    ]
    told = table_after((REFERENCE / "settings.md").read_text(encoding="utf-8"), "# Settings")
    assert sorted(words_in(row[0])[0] for row in told) == sorted(read)


def test_defaults_of_settings_are_those_of_the_environment(tmp_path):
    told = {
        words_in(row[0])[0]: row[1]
        for row in table_after((REFERENCE / "settings.md").read_text(encoding="utf-8"), "# Settings")
    }
    now = environment.Environment.read({"DATAMATCH_HOME": str(tmp_path)})
    said = {
        "DATAMATCH_HOSTS": ",".join(now.hosts),
        "DATAMATCH_BASE_URL": now.base_url,
        "DATAMATCH_MAIL_FROM": now.mail_from,
        "DATAMATCH_DEBUG": str(int(now.debug)),
        "DATAMATCH_DATABASE_URL": now.database_url.replace(str(tmp_path), "{home}"),
    }
    assert {name: told[name] for name in said} == {name: f"`{value}`" for name, value in said.items()}


@pytest.mark.parametrize(
    ("heading", "columns", "required"),
    [
        ("## Ideas", idea_lines.IDEA_COLUMNS, idea_lines.IDEA_REQUIRED),
        ("## People", enums.PERSON_COLUMNS, enums.PERSON_REQUIRED),
        ("## Skills", enums.SKILL_COLUMNS, enums.SKILL_REQUIRED),
    ],
)
def test_columns_of_files_are_those_of_the_story(heading, columns, required):
    rows = table_after((REFERENCE / "files.md").read_text(encoding="utf-8"), heading)
    told = {written: words_in(row[0])[0] for row in rows for written in words_in(row[0]) + words_in(row[1])}
    assert told == columns
    assert tuple(words_in(row[0])[0] for row in rows if row[2] == "yes") == required


def test_roles_and_languages_of_files_are_those_of_the_story():
    text = (REFERENCE / "files.md").read_text(encoding="utf-8")
    cells = {words_in(row[0])[0]: row[3] for heading in ("## Ideas", "## People") for row in table_after(text, heading)}
    assert set(words_in(cells["role"])) == set(enums.ROLES)
    assert {word.lower() for word in words_in(cells["language"])} == set(idea_lines.LANGUAGES)


def test_disciplines_of_files_are_those_of_people():
    text = (REFERENCE / "files.md").read_text(encoding="utf-8")
    listed = text.split("Disciplines: ", 1)[1].split("\n\n", 1)[0]
    assert words_in(listed) == list(disciplines())


def test_every_fault_of_a_file_is_told():
    text = (REFERENCE / "files.md").read_text(encoding="utf-8")
    package = ROOT / "datamatch"
    readers = [package / "ideas" / "forms" / "idea_lines.py", package / "foundation" / "tables" / "reading.py"]
    files = [*(package / "story" / "forms").glob("*.py"), *readers]
    sources = [file.read_text(encoding="utf-8") for file in files]
    said = [
        words.replace('\\"', '"') for source in sources for words in re.findall(r'_\("((?:[^"\\]|\\.)*)"\)', source)
    ]
    faults = [words for words in said if words.endswith(".") and not words.startswith("At least 2")]
    untold = [
        words for words in faults if not re.search(re.sub(r"%\\\(\w+\\\)s", ".+", re.escape(words).rstrip(".\\")), text)
    ]
    assert len(faults) > 15
    assert untold == []


def test_options_of_the_story_are_those_of_its_command():
    source = (ROOT / "datamatch" / "story" / "management" / "commands" / "story.py").read_text(encoding="utf-8")
    told = table_after((REFERENCE / "commands.md").read_text(encoding="utf-8"), "## datamatch story")
    assert [words_in(row[0])[0].split()[0] for row in told] == re.findall(r'add_argument\(\s*"(--[\w-]+)"', source)


def test_commands_of_make_are_those_of_the_makefile():
    offered = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE).group(
        1
    )
    told = table_after((REFERENCE / "commands.md").read_text(encoding="utf-8"), "## make")
    assert {words_in(row[0])[0].removeprefix("make ") for row in told} == set(offered.split()) - {"help"}


def reviews_on_the_page():
    """Return the example reviews: item, reviewer and score per review."""
    rows = table_after(
        (EXPLANATION / "how-ideas-are-ranked.md").read_text(encoding="utf-8"), "## Why not simply the mean?"
    )
    given = [(i, r, float(cell)) for i, row in enumerate(rows) for r, cell in enumerate(row[1:6]) if cell]
    item, reviewer, score = (list(column) for column in zip(*given, strict=True))
    return rows, np.array(item), np.array(reviewer), np.array(score)


def test_the_ranking_by_hand_is_right():
    rows, item, reviewer, score = reviews_on_the_page()
    text = (EXPLANATION / "how-ideas-are-ranked.md").read_text(encoding="utf-8")
    mean = np.array([score[item == i].mean() for i in range(5)])
    place = np.argsort(np.argsort(-mean)) + 1
    assert [row[6:] for row in rows] == [[f"{m:.2f}", str(p)] for m, p in zip(mean, place, strict=True)]

    apart = score - mean[item]
    lenient = np.array([apart[reviewer == r].mean() for r in range(5)])
    told = table_after(text, "## By hand: how strict is each screener?")
    assert [row[1] for row in told] == [", ".join(signed(a) for a in apart[reviewer == r]) for r in range(5)]
    assert [row[2] for row in told] == [signed(a) for a in lenient]

    corrected = [(score - lenient[reviewer])[item == i].mean() for i in range(5)]
    result = table_after(text, "## The outcome")
    assert [row[1:3] for row in result] == [[f"{m:.2f}", f"{c:.2f}"] for m, c in zip(mean, corrected, strict=True)]


def test_the_ranking_on_the_page_is_that_of_the_engine():
    _rows, item, reviewer, score = reviews_on_the_page()
    posterior = calibrate(item, reviewer, score, 5, 5, scale=(1, 5, True), seed=111)
    ranking = rank(posterior, 2, seed=111)
    half = 1.6449 * posterior.sd
    text = (EXPLANATION / "how-ideas-are-ranked.md").read_text(encoding="utf-8")
    told = table_after(text, "## The outcome")
    assert [row[3:] for row in told] == [
        [f"{m:.2f}", f"{m - h:.2f} to {m + h:.2f}", str(p), f"{c * 100:.0f} %"]
        for m, h, p, c in zip(posterior.mean, half, ranking.place, ranking.p_top, strict=True)
    ]
    assert ranking.zone == ("in", "discuss", "discuss", "out", "out")


def test_the_teams_on_the_page_are_those_of_the_engine():
    text = (EXPLANATION / "how-teams-are-formed.md").read_text(encoding="utf-8")
    people = table_after(text, "## By hand")
    roles = ["data scientist", "lawyer", "field"]
    level = [[int(row[1][-2]) if row[1].startswith(role) else 0 for role in roles] for row in people]
    energy = [[int(row[2]), int(row[3])] for row in people]
    needs, hours = np.ones((2, 3), dtype=int), [4] * 6
    found = teams(
        energy, level, needs, [0, 0], [5, 5], capacity=[2] * 6, unit=range(6), hours=hours, effort=4, seed=111
    )
    seats = [["open"] * 3, ["open"] * 3]
    for member in found.members:
        seats[member.idea][member.role] = people[member.person][0]
    told = table_after(text, "### The draft teams")
    assert told == [[name, *seats[i], str(found.energy_by_team[i])] for i, name in enumerate("AB")]
    assert [(gap.idea, gap.role, [people[c.person][0] for c in gap.candidates]) for gap in found.unfilled] == [
        (1, 1, ["Finn", "Celia"])
    ]


def signed(value):
    """Return a difference with its sign; nothing has none."""
    text = f"{value:+.2f}"
    return "0.00" if text in {"+0.00", "-0.00"} else text
