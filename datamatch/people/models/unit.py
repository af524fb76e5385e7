"""Units of the organisation (onderdelen): they change names and parents, merge and end, and that is remembered."""

from datetime import date
from typing import ClassVar, TypeVar

from django.db import models
from django.db.models import F, Q, QuerySet
from django.urls import reverse

Dated = TypeVar("Dated", bound=models.Model)


class UnitQuerySet(QuerySet["Unit"]):
    """Which units."""

    def live(self) -> "UnitQuerySet":
        """Return the units that were not merged into another."""
        return self.filter(merged_into=None)

    def on(self, day: date) -> "UnitQuerySet":
        """Return the units that exist on this day: not merged into another, and not ended."""
        return self.live().filter(Q(ended_on=None) | Q(ended_on__gt=day))


class Unit(models.Model):
    """A part of the organisation (ministerie, directie, onderdeel) with its identity in the open registers.

    `name` and `abbreviation` are those of today; `ended_on` is the first day on which the unit no longer exists. A
    unit that was merged stays, so that whatever pointed at it stays readable; ask `queries.family_of` for all of them.
    """

    slug = models.SlugField(max_length=80, unique=True)
    tooi = models.URLField(blank=True)
    roo_id = models.CharField(max_length=20, blank=True)
    oin = models.CharField(max_length=30, blank=True)
    file_id = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)
    ended_on = models.DateField(null=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    parents = models.ManyToManyField("self", through="UnitParent", symmetrical=False, related_name="children")

    objects: ClassVar = UnitQuerySet.as_manager()

    class Meta:
        """By today's name; nothing is merged into itself, and an identity of a register belongs to one unit."""

        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")), name="unit_not_merged_into_itself"
            ),
            *(
                models.UniqueConstraint(fields=[field], condition=~Q(**{field: ""}), name=f"unit_{field}_once")
                for field in ("tooi", "roo_id", "file_id")
            ),
        ]

    def __str__(self) -> str:
        """Return today's name."""
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page of this unit."""
        return reverse("people:unit", args=[self.slug])

    @property
    def short(self) -> str:
        """Return the abbreviation, or the name where there is none."""
        return self.abbreviation or self.name

    def name_on(self, day: date) -> str:
        """Return the name this unit had on a day; today's where no dated name covers it."""
        dated = self.names.on(day).order_by(F("valid_from").desc(nulls_last=True)).first()
        return dated.name if dated else self.name


class DatedQuerySet(QuerySet[Dated]):
    """What holds from one day until another."""

    def on(self, day: date) -> "DatedQuerySet[Dated]":
        """Return what holds on this day."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gt=day))


class UnitName(models.Model):
    """A name a unit had from one day until another; on `valid_until` it no longer held."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        """Oldest first; one name begins on a day, one is the last, and none ends before it begins."""

        ordering = ["unit", F("valid_from").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(fields=["unit", "valid_from"], name="unit_name_from_once"),
            models.UniqueConstraint(fields=["unit"], condition=Q(valid_until=None), name="unit_one_last_name"),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="unit_name_ends_later",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class UnitParent(models.Model):
    """A unit under another, from one day until another; joint directorates have more than one."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="above")
    parent = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="below")
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        """A unit is not its own parent, and stands under another once at a time."""

        ordering = ["unit", "parent__name"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "parent"], condition=Q(valid_until=None), name="unit_parent_once"),
            models.CheckConstraint(condition=~Q(unit=F("parent")), name="unit_not_own_parent"),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="unit_parent_ends_later",
            ),
        ]

    def __str__(self) -> str:
        """Return which unit stands under which."""
        return f"{self.unit} < {self.parent}"
