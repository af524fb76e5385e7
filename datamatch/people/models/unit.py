"""Units of the organisation (onderdelen): they change names and parents, and that is remembered."""

from datetime import date

from django.db import models
from django.db.models import Q


class Unit(models.Model):
    """A part of the organisation (ministerie, directie, onderdeel) with its identity in the open registers."""

    slug = models.SlugField(max_length=80, unique=True)
    tooi = models.URLField(blank=True)
    roo_id = models.CharField(max_length=20, blank=True)
    oin = models.CharField(max_length=30, blank=True)
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)
    parents = models.ManyToManyField("self", through="UnitParent", symmetrical=False, related_name="children")

    class Meta:
        """By today's name."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return today's name."""
        return self.name

    @property
    def short(self) -> str:
        """Return the abbreviation, or the name where there is none."""
        return self.abbreviation or self.name

    def name_on(self, day: date) -> str:
        """Return the name this unit had on a day; today's where no dated name covers it."""
        covers = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        lasts = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
        dated = self.names.filter(covers, lasts).order_by(models.F("valid_from").desc(nulls_last=True)).first()
        return dated.name if dated else self.name


class UnitName(models.Model):
    """A name a unit had from one day until another."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    class Meta:
        """Oldest first."""

        ordering = ["unit", "valid_from"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class UnitParent(models.Model):
    """A unit under another; joint directorates have more than one."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    class Meta:
        """A unit is not its own parent."""

        constraints = [
            models.UniqueConstraint(fields=["unit", "parent"], name="unit_parent_once"),
            models.CheckConstraint(condition=~Q(unit=models.F("parent")), name="unit_not_own_parent"),
        ]

    def __str__(self) -> str:
        """Return which unit stands under which."""
        return f"{self.unit} < {self.parent}"
