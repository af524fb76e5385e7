"""A hall full of phones votes while the server is killed: every vote that was answered is there, once."""

import json
import os
import subprocess
import sys

from benchmarks.families import phones
from tests.architecture.house import ROOT

PHONES = 24


def test_no_vote_is_lost_or_counted_twice_when_the_server_is_killed_half_way():
    plain = {name: value for name, value in os.environ.items() if not name.startswith("DATAMATCH_")}
    command = [sys.executable, "-m", "benchmarks.phones", str(PHONES), "4"]
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    found = {name: told[name] for name in ("phones", "answered", "once", "twice", "lost")}
    assert found == {"phones": PHONES, "answered": PHONES, "once": PHONES, "twice": 0, "lost": 0}
    assert told["again"] > 0, "the server was killed when nobody voted"
    assert told["heard"] == told["listeners"]
    assert all(row.met is not False for row in phones.told("here", told))


def test_a_lost_vote_is_a_bar_that_is_not_met():
    names = "phones answered once twice lost again p50 p95 worst down heard listeners"
    told = dict.fromkeys(names.split(), 0) | {"phones": 2, "answered": 2, "once": 1, "lost": 1}
    assert [row.met for row in phones.told("here", told) if row.bar] == [True, False, True, False, True]
