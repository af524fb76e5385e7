"""Larger changes of the units: one merged into another, and a file that was read in."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from datamatch.foundation.public import Public
from datamatch.people.models.person import Person, Profile
from datamatch.people.models.unit import Unit

UNDO_WITHIN = timedelta(days=14)


class UnitMerge(Public):
    """One unit merged into another (samenvoeging): who moved along, so that it can be undone for fourteen days."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="merges")
    into = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    profiles = models.ManyToManyField(Profile, related_name="+")
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; a unit is merged into one other at a time."""

        ordering = ["-merged_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(undone_at=None), name="unit_merged_once"),
            models.CheckConstraint(condition=~Q(unit=F("into")), name="unit_merge_of_two"),
        ]

    def __str__(self) -> str:
        """Return which unit went into which."""
        return f"{self.unit} > {self.into}"

    @property
    def undo_until(self) -> datetime:
        """Return the moment until which this merge can be undone."""
        return self.merged_at + UNDO_WITHIN


class UnitImport(Public):
    """A file with units (onderdelenbestand) that was read and waits for a yes; it changes nothing until then."""

    lines = models.JSONField()
    read_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField()
    carried_out_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        """Return when it was read."""
        return f"{self.read_at:%Y-%m-%d %H:%M}"
