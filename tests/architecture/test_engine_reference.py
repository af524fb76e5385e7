"""The reference of the engine is what its code says."""

import os
import re
import subprocess
import sys

import pytest

from datamatch import engine
from tests.architecture.house import ROOT

PAGE = (ROOT / "docs" / "reference" / "engine.md").read_text(encoding="utf-8")
FUNCTIONS = [name for name in engine.__all__ if name.islower()]


def test_the_reference_of_the_engine_is_made_from_its_code():
    run = [sys.executable, str(ROOT / "scripts" / "engine_reference.py")]
    here = os.environ | {"PYTHONPATH": str(ROOT)}
    made = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True, env=here).stdout
    assert made == PAGE, "run `make docs`"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_and_field_of_a_function_is_told(name):
    part = PAGE.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
    function = getattr(engine, name)
    given = set(function.__annotations__) - {"return"}
    assert set(re.findall(r"^    (\w+): ", part, flags=re.MULTILINE)) == given
    told = set(re.findall(r"^\| `(\w+)", part, flags=re.MULTILINE))
    fields = set(vars(function.__annotations__["return"])["__annotations__"])
    assert {field for field in fields if not field.startswith("_")} <= told


def test_make_docs_writes_the_reference_of_the_engine():
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\ndocs:", 1)[1].split("\n\n", 1)[0]
    assert "scripts/engine_reference.py > docs/reference/engine.md" in recipe
