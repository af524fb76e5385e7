"""The records of an outcome: what is in them, that they say yes, and no wherever somebody changed something."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from copy import deepcopy

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command

from datamatch.canvas.models import Canvas
from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, rules
from datamatch.jury.models import Voter
from datamatch.jury.weighing import verifying
from tests.architecture.house import ROOT
from tests.factories.choosing import Room
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.screening import make_calibration, make_review

pytestmark = pytest.mark.django_db
PAGE = (ROOT / "docs" / "reference" / "records.md").read_text(encoding="utf-8")
CHECKER = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]
SALT = b"s" * 32


@pytest.fixture(scope="module", params=["named", "secret"])
def settled(request, for_all_here):
    """Return a jury that chose two of four ideas, by name or secretly."""
    room = Room(means_euros=1000)
    for idea in room.ideas:
        make_review(idea=idea, screener=None, score=idea.number % 5 + 1, confidence=3)
        Canvas.objects.filter(idea=idea).update(euros=100 * (idea.number % 3 + 1), weeks=10)
    ranked(room)
    room.box = room.close() if request.param == "named" else secretly(room)
    actions.settle_verdict(
        ballot_box=room.box, chosen=room.ideas[:2], motive="Good.", by=room.manager, at=later(hours=4)
    )
    return room


@pytest.fixture
def room(settled):
    """Return the jury that chose, for one test."""
    cache.clear()
    return deepcopy(settled)


def ranked(room):
    """Calculate the ranking, as happened when the screening was open."""
    room.edition.stage = Stage.SCREENING
    room.edition.save()
    make_calibration(room.edition, room.manager)
    room.edition.stage = Stage.PITCHING
    room.edition.save()


def secretly(room):
    """Hold a secret ballot with a line."""
    by, rules_of_vote = room.manager, {"secret": True, "quorum": 3, "pass_share": 50}
    actions.choose_rules(edition=room.edition, by=by, at=MOMENT, **rules_of_vote)
    box = actions.open_box(edition=room.edition, by=by, at=MOMENT)
    for juror in room.jurors:
        actions.cast_ballot(ballot_box=box, by=juror, choice=room.pitches, approved=3, at=MOMENT)
    return actions.close_box(ballot_box=box, by=room.manager, at=later(hours=3))


def taken_out(room, salt=SALT):
    return actions.export_records(edition=room.edition, by=room.manager, at=MOMENT, salt=salt)


def files_in(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def findings(content):
    """Return the parts that say no."""
    return [one.part for one in verifying.verified(verifying.read(io.BytesIO(content))) if one.faults]


def changed(content, name, change, *, sealed=True):
    """Return the records with one file changed; `sealed`: the manifest names the changed file too."""
    files = files_in(content)
    before = files[name]
    files[name] = change(before.decode()).encode()
    assert files[name] != before
    if sealed:
        manifest = json.loads(files["manifest.json"])
        manifest["sha256"][name] = verifying.hashlib.sha256(files[name]).hexdigest()
        files["manifest.json"] = json.dumps(manifest).encode()
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for one, held in files.items():
            archive.writestr(one, held)
    return whole.getvalue()


def told_otherwise(key, value):
    """Return the change of one key of a JSON file."""
    return lambda text: json.dumps(json.loads(text) | {key: value})


def cell(column, value, row=0):
    """Return the change of one cell of a table."""

    def change(text):
        rows = list(csv.DictReader(io.StringIO(text)))
        rows[row][column] = value(rows[row][column])
        written = io.StringIO()
        writer = csv.DictWriter(written, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
        return written.getvalue()

    return change


TAMPERED = {
    "a score": ("reviews.csv", cell("score", lambda n: "1" if n != "1" else "5"), "Ranking"),
    "a place": ("ranking.csv", cell("place", lambda n: str(int(n) + 1)), "Ranking"),
    "a corrected score": ("ranking.csv", cell("score", lambda n: str(float(n) - 0.1)), "Ranking"),
    "the order": ("outcome.json", lambda t: told_otherwise("order", json.loads(t)["order"][::-1])(t), "Ballot"),
    "the proposal": ("outcome.json", lambda t: told_otherwise("proposal", json.loads(t)["order"][2:])(t), "Ballot"),
    "the departure": ("outcome.json", told_otherwise("departs", True), "Ballot"),
    "the number of ballots": ("outcome.json", told_otherwise("ballots", 1), "Ballot"),
    "the choice": ("outcome.json", told_otherwise("chosen", [99]), "Ballot"),
    "the euros": ("outcome.json", told_otherwise("euros", 1), "Means"),
    "a plan": ("plans.csv", cell("weeks", lambda n: str(int(n) + 1)), "Means"),
    "a broken table": ("plans.csv", lambda text: text.replace("weeks", "months"), "Means"),
}


def test_records_say_yes(room):
    found = verifying.verified(verifying.read(io.BytesIO(taken_out(room))))
    assert [(one.part, one.faults) for one in found] == [(p, ()) for p in ("Files", "Ranking", "Ballot", "Means")]
    assert [one.told for one in found][1:3] == [
        "4 ideas, 12 reviews",
        f"3 ballots over 4 pitches; chosen: {room.ideas[0].number}, {room.ideas[1].number}",
    ]


@pytest.mark.parametrize("what", TAMPERED)
def test_changed_records_say_where_not(room, what):
    name, change, part = TAMPERED[what]
    assert part in findings(changed(taken_out(room), name, change))


@pytest.mark.parametrize("name", ["edition.json", "reviews.csv", "plans.csv"])
def test_changed_file_is_not_the_one_the_manifest_names(room, name):
    assert "Files" in findings(changed(taken_out(room), name, lambda text: text + "\n", sealed=False))


def test_vote_moved_on_a_ballot_is_seen(room):
    content = taken_out(room)
    if room.box.secret:
        content = changed(content, "sums.csv", lambda text: re.sub(r"(pair,\d+,\d+),\d+", r"\1,0", text))
    else:
        first, second = room.ideas[0].number, room.ideas[3].number
        swap = {str(first): str(second), str(second): str(first)}
        content = changed(
            content,
            "ballots.csv",
            lambda t: re.sub(r"(?m)^(\w+,\d+),(\d+)", lambda m: f"{m[1]},{swap.get(m[2], m[2])}", t),
        )
    assert "Ballot" in findings(content)


# Nobody by name


def test_records_hold_no_name_no_key_and_no_moment(room):
    text = b"".join(files_in(taken_out(room)).values()).decode()
    people = [room.manager, *room.jurors, *room.people, *(idea.submitter for idea in room.ideas)]
    traces = [str(trace) for p in people for trace in (p.name, p.email, p.public_id)]
    traces += [str(one) for i in room.ideas for one in (i.title, i.public_id)] + ["Good.", "2026-"]
    assert [trace for trace in traces if trace in text] == []


def test_secret_vote_holds_no_ballot(room):
    files = files_in(taken_out(room))
    ballots, sums = (files[name].decode().splitlines()[1:] for name in ("ballots.csv", "sums.csv"))
    assert (len(ballots), len(sums)) == ((0, 16) if room.box.secret else (12, 0))
    assert Voter.objects.filter(box=room.box).count() == 3


def test_pseudonyms_are_new_in_every_export_and_else_the_bytes_are_the_same(room):
    first, same, other = taken_out(room), taken_out(room), files_in(taken_out(room, salt=b"t" * 32))
    held = files_in(first)
    assert first == same
    differing = {name for name in held if held[name] != other[name]} - {"manifest.json"}
    assert differing == ({"reviews.csv"} if room.box.secret else {"reviews.csv", "ballots.csv"})
    names = {
        column: {row[column] for row in csv.DictReader(io.StringIO(held[file].decode()))}
        for file, column in (("reviews.csv", "screener"), ("ballots.csv", "ballot"))
    }
    assert names["screener"].isdisjoint(names["ballot"])


# Who, and the page


def test_records_are_for_the_manager_once_the_verdict_is_settled(room):
    told = "Only the programme manager takes the records out."
    people = (room.jurors[0], make_person())
    assert [rules.why_not_export_records(edition=room.edition, by=person) for person in people] == [told, told]
    with pytest.raises(Refused, match=told):
        actions.export_records(edition=room.edition, by=room.jurors[0], at=MOMENT, salt=SALT)
    early = Room(ideas=1, chosen_count=1)
    assert rules.why_not_export_records(edition=early.edition, by=early.manager) == "The verdict is not settled yet."


def test_page_hands_out_the_zip_and_the_trail_keeps_its_seal(sign_in, room):
    minutes = f"/edities/{room.edition.slug}/verslag/"
    assert "Take out the records (zip)" in sign_in(room.manager).get(minutes).content.decode()
    assert "Take out the records" not in sign_in(room.jurors[0]).get(minutes).content.decode()
    answer = sign_in(room.manager).post(f"{minutes}records/")
    assert (answer["Content-Type"], findings(answer.content)) == ("application/zip", [])
    seal = verifying.read(io.BytesIO(answer.content)).seal
    assert TrailEntry.objects.filter(deed="records.export").get().details == {"manifest": seal}
    assert sign_in(room.jurors[0]).post(f"{minutes}records/").status_code == 403


# The command


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Ballot: yes", "Yes: the outcome follows from these records."]),
        ("nl", ["Stemming: ja", "Ja: de uitkomst volgt uit deze gegevens."]),
    ],
)
def test_command_says_yes(room, tmp_path, capsys, language, words):
    file = tmp_path / "edition.zip"
    file.write_bytes(taken_out(room))
    call_command("verify", str(file), language=language)
    said = capsys.readouterr().out
    assert [word for word in words if word not in said] == []


def test_command_says_where_not_and_ends_with_one(room, tmp_path, capsys):
    file = tmp_path / "edition.zip"
    file.write_bytes(changed(taken_out(room), "outcome.json", told_otherwise("euros", 1)))
    with pytest.raises(CommandError, match=r"The outcome does not follow") as ended:
        call_command("verify", str(file), language="en")
    assert ended.value.returncode == 1
    assert "Means: no" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_command_refuses_what_is_no_record(tmp_path, content):
    file = tmp_path / "edition.zip"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError) as ended:
        call_command("verify", str(file), language="en")
    assert ended.value.returncode == 1


def test_zip_without_records_or_with_others_is_named(room):
    files = files_in(taken_out(room))
    for name, replaced in (("manifest.json", b'{"format": "other-9"}'), ("plans.csv", None)):
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            for one, held in files.items():
                if one != name or replaced is not None:
                    archive.writestr(one, replaced if one == name else held)
        with pytest.raises(verifying.Unreadable):
            verifying.read(io.BytesIO(whole.getvalue()))


# The checker of a stranger


def stranger(tmp_path, content):
    """Run the checker of the documentation on records; return its exit code and what it says."""
    file, program = tmp_path / "edition.zip", tmp_path / "checker.py"
    file.write_bytes(content)
    program.write_text(CHECKER, encoding="utf-8")
    asked = [sys.executable, "-I", str(program), str(file)]
    ran = subprocess.run(asked, capture_output=True, text=True, cwd=tmp_path, check=False)
    return ran.returncode, (ran.stdout + ran.stderr).strip()


def test_checker_is_thirty_lines_of_plain_python():
    assert len(CHECKER.splitlines()) <= 30
    assert set(re.findall(r"^import (.*)$", CHECKER, re.MULTILINE)) == {"csv, hashlib, io, json, sys, zipfile"}


def test_checker_says_yes(room, tmp_path):
    assert stranger(tmp_path, taken_out(room)) == (0, "yes")


@pytest.mark.parametrize("what", ["a score", "a corrected score", "the order", "the euros", "a plan"])
def test_checker_says_no(room, tmp_path, what):
    name, change, _part = TAMPERED[what]
    code, said = stranger(tmp_path, changed(taken_out(room), name, change))
    assert (code, said.startswith("no: ")) == (1, True)


def test_checker_sees_a_file_that_was_changed(room, tmp_path):
    content = changed(taken_out(room), "edition.json", lambda text: text + "\n", sealed=False)
    assert stranger(tmp_path, content) == (1, "no: edition.json")


def test_every_column_and_key_is_told_in_the_reference(room):
    files = files_in(taken_out(room))
    named = set(files)
    for name, held in files.items():
        named |= set(held.decode().splitlines()[0].split(",")) if name.endswith(".csv") else set(json.loads(held))
    assert [word for word in named if f"`{word}`" not in PAGE] == []
