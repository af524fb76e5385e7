"""What keeps the judging fair: the ground rules of an edition, ties that people declare, and deputies."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.screening.enums import Tie


class GroundRules(models.Model):
    """The ground rules (spelregels) of one edition: which ties keep somebody from judging, and how reviews are given.

    `shows_reviews`: after their own review screeners read what others gave; never before it.
    """

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="+")
    minds_own = models.BooleanField(default=True)
    minds_coauthor = models.BooleanField(default=True)
    minds_energy = models.BooleanField(default=True)
    minds_unit = models.BooleanField(default=True)
    minds_line = models.BooleanField(default=True)
    minds_declared = models.BooleanField(default=True)
    shows_reviews = models.BooleanField(default=False)
    reviews_due_on = models.DateField(null=True, blank=True)

    class Meta:
        """By edition."""

        ordering = ["edition"]

    def __str__(self) -> str:
        """Return the edition."""
        return str(self.edition)

    @property
    def minded(self) -> frozenset[str]:
        """Return the ties that count in this edition."""
        return frozenset(tie.value for tie in Tie if getattr(self, f"minds_{tie.value}"))


class Conflict(Public):
    """A tie (belangenverstrengeling) that somebody declared themselves, until they take it back."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300)
    declared_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        """One that holds per person and idea, never without a reason."""

        ordering = ["declared_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["idea", "person"], condition=Q(taken_back_at=None), name="conflict_holds_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="conflict_has_reason"),
        ]

    def __str__(self) -> str:
        """Return what it is about; never who or why, which must stay out of logs."""
        return str(self.idea)


class Deputy(Public):
    """Who decides about an idea (plaatsvervanger) because a manager is tied to it."""

    idea = models.OneToOneField(Idea, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    class Meta:
        """One per idea, somebody else than who named them."""

        ordering = ["named_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(person=models.F("named_by")), name="deputy_is_another")]

    def __str__(self) -> str:
        """Return what it is about."""
        return str(self.idea)
