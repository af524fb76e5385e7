"""Following ideas (volgen), and what followers want to be mailed about."""

from django.conf import settings
from django.db import models

from datamatch.ideas.enums import Followed, ToMe
from datamatch.ideas.models.idea import Idea


class Follow(models.Model):
    """What somebody said about following one idea (volgen).

    Authors and who gave energy follow by themselves; a row says otherwise: also without energy, or not any more.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="follows")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    wanted = models.BooleanField()
    said_at = models.DateTimeField()

    class Meta:
        """One word per person and idea."""

        constraints = [models.UniqueConstraint(fields=["idea", "person"], name="follow_once")]

    def __str__(self) -> str:
        """Return whether it is followed; never by whom."""
        return f"{self.idea}: {self.wanted}"


class MailWish(models.Model):
    """What somebody wants to be mailed about, and how soon (mailwens); without a row the defaults hold."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    to_me = models.CharField(max_length=5, choices=ToMe.choices, default=ToMe.NOW)
    followed = models.CharField(max_length=5, choices=Followed.choices, default=Followed.DAILY)

    def __str__(self) -> str:
        """Return what was chosen; never by whom."""
        return f"{self.to_me}, {self.followed}"


class DigestRound(models.Model):
    """One round of the daily mail (dagpost): what happened after `since` until `until` has been told."""

    day = models.DateField(unique=True)
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        """The last round first."""

        ordering = ["-day"]

    def __str__(self) -> str:
        """Return the day."""
        return str(self.day)
