"""Saying whom an idea looks for."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea, RoleWanted
from datamatch.ideas.rules import wanted as rules
from datamatch.people.enums import disciplines
from datamatch.people.models import Person


@transaction.atomic
def seek_roles(*, idea: Idea, by: Person, roles: Iterable[str], at: datetime) -> None:
    """Let these be the roles the idea looks for, instead of those before.

    :raises Refused: not the author's, withdrawn, the teams are at work, an unknown role, or more than six
    """
    asked = set(roles)
    refuse_if(rules.why_not_seek(idea=idea, by=by) or rules.why_not_seek_these(asked))
    Idea.objects.select_for_update().get(pk=idea.pk)
    RoleWanted.objects.filter(idea=idea).exclude(role__in=asked).delete()
    there = set(RoleWanted.objects.filter(idea=idea).values_list("role", flat=True))
    ordered = [role for role in disciplines() if role in asked - there]
    RoleWanted.objects.bulk_create(RoleWanted(idea=idea, role=role) for role in ordered)
    trail.record("idea.seek", of=idea, by=by, at=at, roles=sorted(asked))
