"""A replay of a small world by the real command, once for all tests that look at what came of it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.story.files import small_world


@dataclass(frozen=True)
class Replayed:
    """A command that has run: how it ended, what it said, what it wrote, and where a real database would be."""

    code: int
    out: str
    err: str
    folder: Path
    home: Path

    @property
    def trace(self):
        return json.loads((self.folder / "trace.json").read_text(encoding="utf-8"))

    @property
    def letters(self):
        return {path.name: path.read_bytes() for path in sorted((self.folder / "letters").iterdir())}


def story(folder, *asked, language="en"):
    """Run `datamatch story` and return what happened; its results go to a folder of their own."""
    home, out = folder / "home", folder / "out"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATAMATCH_")}
    ran = subprocess.run(
        [sys.executable, "-m", "datamatch.config.cli", "story", "--out", out, "--language", language, *asked],
        capture_output=True, text=True, check=False, env=kept | {"DATAMATCH_HOME": str(home)},
    )  # fmt: skip
    return Replayed(ran.returncode, ran.stdout, ran.stderr, out, home)


def story_of_small_world(folder, *asked, **given):
    """Replay a small world with four pitches and two projects, unless asked otherwise."""
    ideas, people = small_world(folder, **given)
    return story(folder, "--ideas", ideas, "--people", people, "--pitches", "4", "--projects", "2", *asked)


@pytest.fixture(scope="session")
def replayed(tmp_path_factory):
    """A small world, replayed."""
    return story_of_small_world(tmp_path_factory.mktemp("story"))
