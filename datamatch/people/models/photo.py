"""A face beside a name, when somebody wants that."""

from django.conf import settings
from django.db import models


class Photo(models.Model):
    """A small square picture of a person (foto), made anew by us and free of metadata.

    Kept in the database and not in a folder: one deed keeps it, one deed removes it, one backup holds all.
    """

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="photo")
    picture = models.BinaryField()
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return whose photo it is."""
        return str(self.person)
