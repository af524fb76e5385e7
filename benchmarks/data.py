"""The shared data: real bids, real panels and instances, read where they lie and never copied."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from datamatch.engine.arrays import Floats, Ints

USUAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "engine"
LOADS = {"preflib1": 6, "preflib3": 6, "aamas2015": 12}
PER_IDEA = 3


class Absent(Exception):
    """A file is not there; the row that needs it is skipped and says so."""


@dataclass(frozen=True)
class Shared:
    """The folder of shared data."""

    folder: Path = USUAL

    def path(self, name: str) -> Path:
        """Return a file of the folder. :raises Absent: it is not there"""
        if not (self.folder / name).is_file():
            raise Absent(f"{name} is not in the data folder")
        return self.folder / name

    def bids(self, name: str) -> dict[str, Any]:
        """Return real bids as arguments of assign: 3 reviews per idea."""
        level = np.load(self.path(f"bids_{name}.npz"))["level"]
        return {"similarity": level / 4, "per_idea": PER_IDEA, "load_max": LOADS[name], "forbid": level == 0}

    def instances(self, name: str) -> list[dict[str, Any]]:
        """Return the instances of a kind: jury, team or programme."""
        found: list[dict[str, Any]] = json.loads(self.path(f"{name}_instances.json").read_text())
        return found

    def grants(self) -> Floats:
        """Return the grant panel, judges x proposals, higher is better, NaN where a judge was absent."""
        with self.path("aibs_panel_ratings.csv").open(newline="") as file:
            rows = [(int(r["judge"]), int(r["proposal"]), r["rating_0best_40worst"]) for r in csv.DictReader(file)]
        kept = [(judge, proposal, float(rating)) for judge, proposal, rating in rows if rating not in ("", "NA")]
        panel = np.full((max(r[0] for r in kept) + 1, max(r[1] for r in kept) + 1), np.nan)
        for judge, proposal, rating in kept:
            panel[judge, proposal] = 40.0 - rating
        return panel[:, ~np.isnan(panel).all(axis=0)]

    def skating(self) -> list[Floats]:
        """Return the skating panels, judges x items each."""
        with self.path("skating_pcs_2016_2017.csv").open(newline="") as file:
            rows = [(int(r["panel_id"]), int(r["item"]), r["judge"], float(r["score"])) for r in csv.DictReader(file)]
        return [_panel([row for row in rows if row[0] == panel]) for panel in sorted({row[0] for row in rows})]


def _panel(rows: list[tuple[int, int, str, float]]) -> Floats:
    judges, items = sorted({row[2] for row in rows}), sorted({row[1] for row in rows})
    panel = np.full((len(judges), len(items)), np.nan)
    for _, item, judge, score in rows:
        panel[judges.index(judge), items.index(item)] = score
    return panel


def staffing(asked: dict[str, Any]) -> dict[str, Any]:
    """Return a team instance as arguments of teams."""
    energy: Ints = np.zeros((asked["people"], asked["ideas"]), dtype=np.int64)
    level: Ints = np.zeros((asked["people"], len(asked["roles"])), dtype=np.int64)
    for cells, table in ((asked["energy"], energy), (asked["level"], level)):
        for row, column, value in cells:
            table[row, column] = value
    return {
        "energy": energy,
        "level": level,
        "need": np.array(asked["need"]),
        "size_lo": np.array(asked["lo"]),
        "size_hi": np.array(asked["hi"]),
        "capacity": np.array(asked["cap"]),
        "unit": np.array(asked["unit"]),
        "max_same_unit": asked["max_same_unit_per_team"],
        "select": asked["select"],
        "value": asked["value"],
    }
