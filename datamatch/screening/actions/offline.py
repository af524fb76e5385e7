"""Reviews given away from the site: read first, looked at, then kept whole or not at all."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.screening import queries, rules
from datamatch.screening.actions.reviews import give_review, step_back
from datamatch.screening.models import ReviewFile
from datamatch.screening.rules import FILE_WAITS


@transaction.atomic
def keep_review_file(*, edition: Edition, lines: Sequence[dict[str, Any]], by: Person, at: datetime) -> ReviewFile:
    """Keep the reviews of a file that was read without a fault, until its screener says yes; an earlier one gives way.

    :raises Refused: no reviews are asked of you, or not now
    """
    refuse_if(rules.why_not_review_offline(edition=edition, by=by))
    ReviewFile.objects.filter(edition=edition, person=by).delete()
    file = ReviewFile.objects.create(edition=edition, person=by, lines=list(lines), read_at=at)
    trail.record("review_file.read", of=file, by=by, at=at, count=len(lines))
    return file


@transaction.atomic
def take_reviews(*, file: ReviewFile, wanted: Collection[str], by: Person, at: datetime) -> tuple[int, int]:
    """Give every review of a file, or hand the idea back; return how many, and how many clashes stayed as they were.

    What was given, changed or begun on the site after the file left stays, unless `wanted` holds the key under which
    its screener saw that.

    :raises Refused: not your file, too late, the screening closed meanwhile, or one of the reviews cannot be given
    """
    file = ReviewFile.objects.select_for_update(of=("self",)).select_related("edition", "person").get(pk=file.pk)
    refuse_if(rules.why_not_take_reviews(file=file, by=by, at=at))
    taken = kept = 0
    for line in queries.offline_lines(file):
        if line.clashes and line.key not in wanted:
            kept += 1
            continue
        if line.is_back:
            step_back(assignment=line.assignment, reason=line.said["reason"], by=by, at=at)
        else:
            words = {name: line.said[name] for name in ("scores", "confidence", "remark", "note")}
            give_review(assignment=line.assignment, by=by, at=at, **words)
        taken += 1
    trail.record("review_file.taken", of=file, by=by, at=at, taken=taken, kept=kept)
    file.delete()
    return taken, kept


def forget_review_files(*, at: datetime) -> int:
    """Delete the files that nobody said yes to in time; return how many."""
    return ReviewFile.objects.filter(read_at__lt=at - FILE_WAITS).delete()[0]
