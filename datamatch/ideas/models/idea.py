"""Ideas (ideeën): what somebody wants to try with data."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from datamatch.editions.models import Edition, Theme
from datamatch.foundation.public import Public
from datamatch.ideas.enums import IdeaState, Lane
from datamatch.people.enums import Language
from datamatch.people.models import Unit


class IdeaQuerySet(models.QuerySet["Idea"]):
    """Which ideas count, and who may see them."""

    def sent(self) -> Self:
        """Return the ideas that take part: sent and not withdrawn."""
        return self.filter(state=IdeaState.SENT)

    def of_author(self, person: object) -> Self:
        """Return the ideas this person sent or writes with others; not the drafts that were thrown away."""
        mine = models.Q(submitter=person) | models.Q(coauthors__person=person, coauthors__accepted_at__isnull=False)
        return self.filter(mine).exclude(state=IdeaState.DISCARDED).distinct()


class Idea(Public):
    """One data idea (idee): demand, data and result, in the words of its maker.

    `version` counts its changes; `word_versions` tells for each word or answer in which version it last changed, so
    that of two people who write at once nobody overwrites the other unseen. `earlier` is the idea it tries again.
    `lane` follows from the answers; it is empty as long as none of the questions behind it is answered.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField(null=True)
    title = models.CharField(max_length=120)
    demand = models.TextField(max_length=2000)
    data = models.TextField(max_length=2000, blank=True)
    result = models.TextField(max_length=2000, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    submitter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    unit_name = models.CharField(max_length=200, blank=True)
    for_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=IdeaState.choices, default=IdeaState.DRAFT)
    lane = models.CharField(max_length=6, choices=Lane.choices, blank=True, default="")
    version = models.PositiveIntegerField(default=0)
    word_versions = models.JSONField(default=dict, blank=True)
    earlier = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="later")
    what_changed = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects: ClassVar[IdeaQuerySet] = IdeaQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        """By number, which is given when an idea is sent."""

        ordering = ["edition", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="idea_number_once"),
            models.CheckConstraint(
                condition=~models.Q(state="sent") | models.Q(number__isnull=False, sent_at__isnull=False),
                name="idea_sent_has_number",
            ),
        ]
        indexes = [models.Index(fields=["edition", "state"])]

    def __str__(self) -> str:
        """Return the title."""
        return self.title

    @property
    def in_lane(self) -> Lane | None:
        """Return the lane it is in, or None without answers."""
        return Lane(self.lane) if self.lane else None

    def lets_in(self, person: Any) -> bool:
        """Tell whether a reader may stand at this idea: while the call is sealed only who writes it, or is asked to."""
        if not self.edition.is_sealed:
            return True
        writes = models.Q(submitter=person.pk) | models.Q(coauthors__person=person.pk)
        return Idea.objects.filter(writes, pk=self.pk).exists()

    def get_absolute_url(self) -> str:
        """Return the page of this idea."""
        return reverse("ideas:idea", args=[self.public_id])
