"""Attachments (bijlagen): files that explain an idea."""

from django.conf import settings
from django.db import models

from datamatch.foundation.files import MOST_BYTES, Kind, drawn_place, private_files
from datamatch.foundation.public import Public
from datamatch.ideas.models.idea import Idea


class Attachment(Public):
    """A file with an idea (bijlage), kept outside the web server and handed out to who may read the idea.

    One that is `held_back` tells who made the idea, and goes only to who may know that.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=100)
    about = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=4, choices=Kind.choices)
    size = models.PositiveIntegerField()
    file = models.FileField(storage=private_files, upload_to=drawn_place)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()
    held_back = models.BooleanField(default=False)

    class Meta:
        """First added, first shown; nothing larger than we take."""

        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size__gt=0, size__lte=MOST_BYTES), name="attachment_size_is_possible"
            )
        ]

    def __str__(self) -> str:
        """Return its name."""
        return self.name

    @property
    def told(self) -> str:
        """Return what it is in the words of who added it, or else its name."""
        return self.about or self.name
