"""What ideas are judged on: the criteria of an edition, how much each counts, and whether somebody judged by them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, ManyToOneRel, OuterRef, QuerySet

from datamatch.editions.models import Criterion, Edition
from datamatch.editions.queries.editions import editions_shown


@dataclass(frozen=True)
class Weighed:
    """A criterion with the part of the whole (0 to 100) for which it counts."""

    criterion: Criterion
    share: int


def criteria_of(edition: Edition) -> QuerySet[Criterion]:
    """Return what the ideas are judged on, in the order of the form."""
    return edition.criteria.all()


def weighed_criteria(edition: Edition) -> list[Weighed]:
    """Return the criteria with their shares, which add up to 100: the largest rests are rounded up."""
    criteria = list(criteria_of(edition))
    whole = sum(one.weight for one in criteria)
    shares = [100 * one.weight // whole for one in criteria]
    rests = sorted(range(len(criteria)), key=lambda i: (-(100 * criteria[i].weight % whole), i))
    for i in rests[: 100 - sum(shares)]:
        shares[i] += 1
    return [Weighed(one, share) for one, share in zip(criteria, shares, strict=True)]


def is_judged(edition: Edition) -> bool:
    """Tell whether somebody judged by these criteria: a row of a room above points at one."""
    for relation in Criterion._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel):
            rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__edition": edition})
            if rows.exists():
                return True
    return False


def editions_with_criteria(edition: Edition, *, to: Any) -> QuerySet[Edition]:
    """Return the other editions this reader may know of that have criteria to take over, newest first."""
    judging = Criterion.objects.filter(edition=OuterRef("pk"))
    return editions_shown(to=to).filter(Exists(judging)).exclude(pk=edition.pk)
