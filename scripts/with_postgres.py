"""Run a command with a PostgreSQL server of its own, which is gone afterwards.

`with_postgres.py --look` only says whether the server programs are here.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """Return the folder with `initdb` and `pg_ctl`, newest version first, or None."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return places[-1].parent if places else None


def unprivileged() -> tuple[list[str], str | None]:
    """Return what to put before a command, and the owner of the data: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return [], None
    names = {entry.pw_name for entry in pwd.getpwall()}
    owner = "postgres" if "postgres" in names else "nobody"
    return ["runuser", "-u", owner, "--"], owner


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """Yield the address of a server that listens on a socket in a folder of its own."""
    before, owner = unprivileged()
    with tempfile.TemporaryDirectory(prefix="datamatch-pg-") as name:
        folder = Path(name)
        if owner:
            shutil.chown(folder, owner)
        data = folder / "data"
        run = [
            *before,
            str(bin_folder / "initdb"),
            "--no-sync",
            "-U",
            "datamatch",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "-D",
            str(data),
        ]
        subprocess.run(run, check=True, capture_output=True, cwd="/")
        options = f"-F -c listen_addresses='' -c unix_socket_directories={folder} -c full_page_writes=off"
        control = [*before, str(bin_folder / "pg_ctl"), "-D", str(data), "-w", "-s"]
        subprocess.run([*control, "-o", options, "-l", str(folder / "log"), "start"], check=True, cwd="/")
        try:
            yield f"postgres://datamatch@{str(folder).replace('/', '%2F')}/postgres"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=False, cwd="/")


def main(words: list[str]) -> int:
    """Run the command after `--` and return its exit code."""
    bin_folder = programs()
    if bin_folder is None:
        print("The PostgreSQL server programs are not on this machine.", file=sys.stderr)
        return 3
    if words[:1] == ["--look"]:
        print(bin_folder)
        return 0
    # Told to stop, it stops the server too.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(1))
    with server(bin_folder) as address:
        environment = os.environ | {"DATAMATCH_DATABASE_URL": address}
        return subprocess.run(words[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
