"""What makes a choice hold: where people drew the line, until when the chosen confirm, and what they answered."""

from datetime import date

from django.conf import settings
from django.db import models

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.screening.enums import Answer, Round
from datamatch.screening.models.decision import Decision


class Cut(Public):
    """One move of the line (streep) below the shortlist, by a person and with a reason."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    before = models.PositiveSmallIntegerField()
    size = models.PositiveSmallIntegerField()
    reason = models.TextField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """First to last, and never without a reason."""

        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="cut_has_reason")]

    def __str__(self) -> str:
        """Return from where to where."""
        return f"{self.before} > {self.size}"


class Publication(Public):
    """The publication (openbaarmaking) of the decisions of one round: until when the chosen confirm, and when it was.

    Without `confirm_by` nobody is asked to confirm.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    round = models.CharField(max_length=10, choices=Round.choices)
    confirm_by = models.DateField(null=True)
    planned_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        """One per edition and round."""

        ordering = ["edition", "planned_at"]
        constraints = [models.UniqueConstraint(fields=["edition", "round"], name="publication_once")]

    def __str__(self) -> str:
        """Return edition and round."""
        return f"{self.edition} {self.get_round_display()}"


class Confirmation(Public):
    """What the makers of a chosen idea answer (bevestiging): we take part, or we do not because."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="+")
    confirm_by = models.DateField()
    answer = models.CharField(max_length=9, choices=Answer.choices, default=Answer.WAITING)
    reason = models.CharField(max_length=500, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """By date; who gives a place up says why."""

        ordering = ["confirm_by", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(answer__in=[Answer.DECLINED, Answer.RELEASED]) | ~models.Q(reason=""),
                name="confirmation_given_up_with_reason",
            )
        ]

    def __str__(self) -> str:
        """Return the answer."""
        return self.get_answer_display()

    def is_late(self, today: date) -> bool:
        """Tell whether the last day went by without an answer."""
        return self.answer == Answer.WAITING and today > self.confirm_by

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with it."""
        return {"waiting": "care", "confirmed": "good"}.get(self.answer, "bad")
