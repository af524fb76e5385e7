"""The seven import contracts are kept, and each of them can be broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGE, ROOT

CONTRACTS = [
    "1 A room imports only from rooms below it",
    "2 A floor imports only from floors below it",
    "3 Models, queries, rules and the hall never write",
    "4 Views are reached by address only",
    "5 The engine is reached through the weighing only",
    "6 The engine is pure",
    "7 Neighbours do not import each other in a circle",
]
PLANTED = {
    "people/queries.py": "import datamatch.ideas.models",
    "teams/enums.py": "import datamatch.teams.rules",
    "ideas/rules.py": "import datamatch.ideas.actions",
    "jury/actions.py": "import datamatch.screening.views",
    "teams/actions.py": "import datamatch.engine",
    "engine/rank.py": "import sqlite3",
    "front/queries/doors.py": "import datamatch.front.queries.faces",
    "front/queries/faces.py": "import datamatch.front.queries.doors",
}


def lint(where: Path) -> str:
    """Run the linter on a checkout and return what it says."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    answer = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    return answer.stdout + answer.stderr


def test_seven_contracts_are_kept():
    said = lint(ROOT)
    assert [c for c in CONTRACTS if f"{c} KEPT" not in said] == []
    assert "Contracts: 7 kept, 0 broken." in said


@pytest.fixture
def house_with_faults(tmp_path):
    """A copy of the house in which every contract is broken once."""
    shutil.copytree(PACKAGE, tmp_path / "datamatch", ignore=shutil.ignore_patterns("static", "locale", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for place, line in PLANTED.items():
        file = tmp_path / "datamatch" / place
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(f"{before}\n{line}\n", encoding="utf-8")
    return tmp_path


def test_each_contract_breaks_on_a_planted_fault(house_with_faults):
    said = lint(house_with_faults)
    assert [c for c in CONTRACTS if f"{c} BROKEN" not in said] == []
