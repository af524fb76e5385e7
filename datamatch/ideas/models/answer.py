"""What the makers of an idea answer to the questions of the call."""

from django.db import models

from datamatch.editions.models import Question
from datamatch.ideas.models.idea import Idea


class IdeaAnswer(models.Model):
    """An answer (antwoord) to a question of the call; who reads it is decided by the question (`shown_to`)."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(max_length=2000)

    class Meta:
        """A question is answered once in an idea; an empty answer is no answer."""

        constraints = [
            models.UniqueConstraint(fields=["idea", "question"], name="idea_answer_once"),
            models.CheckConstraint(condition=~models.Q(answer=""), name="idea_answer_says_something"),
        ]

    def __str__(self) -> str:
        """Return which question is answered."""
        return f"{self.idea}: {self.question.slug}"

    @property
    def words(self) -> str:
        """Return the answer as a person reads it."""
        return self.question.words_of(self.answer)
