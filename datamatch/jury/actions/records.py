"""The deed that hands out the records of an outcome, so that anybody can make it again."""

import csv
import hashlib
import hmac
import io
import json
import zipfile
from datetime import datetime
from typing import Any

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.jury.queries import records
from datamatch.jury.queries.records import Alias, Row
from datamatch.jury.weighing.verifying import FORMAT, MANIFEST
from datamatch.people.models import Person

# One moment for every file, so that the same records are the same bytes.
NO_MOMENT = (1980, 1, 1, 0, 0, 0)
COLUMNS = {
    "ranking.csv": ["place", "idea", "score", "chance", "reviews"],
    "reviews.csv": ["idea", "screener", "weight", "criterion", "score"],
    "ballots.csv": ["ballot", "rank", "idea", "above_line"],
    "sums.csv": ["kind", "idea", "other", "above", "below"],
    "plans.csv": ["idea", "euros", "weeks", "hours_per_week"],
}


@transaction.atomic
def export_records(*, edition: Edition, by: Person, at: datetime, salt: bytes) -> bytes:
    """Return the records of an outcome as a zip, whose manifest holds the sha256 of each file.

    The trail keeps the sha256 of the manifest (the seal). People stand under pseudonyms made with `salt`, which nobody
    keeps: two exports cannot be laid side by side.

    :raises Refused: not you, or the verdict is not settled
    """
    refuse_if(rules.why_not_export_records(edition=edition, by=by))
    files = _files(edition, alias_with(salt))
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    manifest = _json({"format": FORMAT, "edition": edition.slug, "sha256": sums})
    seal = hashlib.sha256(manifest).hexdigest()
    trail.record("records.export", of=edition, by=by, at=at, manifest=seal)
    return _zipped({MANIFEST: manifest, **files})


def alias_with(salt: bytes) -> Alias:
    """Return the maker of pseudonyms: one person is another one in each kind of record."""

    def alias(kind: str, pk: int) -> str:
        return hmac.new(salt, f"{kind}:{pk}".encode(), hashlib.sha256).hexdigest()[:12]

    return alias


def _files(edition: Edition, alias: Alias) -> dict[str, bytes]:
    """Return every file but the manifest."""
    box = queries.box_of(edition)
    ballots, sums = records.ballot_records(box, alias) if box else ([], [])
    calculation, ranking = records.ranking_records(edition)
    tables = {
        "ranking.csv": ranking,
        "reviews.csv": records.review_records(edition, alias),
        "ballots.csv": ballots,
        "sums.csv": sums,
        "plans.csv": records.plan_records(edition),
    }
    told = {"edition.json": records.edition_record(edition) | {"ranking": calculation}}
    told |= {"outcome.json": records.outcome_record(edition)}
    texts = {name: _json(content) for name, content in told.items()}
    return texts | {name: _csv(COLUMNS[name], rows) for name, rows in tables.items()}


def _json(content: Any) -> bytes:
    return (json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _csv(columns: list[str], rows: list[Row]) -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, NO_MOMENT), content)
    return whole.getvalue()
