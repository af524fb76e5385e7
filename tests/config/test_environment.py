"""What an administrator may set, and what holds where they set nothing."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from datamatch.config.environment import SQLITE_PRAGMAS, Environment, database, kept_secret

SECRET = {"DATAMATCH_SECRET_KEY": "a secret"}


def read(folder, **given):
    return Environment.read({"DATAMATCH_HOME": str(folder)} | SECRET | given)


def test_defaults_work_on_a_laptop(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Environment.read(SECRET) == Environment(
        home=tmp_path / "var",
        database_url=f"sqlite:///{tmp_path}/var/datamatch.sqlite3",
        secret_key="a secret",
        debug=False,
        hosts=("localhost", "127.0.0.1"),
        base_url="http://localhost:8000",
        mail_url="",
        mail_from="DataMatch <datamatch@localhost>",
        text_model="auto",
    )


def test_home_is_made_with_a_place_for_static_files(tmp_path):
    assert read(tmp_path / "new" / "home").home == tmp_path / "new" / "home"
    assert (tmp_path / "new" / "home" / "static").is_dir()


@pytest.mark.parametrize(
    ("name", "written", "field", "value"),
    [
        ("DATABASE_URL", "postgres://a@b/c", "database_url", "postgres://a@b/c"),
        ("SECRET_KEY", "another", "secret_key", "another"),
        ("DEBUG", "1", "debug", True),
        ("DEBUG", "0", "debug", False),
        ("DEBUG", "true", "debug", False),
        ("HOSTS", "a.nl,b.nl", "hosts", ("a.nl", "b.nl")),
        ("HOSTS", " a.nl, b.nl ,", "hosts", ("a.nl", "b.nl")),
        ("BASE_URL", "https://a.nl/", "base_url", "https://a.nl"),
        ("MAIL_URL", "smtp://mail:25", "mail_url", "smtp://mail:25"),
        ("MAIL_FROM", "A <a@b.nl>", "mail_from", "A <a@b.nl>"),
        ("TEXT_MODEL", "none", "text_model", "none"),
    ],
)
def test_variable_changes_its_own_setting_only(tmp_path, name, written, field, value):
    assert read(tmp_path, **{f"DATAMATCH_{name}": written}) == replace(read(tmp_path), **{field: value})


def test_secret_is_drawn_once_and_readable_by_its_owner_only(tmp_path):
    first = Environment.read({"DATAMATCH_HOME": str(tmp_path)}).secret_key
    place = tmp_path / "secret-key"
    assert len(first) >= 50
    assert place.read_text(encoding="ascii") == first
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert Environment.read({"DATAMATCH_HOME": str(tmp_path)}).secret_key == first
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["secret-key"]


def test_secret_that_another_process_kept_first_counts(tmp_path, monkeypatch):
    place = tmp_path / "secret-key"
    place.write_text("theirs", encoding="ascii")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", lambda path: False)
        assert kept_secret(place) == "theirs"


def test_two_installations_draw_different_secrets(tmp_path):
    assert kept_secret(tmp_path / "one") != kept_secret(tmp_path / "two")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:////srv/data.sqlite3", "/srv/data.sqlite3"),
        ("sqlite:///data.sqlite3", "data.sqlite3"),
        ("sqlite:////srv/100%#1?.db", "/srv/100%#1?.db"),
    ],
)
def test_sqlite_writers_wait_their_turn(url, path):
    assert database(url) == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
    }


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_gets_a_pool(scheme):
    assert database(f"{scheme}://anna:p%40ss%2Fword@db.example.org:5433/programme") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "programme",
        "USER": "anna",
        "PASSWORD": "p@ss/word",
        "HOST": "db.example.org",
        "PORT": "5433",
        "OPTIONS": {"pool": {"min_size": 2, "max_size": 8}},
    }


def test_postgresql_may_be_reached_through_a_socket():
    given = database("postgres://anna@%2Fvar%2FRun%2Fpg:5433/programme")
    assert (given["HOST"], given["PORT"], given["PASSWORD"]) == ("/var/Run/pg", "5433", "")


def test_postgresql_options_reach_the_driver():
    assert database("postgres://a@b/c?sslmode=require")["OPTIONS"] == {
        "pool": {"min_size": 2, "max_size": 8},
        "sslmode": "require",
    }


@pytest.mark.parametrize("url", ["mysql://anna:secret@db/c", "sqlite:data.db", "data.sqlite3", ""])
def test_other_database_is_refused_without_telling_the_password(url):
    with pytest.raises(ValueError, match="must start with sqlite:/// or postgres://") as problem:
        database(url)
    assert "secret" not in str(problem.value)
