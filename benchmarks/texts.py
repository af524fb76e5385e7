"""Nine tasks on Dutch texts: which text should be found for which query; from the shared half of the text data."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.data import Absent
from datamatch.engine.text import Purpose
from datamatch.engine.text.copies import COPY, shingles

SHORT = 20  # words of a purpose that make a short text


@dataclass(frozen=True)
class Task:
    """Queries, the texts to search (title and body), and per query the places that are right and those left out."""

    name: str
    core: float  # what R@5 must reach without a model
    model: float  # and with USE
    queries: list[str]
    texts: list[tuple[str, str]]
    right: list[set[int]]
    apart: list[set[int]] = field(default_factory=list)
    purpose: Purpose = "alike"


def tasks(folder: Path) -> list[Task]:
    """Return the nine tasks. :raises Absent: the files are not there"""
    ideas, register, sets = (read(folder, name) for name in ("ideeen_nl", "algoritmeregister_nl", "amsterdam_datasets"))
    return [*idea_tasks(ideas, register, sets), *case_tasks(distinct(register))]


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a file. :raises Absent: it is not there"""
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        raise Absent(f"{path.name} is not in the data folder")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def idea_tasks(ideas: list[dict[str, Any]], register: list[dict[str, Any]], sets: list[dict[str, Any]]) -> list[Task]:
    """Return the tasks that begin or end with an idea; beside each idea stands another one on its subject."""
    edition = [(one["title"], one["idea"]) for one in ideas] + [("", one["other_same_topic"]) for one in ideas]
    library = edition + [("", one["doel"]) for one in register]
    data = [("", one["dataset"]) for one in ideas]
    data += [(one["title"], f"{one['description'] or ''} {' '.join(one['keywords'])}") for one in sets]
    asked = {name: [one[name] for one in ideas] for name in ("duplicate", "english", "profile")}
    own = [{place} for place in range(len(ideas))]
    whole = [f"{one['title']}. {one['idea']}" for one in ideas]
    return [
        Task("reworded duplicate, edition size", 0.45, 0.82, asked["duplicate"], edition, own),
        Task("reworded duplicate + case library", 0.25, 0.50, asked["duplicate"], library, own),
        Task("English -> Dutch idea, edition size", 0.68, 0.96, asked["english"], edition, own),
        Task("English -> Dutch idea + case library", 0.68, 0.96, asked["english"], library, own),
        Task("profile -> idea", 0.79, 0.89, asked["profile"], edition, own, purpose="profile"),
        Task("idea -> dataset", 0.82, 0.82, whole, data, own),
    ]


def case_tasks(rows: list[dict[str, Any]]) -> list[Task]:
    """Return the tasks on the register, without its copies; right is every row with the same label."""
    texts = [("", row["doel"]) for row in rows]
    groups: dict[str, set[int]] = {}
    for place, row in enumerate(rows):
        if row["concept"]:
            groups.setdefault(row["concept"], set()).add(place)
    asked = [(place, group) for group in groups.values() if len(group) > 1 for place in sorted(group)]
    others, own = [group - {place} for place, group in asked], [{place} for place, _ in asked]
    purposes = [rows[place]["doel"] for place, _ in asked]
    short = [" ".join(text.split()[:SHORT]) for text in purposes]
    titles = [rows[place]["title"] for place, _ in asked]
    return [
        Task("same case elsewhere", 0.96, 0.93, purposes, texts, others, own),
        Task("short text -> same case", 0.92, 0.90, short, texts, others, own),
        Task("case search by title words", 0.85, 0.84, titles, texts, [group for _, group in asked]),
    ]


def distinct(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows whose purpose is no near copy of an earlier one, and has five words or more."""
    kept: list[tuple[dict[str, Any], frozenset[tuple[str, ...]]]] = []
    holding: dict[tuple[str, ...], list[int]] = {}
    for row in rows:
        mine = shingles(row["doel"])
        shared: dict[int, int] = {}
        for run in mine:
            for place in holding.get(run, ()):
                shared[place] = shared.get(place, 0) + 1
        copied = any(count / len(mine | kept[place][1]) >= COPY for place, count in shared.items())
        if len(row["doel"].split()) < 5 or copied:
            continue
        for run in mine:
            holding.setdefault(run, []).append(len(kept))
        kept.append((row, mine))
    return [row for row, _ in kept]
