"""Why somebody cannot leave an edition behind; None when they can."""

from django.utils.translation import gettext as _

from datamatch.editions import queries
from datamatch.people.models import Person


def why_not_close_account(person: Person) -> str | None:
    """Return why this person cannot close their account yet: a running edition would have no manager."""
    edition = queries.editions_managed_alone(person).first()
    if edition is not None:
        return _("You are the only manager of %(edition)s. Appoint another one first.") % {"edition": edition.name}
    return None
