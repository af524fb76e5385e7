"""A folder of its own for each of the processes that share out a run, before the settings are read."""

import os
import tempfile

if worker := os.environ.get("PYTEST_XDIST_WORKER"):
    os.environ["DATAMATCH_HOME"] = tempfile.mkdtemp(prefix=f"{worker}-", dir=os.environ.get("DATAMATCH_HOME"))
