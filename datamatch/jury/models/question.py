"""Questions from the hall, and who is curious about them too."""

from django.db import models

from datamatch.foundation.public import Public
from datamatch.jury.enums import QuestionState
from datamatch.jury.models.hall import Hall
from datamatch.jury.models.pitch import Pitch


class HallQuestion(Public):
    """A question from the hall (zaalvraag), about the pitch that was on stage; shown once the manager read it.

    The key of the asker names nobody; by it the asker alone sees why their question was hidden.
    """

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="questions")
    pitch = models.ForeignKey(Pitch, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.CharField(max_length=280)
    key = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=QuestionState.choices, default=QuestionState.WAITING)
    why = models.CharField(max_length=120, blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        """What is hidden has a word why."""

        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=QuestionState.HIDDEN) | ~models.Q(why=""), name="hall_question_why"
            )
        ]

    def __str__(self) -> str:
        """Return the question."""
        return self.text


class UpVote(models.Model):
    """Somebody else in the hall wants to know it too (bijval), once."""

    question = models.ForeignKey(HallQuestion, on_delete=models.CASCADE, related_name="up_votes")
    key = models.CharField(max_length=64)

    class Meta:
        """Everybody once per question."""

        constraints = [models.UniqueConstraint(fields=["question", "key"], name="up_vote_once")]

    def __str__(self) -> str:
        """Return what it is for."""
        return str(self.question)
