"""Programmes and their editions."""

from datetime import date, datetime, time
from functools import reduce
from operator import or_
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from datamatch.editions.enums import Access, FellowsKnown, MakersKnown, ReadersKnown, Stage, has_come
from datamatch.foundation.bilingual import in_language
from datamatch.foundation.public import Public
from datamatch.people.models import Domain


class Programme(Public):
    """A data programme (dataprogramma) of one or more organisations; it lives on while editions come and go."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    purpose = models.TextField(max_length=1000, blank=True)
    domains = models.ManyToManyField(Domain, related_name="+", blank=True)

    class Meta:
        """By name."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class EditionQuerySet(models.QuerySet["Edition"]):
    """Which editions a reader may enter."""

    def entered_by(self, person: Any) -> Self:
        """Return the editions open to this reader: to all, by code or invitation, by mail domain, or by a duty."""
        open_to_all = Q(access=Access.OPEN)
        if not person.is_authenticated:
            return self.filter(open_to_all)
        if person.is_staff:
            return self.all()
        every = Edition.objects.order_by()
        at_home = every.filter(access=Access.DOMAIN, programme__domains__name=domain_in(person.email))
        doors = [
            every.filter(members__person=person), every.filter(invites__invitation__used_by=person),
            every.filter(appointments__person=person), at_home,
        ]  # fmt: skip
        inside = [Q(pk__in=door.values("pk")) for door in doors]
        return self.filter(reduce(or_, inside, open_to_all))


def domain_in(email: str) -> str:
    """Return the mail domain of an address."""
    return email.strip().lower().rpartition("@")[2]


class Edition(Public):
    """One round (editie): from the call for ideas to the cases; its stage owns the permissions."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="editions")
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    number = models.PositiveSmallIntegerField(default=1)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.PREPARING)
    call_opens_on = models.DateField(null=True, blank=True)
    call_closes_on = models.DateField(null=True, blank=True)
    pitch_on = models.DateField(null=True, blank=True)
    delivery_starts_on = models.DateField(null=True, blank=True)
    datadag_on = models.DateField(null=True, blank=True)
    delivery_weeks = models.PositiveSmallIntegerField(default=13)
    reviews_per_idea = models.PositiveSmallIntegerField(default=3, validators=[MinValueValidator(2)])
    shortlist_size = models.PositiveSmallIntegerField(default=10, validators=[MinValueValidator(1)])
    chosen_count = models.PositiveSmallIntegerField(default=3, validators=[MinValueValidator(1)])
    means_euros = models.PositiveIntegerField(default=0)
    means_hours = models.PositiveIntegerField(default=0)
    quorum = models.PositiveSmallIntegerField(default=3)
    seed = models.PositiveIntegerField(default=111)
    call_opens_time = models.TimeField(null=True, blank=True)
    call_closes_time = models.TimeField(null=True, blank=True)
    field_helps = models.JSONField(default=dict, blank=True)
    access = models.CharField(max_length=6, choices=Access.choices, default=Access.OPEN)
    sealed = models.BooleanField(default=False)
    makers_known = models.CharField(max_length=9, choices=MakersKnown.choices, default=MakersKnown.SHORTLIST)
    readers_known = models.CharField(max_length=6, choices=ReadersKnown.choices, default=ReadersKnown.NEVER)
    fellows_known = models.CharField(max_length=6, choices=FellowsKnown.choices, default=FellowsKnown.NEVER)

    objects: ClassVar[EditionQuerySet] = EditionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        """Newest first."""

        ordering = ["programme", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="edition_number_once"),
            models.CheckConstraint(condition=models.Q(reviews_per_idea__gte=2), name="edition_two_reviews"),
            models.CheckConstraint(
                condition=models.Q(chosen_count__lte=models.F("shortlist_size")), name="edition_chosen_of_shortlist"
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @property
    def call_opens_at(self) -> datetime | None:
        """Return the moment the call opens by itself; None when somebody opens it by hand."""
        return moment_of(self.call_opens_on, self.call_opens_time)

    @property
    def call_closes_at(self) -> datetime | None:
        """Return the moment the call closes by itself; None when somebody closes it by hand."""
        return moment_of(self.call_closes_on, self.call_closes_time)

    @property
    def is_sealed(self) -> bool:
        """Tell whether ideas are readable for their authors only: until the call is closed."""
        return self.sealed and not self.has_come(Stage.SCREENING)

    def lets_in(self, person: Any) -> bool:
        """Tell whether a reader may enter; an edition that is closed to them does not exist for them."""
        return self.access == Access.OPEN or Edition.objects.filter(pk=self.pk).entered_by(person).exists()

    def help_for(self, field: str) -> str:
        """Return what the form of this call says beside a part of an idea; empty when it says nothing of its own."""
        words: dict[str, str] = self.field_helps.get(field, {})
        return in_language(words.get("nl", ""), words.get("en", ""))

    def has_come(self, stage: Stage) -> bool:
        """Tell whether this edition is at or past a stage."""
        return has_come(self.stage, stage)


def moment_of(day: date | None, hour: time | None) -> datetime | None:
    """Return the moment at which the local clock shows this hour on this day; None when one of them is open."""
    return timezone.make_aware(datetime.combine(day, hour)) if day and hour else None


class StageMove(models.Model):
    """The moment an edition went from one stage (fase) to the next; without a person, by the clock."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="moves")
    left = models.CharField(max_length=12, choices=Stage.choices)
    entered = models.CharField(max_length=12, choices=Stage.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """A stage is entered once in an edition."""

        ordering = ["edition", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "entered"], name="stage_entered_once")]

    def __str__(self) -> str:
        """Return the move."""
        return f"{self.edition}: {self.left} > {self.entered}"
