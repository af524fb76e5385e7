"""Which duties a sign-in names, and who has one by it."""

from collections.abc import Collection

from datamatch.editions.enums import Stage
from datamatch.editions.models import Appointment, Edition
from datamatch.people.models import Person


def duties_named(duties: Collection[str]) -> set[tuple[Edition, str]]:
    """Return what words as `juror:edition/datamatch-2` and `manager:programme/data` name: running editions with duties.

    What does not exist here, or not yet, is left out.
    """
    named = set()
    for words in duties:
        duty, _colon, place = words.partition(":")
        kind, _slash, slug = place.partition("/")
        here = {"slug": slug} if kind == "edition" else {"programme__slug": slug}
        named |= {(edition, duty) for edition in Edition.objects.exclude(stage=Stage.CLOSED).filter(**here)}
    return named


def duties_by_sign_on(person: Person) -> list[Appointment]:
    """Return the duties that somebody has by their sign-in, in editions that run."""
    found = Appointment.objects.filter(person=person, by_sign_on=True).exclude(edition__stage=Stage.CLOSED)
    return list(found.select_related("edition", "person").order_by("pk"))
