"""Which mail domains may register."""

from django.db.models import QuerySet

from datamatch.people.models import Domain


def domains() -> QuerySet[Domain]:
    """Return the mail domains whose people may register; without any, every address may."""
    return Domain.objects.all()


def domain_of(email: str) -> Domain | None:
    """Return the listed domain of this address, or None when its domain is not on the list."""
    return Domain.objects.filter(name=email.strip().lower().rpartition("@")[2]).first()
