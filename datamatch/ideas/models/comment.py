"""Comments (reacties) on ideas, and the people they mention."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.ideas.enums import CommentState
from datamatch.ideas.models.idea import Idea


class Comment(Public):
    """What somebody says about an idea (reactie); answers stand one level below the comment that began the talk.

    `as_author` is kept as it was when it was written: who becomes an author later must not be found out by it. A
    mention stands in `words` as @[public id], so that no name stays behind when a person leaves. Who may not know the
    makers does not read what is held back.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    as_author = models.BooleanField()
    thread = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="answers")
    answers_to = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")
    words = models.TextField(max_length=4000, blank=True)
    state = models.CharField(max_length=10, choices=CommentState.choices, default=CommentState.SHOWN)
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    held_back = models.BooleanField(default=False)
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Mention", related_name="+")

    class Meta:
        """First said, first read; what somebody took away themselves holds no words any more."""

        ordering = ["pk"]
        indexes = [models.Index(fields=["by", "written_at"])]
        constraints = [
            models.CheckConstraint(condition=~Q(state="removed") | Q(words=""), name="comment_removed_is_empty"),
            models.CheckConstraint(condition=Q(state="removed") | ~Q(words=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=Q(thread__isnull=True, answers_to__isnull=True)
                | Q(thread__isnull=False, answers_to__isnull=False),
                name="comment_answer_has_thread",
            ),
        ]

    def __str__(self) -> str:
        """Return on which idea; never the words or who said them."""
        return f"{self.idea}: {self.state}"

    def get_absolute_url(self) -> str:
        """Return the page and place at which this comment stands."""
        return f"{self.idea.get_absolute_url()}?comment={self.public_id}#comment-{self.public_id}"

    @property
    def is_shown(self) -> bool:
        """Tell whether everybody reads its words."""
        return self.state == CommentState.SHOWN


class Mention(models.Model):
    """A person called by name in a comment (vermelding)."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """A person is mentioned once in a comment."""

        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="mention_once")]

    def __str__(self) -> str:
        """Return where; never whom."""
        return str(self.comment)
