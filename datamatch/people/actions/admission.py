"""The mail domains at which people may register by themselves."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.models import Domain, Person


@transaction.atomic
def add_domain(*, name: str, by: Person, at: datetime) -> Domain:
    """Let people with an address at this domain register; with `@` or capitals it is the same domain.

    :raises Refused: not an administrator, or not a domain
    """
    name = name.strip().lower().removeprefix("@")
    refuse_if(rules.why_not_add_domain(name=name, by=by))
    domain, _ = Domain.objects.get_or_create(name=name)
    trail.record("domain.add", of=domain, by=by, at=at)
    return domain


@transaction.atomic
def remove_domain(*, domain: Domain, by: Person, at: datetime) -> None:
    """Take a domain from the list; who registered with it stays.

    :raises Refused: not an administrator
    """
    refuse_if(rules.why_not_keep_domains(by=by))
    trail.record("domain.remove", of=domain, by=by, at=at)
    domain.delete()
