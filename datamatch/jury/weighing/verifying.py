"""Whether an outcome follows from its records: everything is made again, and each part says yes or where not."""

import csv
import hashlib
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from django.utils.translation import gettext as _

from datamatch.editions.models.call import HIGHEST, LOWEST
from datamatch.engine import Verdict, calibrate, rank, schulze, schulze_pairs

FORMAT = "datamatch-records-1"
MANIFEST = "manifest.json"
NAMES = ("edition.json", "outcome.json", "ranking.csv", "reviews.csv", "ballots.csv", "sums.csv", "plans.csv")
MOST_BYTES = 50_000_000
# What two computers may differ in: the last digits of a fit, and a draw of four thousand.
SCORE, CHANCE = 1e-4, 0.005

Row = dict[str, str]


@dataclass(frozen=True)
class Finding:
    """What one check found: the part, and what is wrong with it; nothing wrong is a yes."""

    part: str
    told: str
    faults: tuple[str, ...] = ()


class Unreadable(ValueError):
    """The file is not a record of an outcome."""


@dataclass(frozen=True)
class Records:
    """The records as they were read."""

    seal: str
    sums: dict[str, str]
    files: dict[str, bytes]

    def json(self, name: str) -> Any:
        """Return a file that holds one thing."""
        return json.loads(self.files[name])

    def rows(self, name: str) -> list[Row]:
        """Return a file that holds a table."""
        return list(csv.DictReader(io.StringIO(self.files[name].decode())))


def read(file: BinaryIO) -> Records:
    """Return the records in a zip.

    :raises Unreadable: it is no zip, a file is missing or too large, or the form is another one
    """
    try:
        with zipfile.ZipFile(file) as archive:
            if any(one.file_size > MOST_BYTES for one in archive.infolist()):
                raise Unreadable(_("A file in the zip is too large."))
            held = {name: archive.read(name) for name in (MANIFEST, *NAMES)}
        manifest = json.loads(held[MANIFEST])
        if manifest["format"] != FORMAT:
            raise Unreadable(_("These records have another form: %(form)s.") % {"form": manifest["format"]})
        files = {name: held[name] for name in NAMES}
        return Records(hashlib.sha256(held[MANIFEST]).hexdigest(), dict(manifest["sha256"]), files)
    except Unreadable:
        raise
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise Unreadable(_("This is not a zip with the records of an outcome: %(error)s") % {"error": error}) from error


def verified(records: Records) -> list[Finding]:
    """Return what each check found; a part that cannot be read is a fault and no crash."""
    return [_checked(part, check, records) for part, check in _parts()]


Check = Callable[[Records], tuple[str, list[str]]]


def _parts() -> Sequence[tuple[str, Check]]:
    return ((_("Files"), _files), (_("Ranking"), _ranking), (_("Ballot"), _ballot), (_("Means"), _means))


def _checked(part: str, check: Check, records: Records) -> Finding:
    try:
        told, faults = check(records)
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError, AttributeError) as error:
        return Finding(part, "", (_("cannot be read: %(error)s") % {"error": repr(error)},))
    return Finding(part, told, tuple(faults))


def _files(records: Records) -> tuple[str, list[str]]:
    """Compare the sum of each file with the manifest."""
    faults = []
    for name, content in records.files.items():
        if records.sums.get(name) != hashlib.sha256(content).hexdigest():
            faults.append(_("%(name)s is not the file that the manifest names.") % {"name": name})
    return _("%(count)s files, seal %(seal)s") % {"count": len(records.files), "seal": records.seal}, faults


def _ranking(records: Records) -> tuple[str, list[str]]:
    """Fit the reviews again and compare places, scores and chances."""
    edition, kept = records.json("edition.json"), records.rows("ranking.csv")
    if not kept:
        return _("there was no ranking"), []
    ideas = sorted(int(row["idea"]) for row in kept)
    total, weight = totals(records)
    keys = sorted((ideas.index(idea), screener) for idea, screener in total if idea in ideas)
    faults = []
    if len(keys) != edition["ranking"]["reviews"]:
        told = {"count": len(keys), "kept": edition["ranking"]["reviews"]}
        faults.append(_("the ranking rests on %(kept)s reviews, and there are %(count)s.") % told)
    people = sorted({screener for _idea, screener in keys})
    found = calibrate(
        [idea for idea, _screener in keys],
        [people.index(screener) for _idea, screener in keys],
        [total[ideas[idea], screener] for idea, screener in keys],
        len(ideas),
        len(people),
        weight=[weight[ideas[idea], screener] for idea, screener in keys],
        scale=(float(LOWEST), float(HIGHEST), True),
        seed=edition["ranking"]["seed"],
    )
    ranking = rank(found, min(edition["shortlist_size"], len(ideas)), seed=edition["ranking"]["seed"])
    for row in kept:
        at = ideas.index(int(row["idea"]))
        score = float(np.clip(found.mean[at], LOWEST, HIGHEST))
        faults += _compared(row["idea"], _("place"), float(row["place"]), float(ranking.place[at]), 0)
        faults += _compared(row["idea"], _("score"), float(row["score"]), score, SCORE)
        faults += _compared(row["idea"], _("chance"), float(row["chance"]), float(ranking.p_top[at]), CHANCE)
    return _("%(ideas)s ideas, %(reviews)s reviews") % {"ideas": len(ideas), "reviews": len(keys)}, faults


def _compared(idea: str, what: str, kept: float, made: float, most: float) -> list[str]:
    """Return that what was kept is not what comes out, or nothing."""
    if abs(kept - made) <= most:
        return []
    told = {"idea": idea, "what": what, "kept": f"{kept:g}", "made": f"{made:g}"}
    return [_("idea %(idea)s: %(what)s is %(kept)s in the records and comes out as %(made)s.") % told]


def totals(records: Records) -> tuple[dict[tuple[int, str], float], dict[tuple[int, str], float]]:
    """Return per review (idea and screener) its weighted mean in points, and how much it weighs."""
    criteria = {one["criterion"]: one for one in records.json("edition.json")["criteria"]}
    points: dict[tuple[int, str], float] = defaultdict(float)
    parts: dict[tuple[int, str], float] = defaultdict(float)
    weight: dict[tuple[int, str], float] = {}
    for row in records.rows("reviews.csv"):
        key, criterion = (int(row["idea"]), row["screener"]), criteria[row["criterion"]]
        share = (int(row["score"]) - LOWEST) * (HIGHEST - LOWEST) / (criterion["top"] - LOWEST)
        points[key] += (LOWEST + share) * criterion["weight"]
        parts[key] += criterion["weight"]
        weight[key] = float(row["weight"])
    return {key: points[key] / parts[key] for key in points}, weight


def _ballot(records: Records) -> tuple[str, list[str]]:
    """Count the ballots again and compare order, proposal and what the verdict says of it."""
    outcome, edition = records.json("outcome.json"), records.json("edition.json")
    pitches: list[int] = outcome["pitches"]
    answer, held, approved, cast = (_secret if outcome["secret"] else _named)(records, pitches, outcome)
    order = [pitches[at] for at in answer.order.tolist()]
    share = outcome["pass_share"]
    passing = [
        pitches[at]
        for at in answer.order.tolist()
        if not share or (held[at] > 0 and approved[at] * 100 >= share * held[at])
    ]
    proposal = sorted(passing[: edition["chosen_count"]])
    chosen = outcome["chosen"]
    faults = []
    if order != outcome["order"]:
        told = {"kept": outcome["order"], "made": order}
        faults.append(_("the order is %(kept)s in the records and comes out as %(made)s.") % told)
    if proposal != outcome["proposal"]:
        told = {"kept": outcome["proposal"], "made": proposal}
        faults.append(_("the ballot proposes %(kept)s in the records and comes out as %(made)s.") % told)
    if cast != outcome["ballots"] or cast < outcome["quorum"]:
        told = {"cast": cast, "kept": outcome["ballots"], "quorum": outcome["quorum"]}
        faults.append(_("%(kept)s ballots are named, %(cast)s are there, and the quorum is %(quorum)s.") % told)
    if (chosen != proposal) != outcome["departs"]:
        faults.append(_("whether the jury departs from its ballot is told wrongly."))
    if not set(chosen) <= set(pitches) or not 0 < len(chosen) <= edition["chosen_count"]:
        faults.append(_("the jury chose %(chosen)s, which cannot be.") % {"chosen": chosen})
    told = {"ballots": cast, "pitches": len(pitches), "chosen": ", ".join(map(str, chosen))}
    return _("%(ballots)s ballots over %(pitches)s pitches; chosen: %(chosen)s") % told, faults


Counted = tuple[Verdict, list[int], list[int], int]


def _named(records: Records, pitches: list[int], outcome: dict[str, Any]) -> Counted:
    """Count ballots that are there one by one."""
    ballots: dict[str, list[int]] = defaultdict(list)
    approved = [0] * len(pitches)
    for row in sorted(records.rows("ballots.csv"), key=lambda row: (row["ballot"], int(row["rank"]))):
        at = pitches.index(int(row["idea"]))
        ballots[row["ballot"]].append(at)
        approved[at] += int(row["above_line"])
    held = [sum(at in ballot for ballot in ballots.values()) for at in range(len(pitches))]
    answer = schulze(sorted(ballots.values()), len(pitches), outcome["seed"], abstain=True)
    return answer, held, approved, len(ballots)


def _secret(records: Records, pitches: list[int], outcome: dict[str, Any]) -> Counted:
    """Count a secret box, of which only sums are kept."""
    pairwise = np.zeros((len(pitches), len(pitches)), dtype=np.int64)
    held, approved = [0] * len(pitches), [0] * len(pitches)
    for row in records.rows("sums.csv"):
        at = pitches.index(int(row["idea"]))
        if row["kind"] == "pair":
            pairwise[at, pitches.index(int(row["other"]))] = int(row["above"])
        else:
            held[at], approved[at] = int(row["above"]) + int(row["below"]), int(row["above"])
    cast = outcome["ballots"]
    return schulze_pairs(pairwise, outcome["seed"], n_ballots=cast), held, approved, cast


def _means(records: Records) -> tuple[str, list[str]]:
    """Add up what the chosen ideas take."""
    outcome, edition = records.json("outcome.json"), records.json("edition.json")
    plans = [row for row in records.rows("plans.csv") if int(row["idea"]) in outcome["chosen"]]
    made = {
        "euros": sum(int(row["euros"]) for row in plans),
        "hours": sum(int(row["weeks"]) * int(row["hours_per_week"]) for row in plans),
    }
    faults = [
        _("%(what)s of the chosen ideas are %(kept)s in the records and come out as %(made)s.")
        % {"what": {"euros": _("euros"), "hours": _("hours")}[what], "kept": outcome[what], "made": number}
        for what, number in made.items()
        if outcome[what] != number
    ]
    has = {"has_euros": edition["means_euros"] or "-", "has_hours": edition["means_hours"] or "-"}
    return _("%(euros)s euros of %(has_euros)s, %(hours)s hours of %(has_hours)s") % (made | has), faults
