"""Keeping texts, and forgetting them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from datamatch.foundation import weighing
from datamatch.foundation.models import KeptText

LONGEST_TITLE = 200


def keep(
    *, kind: str, of: UUID, scope: UUID | None, title: str, body: str, language: str, address: str, at: datetime
) -> None:
    """Let a text be found from now on, or with these words instead of earlier ones.

    :param kind: what it is: "idea", "case"
    :param of: the public id of that thing
    :param scope: the public id of the edition it belongs to, by which readers are told apart
    :param body: what people wrote, without headings and without names
    :param address: the page of this thing on the site
    """
    row = KeptText.objects.filter(kind=kind, of=of).first() or KeptText(kind=kind, of=of)
    row.scope, row.language, row.address = scope, language[:2], address
    row.title, row.body = title[:LONGEST_TITLE], body
    text_hash, mark = weighing.mark_of(row)
    if row.text_hash == text_hash:
        return
    row.text_hash, row.mark, row.kept_at = text_hash, mark, at
    weighing.analysed(row)
    told = {field.name: getattr(row, field.name) for field in KeptText._meta.concrete_fields if field.name != "id"}
    KeptText.objects.bulk_create(
        [KeptText(**told)],
        update_conflicts=True,
        unique_fields=["kind", "of"],
        update_fields=[name for name in told if name not in {"kind", "of"}],
    )


def forget(kind: str, of: UUID) -> None:
    """Let a text be found no more; nothing happens when it was not kept."""
    KeptText.objects.filter(kind=kind, of=of).delete()


def index_again(*, only_old: bool = False) -> int:
    """Analyse every kept text again with the model and the analyser of this installation, and return how many changed.

    With `only_old` the texts that another model or analyser saw, and no others.
    """
    rows = KeptText.objects.all()
    if only_old:
        ours = KeptText.objects.filter(encoder=weighing.model().name, analyser_version=weighing.ANALYSER_VERSION)
        rows = rows.exclude(pk__in=ours.values("pk"))
    count = 0
    for key in list(rows.values_list("pk", flat=True)):
        count += _again(key)
    return count


@transaction.atomic
def _again(key: int) -> bool:
    """Analyse one text again, unless somebody took it away meanwhile; tell whether anything changed."""
    row = KeptText.objects.select_for_update().filter(pk=key).first()
    if row is None:
        return False
    before = (row.analysed, bytes(row.vector), row.text_hash)
    row.text_hash, row.mark = weighing.mark_of(row)
    weighing.analysed(row)
    if before != (row.analysed, row.vector, row.text_hash):
        row.save()
    return before != (row.analysed, row.vector, row.text_hash)
