"""Who may register: the mail domains, and the invitations."""

from hashlib import sha256
from uuid import UUID

from django.db.models import QuerySet

from datamatch.people.models import Domain, Invitation


def domains() -> QuerySet[Domain]:
    """Return the mail domains whose people may register; without any, every address may."""
    return Domain.objects.all()


def domain_of(email: str) -> Domain | None:
    """Return the listed domain of this address, or None when its domain is not on the list."""
    return Domain.objects.filter(name=email.strip().lower().rpartition("@")[2]).first()


def hash_of(token: str) -> str:
    """Return what is kept of a token: its SHA-256. The token is too long to guess, so that no salt is needed."""
    return sha256(token.encode()).hexdigest()


def invitations() -> QuerySet[Invitation]:
    """Return every invitation, newest first, with who made it."""
    return Invitation.objects.select_related("made_by")


def invitation_with_token(token: str) -> Invitation | None:
    """Return the invitation of this link."""
    return Invitation.objects.filter(token_hash=hash_of(token)).first()


def invitation_with_id(public_id: str | None) -> Invitation | None:
    """Return the invitation that somebody came in with; None for nothing, or for something else."""
    return Invitation.objects.filter(public_id=UUID(public_id)).first() if public_id else None
