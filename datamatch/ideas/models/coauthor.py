"""Co-authors (mede-indieners): who was asked to write an idea together, and who said yes."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.ideas.models.idea import Idea


class CoAuthorQuerySet(models.QuerySet["CoAuthor"]):
    """Which invitations are open, and whom they are for."""

    def here(self) -> Self:
        """Return who writes or was asked to; not those who said no, left, or were taken off."""
        return self.filter(ended_at__isnull=True)

    def waiting(self) -> Self:
        """Return the invitations that nobody answered yet."""
        return self.here().filter(accepted_at__isnull=True)

    def meant_for(self, person: object) -> Self:
        """Return what this person was invited to, by name or by the address they have now."""
        return self.filter(Q(person=person) | Q(person__isnull=True, email=getattr(person, "email", "")))


class CoAuthor(Public):
    """Somebody invited to write an idea together (mede-indiener); counts once they said yes.

    Who has no account yet is known by an address only. A row stays when somebody says no or leaves: whoever read a
    draft must not judge it later.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="coauthors")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    email = models.EmailField(blank=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[CoAuthorQuerySet] = CoAuthorQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        """Nobody is invited twice for one idea; an address without a person cannot have said yes."""

        constraints = [
            models.UniqueConstraint(fields=["idea", "person"], name="coauthor_once"),
            models.UniqueConstraint(fields=["idea", "email"], condition=~Q(email=""), name="coauthor_email_once"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, email="") | (Q(person__isnull=True) & ~Q(email="")),
                name="coauthor_person_or_email",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(person__isnull=False, ended_at__isnull=True),
                name="coauthor_accepted_is_here",
            ),
        ]
        indexes = [models.Index(fields=["email"], condition=~Q(email=""), name="coauthor_email")]

    def __str__(self) -> str:
        """Return who writes with what."""
        return f"{self.person or '?'}: {self.idea}"

    @property
    def shown_as(self) -> str:
        """Return the name, or the address of somebody without an account; for the authors' eyes only."""
        return self.person.name if self.person else self.email
