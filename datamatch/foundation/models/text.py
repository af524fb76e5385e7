"""Texts kept so that they can be found again, and compared with others."""

from django.db import models


class KeptText(models.Model):
    """One text (vindbare tekst) that everybody signed in may read, with what the analyser and the model made of it."""

    kind = models.CharField(max_length=20)
    of = models.UUIDField()
    scope = models.UUIDField(null=True)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=200)
    body = models.TextField()
    address = models.CharField(max_length=300)
    analysed = models.TextField()
    vector = models.BinaryField()
    encoder = models.CharField(max_length=20)
    analyser_version = models.CharField(max_length=8)
    text_hash = models.CharField(max_length=64)
    mark = models.BigIntegerField()
    kept_at = models.DateTimeField()

    class Meta:
        """Each thing once; a migration adds full text to `analysed`: FTS5 on SQLite, GIN on PostgreSQL."""

        ordering = ["kind", "pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "of"], name="kept_text_once")]
        indexes = [models.Index(fields=["kind", "scope"]), models.Index(fields=["mark"], name="kept_text_mark")]

    def __str__(self) -> str:
        """Return what it is of; never its words, which must stay out of logs."""
        return f"{self.kind} {self.of}"

    @property
    def key(self) -> str:
        """Return its name in the index."""
        return f"{self.kind}:{self.of}"

    @property
    def group(self) -> str:
        """Return to which kind and scope it belongs, as the index knows it."""
        return group_of(self.kind, self.scope)


def group_of(kind: str, scope: object) -> str:
    """Return the name of a kind in a scope."""
    return f"{kind}:{scope or ''}"
