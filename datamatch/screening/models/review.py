"""Reviews (beoordelingen): who is asked for which idea, and what they found."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from datamatch.editions.models import Criterion
from datamatch.editions.models.call import LOWEST, MOST_ANCHORS
from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.screening.enums import PENDING, AssignmentState, Confidence, Ground


class Assignment(Public):
    """A request (toewijzing) to one screener to review one idea."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    screener = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=AssignmentState.choices, default=AssignmentState.OPEN)
    reason = models.CharField(max_length=300, blank=True)
    assigned_at = models.DateTimeField()
    grounds = models.JSONField(default=list)
    note = models.TextField(max_length=2000, blank=True)

    class Meta:
        """A screener is asked once per idea."""

        ordering = ["assigned_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["idea", "screener"], name="assignment_once")]
        indexes = [models.Index(fields=["screener", "state"])]

    def __str__(self) -> str:
        """Return who reviews what."""
        return f"{self.screener}: {self.idea}"

    @property
    def is_pending(self) -> bool:
        """Tell whether it may still be taken from its screener."""
        return self.state in PENDING

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with its state."""
        return {AssignmentState.DONE: "good", AssignmentState.OPEN: "care"}.get(AssignmentState(self.state), "")

    @property
    def why(self) -> str:
        """Return why this screener was chosen, in words; empty for one of long ago."""
        return ", ".join(str(Ground(ground).label) for ground in self.grounds)


class Review(Public):
    """One screener's judgement (beoordeling) of one idea, given without knowing whose idea it is."""

    assignment = models.OneToOneField(Assignment, on_delete=models.PROTECT, related_name="review")
    confidence = models.PositiveSmallIntegerField(choices=Confidence.choices, default=Confidence.MEDIUM)
    remark = models.TextField(max_length=2000, blank=True)
    given_at = models.DateTimeField()

    class Meta:
        """In the order in which they were given."""

        ordering = ["given_at", "pk"]

    def __str__(self) -> str:
        """Return what was reviewed, not by whom."""
        return self.assignment.idea.title


class Score(models.Model):
    """One criterion of one review: the number of the anchor, from 1 (lowest) to the highest of its scale."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(validators=[MinValueValidator(LOWEST), MaxValueValidator(MOST_ANCHORS)])

    class Meta:
        """Each criterion once per review, within the scale."""

        ordering = ["review", "criterion__position"]
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="score_once"),
            models.CheckConstraint(condition=models.Q(value__range=(LOWEST, MOST_ANCHORS)), name="score_in_scale"),
        ]

    def __str__(self) -> str:
        """Return criterion and value."""
        return f"{self.criterion}: {self.value}"
