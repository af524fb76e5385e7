"""The demo world with a hostile text in every field in which somebody may write, straight in its database."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models

from tests.hostile.payloads import payloads

# Words of ours, identities and sums; what a person writes is everything else.
NOT_TEXT = {
    "people.person.password", "people.invitation.token_hash", "people.domain.name", "people.unit.roo_id",
    "people.unit.oin", "people.unit.file_id", "people.profile.discipline", "people.linemanager.language",
    "people.skill.group", "people.skill.kwiv_code", "editions.accesscode.code", "editions.question.answered_by",
    "ideas.energy.role", "ideas.rolewanted.role", "ideas.savedview.query", "ideas.likeness.other_kind",
    "ideas.likeness.level", "teams.member.role", "teams.suggestion.role", "teams.seatchange.role",
    "teams.seatchange.role_before", "teams.matching.input_digest",
    "canvas.roleneed.role", "screening.calibration.input_digest",
}  # fmt: skip
OF_FOUNDATION = {"foundation.mail.subject", "foundation.mail.body", "foundation.job.saying", "foundation.job.problem",
                 "foundation.kepttext.title", "foundation.kepttext.body"}  # fmt: skip
LISTS = {"editions.criterion.anchors_nl", "editions.criterion.anchors_en", "cases.case.datasets"}
SAYINGS = {"ideas.version.words", "ideas.merge.words"}
MANY = 1000  # a field that holds so many characters gets several texts
NOT_WORDS = (models.SlugField, models.EmailField, models.URLField, models.FileField)


def text_fields() -> Iterator[tuple[str, models.Field]]:
    """Yield every field of every room in which somebody may write what they like, by its name."""
    for room in settings.ROOMS:
        for model in apps.get_app_config(room).get_models():
            for field in model._meta.concrete_fields:
                name = f"{model._meta.label_lower}.{field.name}"
                plain = isinstance(field, models.CharField | models.TextField) and not isinstance(field, NOT_WORDS)
                if (
                    plain
                    and not field.choices
                    and (name in OF_FOUNDATION if room == "foundation" else name not in NOT_TEXT)
                ):
                    yield name, field


def harm(path: Path) -> dict[str, int]:
    """Write a hostile text in every such field of every row; return how many rows each field had changed.

    Where the database says that a row may say nothing, or that no two rows may say the same, that row stays.
    """
    turn, changed, ours = 0, {}, payloads()
    with sqlite3.connect(path, timeout=20) as database:
        for name, field in text_fields():
            fitting = [one for one in ours if len(one) <= (field.max_length or 9_999) - 8]
            table, column = field.model._meta.db_table, field.column
            for (row,) in database.execute(f"SELECT id FROM {table}").fetchall():
                several = 12 if (field.max_length or MANY) >= MANY else 1
                said = [fitting[(turn + place) % len(fitting)] for place in range(several)] if fitting else []
                turn += several
                words = " ".join(said)[: field.max_length]
                if field.unique and words:
                    words = f"{words} {row}"
                done = (
                    database.execute(f'UPDATE OR IGNORE {table} SET "{column}" = ? WHERE id = ?', (words, row))
                    if words
                    else None
                )
                changed[name] = changed.get(name, 0) + (done.rowcount if done else 0)
        for name in sorted(LISTS | SAYINGS):
            harm_json(database, name, ours)
    return changed


def harm_json(database: sqlite3.Connection, name: str, ours: list[str]) -> None:
    """Write hostile texts in a list of words, or in the words of a version."""
    label, column = name.rsplit(".", 1)
    table = apps.get_model(label)._meta.db_table
    for row, kept in database.execute(f"SELECT id, {column} FROM {table}").fetchall():
        said = json.loads(kept)
        if name in LISTS:
            said = [ours[(row * 7 + place) % len(ours)] for place in range(len(said))]
        else:
            said |= {
                word: ours[(row * 7 + len(word)) % len(ours)]
                for word in ("title", "demand", "data", "result")
                if word in said
            }
        database.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (json.dumps(said), row))
