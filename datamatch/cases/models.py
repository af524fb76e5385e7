"""Tables of cases: finished work that others can find and reuse."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.projects.enums import Ending
from datamatch.projects.models import Project


class Case(Public):
    """What a project taught (casus), also when it did not work; result first."""

    project = models.OneToOneField(Project, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=140, unique=True)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=350)
    ending = models.CharField(max_length=12, choices=Ending.choices)
    because = models.TextField(max_length=2000, blank=True)
    demand = models.TextField(max_length=2000)
    result = models.TextField(max_length=3000)
    lessons = models.TextField(max_length=3000)
    reach = models.TextField(max_length=1000, blank=True)
    how_to_reuse = models.TextField(max_length=1000, blank=True)
    datasets = models.JSONField(default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; what did not work says why."""

        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(ending="did_not_work") | ~Q(because=""), name="case_says_because")
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this case."""
        return reverse("cases:case", args=[self.slug])


class Reuse(Public):
    """A case taken up in a new idea (hergebruik): the chain closes."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reuses")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """An idea reuses a case once."""

        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["case", "idea"], name="reuse_once")]

    def __str__(self) -> str:
        """Return what was reused where."""
        return f"{self.case} > {self.idea}"
