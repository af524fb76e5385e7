"""The settings an administrator may give, read once from environment variables."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from datamatch.config.single_sign_on import SingleSignOn

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
    "PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000; PRAGMA journal_size_limit=27103364;"
)


@dataclass(frozen=True)
class Environment:
    """What the outside world decides; every field has a default that works on a laptop."""

    home: Path
    database_url: str
    secret_key: str
    debug: bool
    hosts: tuple[str, ...]
    base_url: str
    mail_url: str
    mail_from: str
    single_sign_on: SingleSignOn | None = None
    text_model: str = "auto"

    @classmethod
    def read(cls, given: Mapping[str, str] = os.environ) -> "Environment":
        """Return the settings; names and meanings stand in docs/reference/settings.md."""
        home = Path(given.get("DATAMATCH_HOME", "var")).resolve()
        (home / "static").mkdir(parents=True, exist_ok=True)
        return cls(
            home=home,
            database_url=given.get("DATAMATCH_DATABASE_URL", f"sqlite:///{home / 'datamatch.sqlite3'}"),
            secret_key=given.get("DATAMATCH_SECRET_KEY") or kept_secret(home / "secret-key"),
            debug=given.get("DATAMATCH_DEBUG", "0") == "1",
            hosts=tuple(given.get("DATAMATCH_HOSTS", "localhost,127.0.0.1").replace(",", " ").split()),
            base_url=given.get("DATAMATCH_BASE_URL", "http://localhost:8000").rstrip("/"),
            mail_url=given.get("DATAMATCH_MAIL_URL", ""),
            mail_from=given.get("DATAMATCH_MAIL_FROM", "DataMatch <datamatch@localhost>"),
            single_sign_on=SingleSignOn.read(given),
            text_model=given.get("DATAMATCH_TEXT_MODEL", "auto"),
        )


def kept_secret(place: Path) -> str:
    """Return the secret kept in this file; the first call draws it and keeps it readable by its owner only.

    Of several processes that start at once, all return what the first one kept.
    """
    if not place.exists():
        drawn = place.with_name(f"{place.name}.{os.getpid()}")
        drawn.touch(mode=0o600)
        drawn.write_text(secrets.token_urlsafe(50), encoding="ascii")
        with suppress(FileExistsError):
            place.hardlink_to(drawn)
        drawn.unlink()
    return place.read_text(encoding="ascii")


def database(url: str) -> dict[str, Any]:
    """Return Django's settings for a `sqlite:///file` or `postgres://user:word@host:port/name` address.

    :raises ValueError: the address names another kind of database
    """
    if url.startswith("sqlite:///"):
        return sqlite(url.removeprefix("sqlite:///"))
    if url.startswith(("postgres://", "postgresql://")):
        return postgresql(url)
    scheme = url.partition(":")[0]
    raise ValueError(f"DATAMATCH_DATABASE_URL must start with sqlite:/// or postgres://, not with {scheme}:")


def sqlite(path: str) -> dict[str, Any]:
    """Return settings with which many writers wait their turn instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
    }


def postgresql(url: str) -> dict[str, Any]:
    """Return settings with a connection pool, which an asynchronous server needs.

    Whatever follows a question mark goes to the driver, as in `?sslmode=require`.
    """
    parts = urlsplit(url)
    # The folder of a Unix socket keeps its capitals, which a host name does not have.
    socket = parts.netloc.rpartition("@")[2].removesuffix(f":{parts.port}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(socket) if socket.startswith("%2F") else parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 2, "max_size": 8}} | dict(parse_qsl(parts.query)),
    }
