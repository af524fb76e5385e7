"""What pages listen to: a number that grows with every change, and nothing about the change itself."""

from django.db import models


class LiveTopic(models.Model):
    """Something that pages follow by themselves (live onderwerp), for instance one pitch day."""

    key = models.CharField(max_length=80, unique=True)
    version = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        """Return what it is about and how often it changed."""
        return f"{self.key} {self.version}"
