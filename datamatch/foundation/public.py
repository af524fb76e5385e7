"""Identity that may be shown in an address: a UUID, never a row number."""

import uuid

from django.db import models


class Public(models.Model):
    """A row that people can point at."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        """Every public row of every room carries this column."""

        abstract = True
