"""Teams, their members, and the calculations that drafted them."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.people.enums import discipline_name
from datamatch.teams.enums import GONE, MemberState, TeamState, sentence_of


class Matching(Public):
    """One calculation of draft teams (teamvoorstel): its seed, its proven bound and its age."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    seed = models.PositiveIntegerField()
    input_digest = models.CharField(max_length=64)
    unfilled = models.PositiveIntegerField()
    gap = models.FloatField(default=0)

    class Meta:
        """Newest first."""

        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        """Return edition and moment."""
        return f"{self.edition} {self.made_at:%Y-%m-%d %H:%M}"


class Team(Public):
    """The people who carry out one idea (team)."""

    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=TeamState.choices, default=TeamState.DRAFT)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return whose team it is."""
        return self.idea.title

    def get_absolute_url(self) -> str:
        """Return the page of this team."""
        return reverse("teams:team", args=[self.public_id])


class InRole(Public):
    """What a proposed seat and a taken one share: a role, hours a week, and why this person."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    hours_per_week = models.PositiveSmallIntegerField()
    lead = models.BooleanField(default=False)
    reasons = models.JSONField(default=list)

    class Meta:
        """Every seat has these columns."""

        abstract = True

    @property
    def role_name(self) -> str:
        """Return the role in the reader's language."""
        return discipline_name(self.role)

    @property
    def sentences(self) -> list[str]:
        """Return why this person was proposed, in the reader's language."""
        return [sentence_of(reason) for reason in self.reasons]


class MemberQuerySet(models.QuerySet["Member"]):
    """Seats, filtered by what became of them."""

    def still_in(self) -> "MemberQuerySet":
        """Return the seats of who is in a team or was asked, and has not said no or left."""
        return self.exclude(state__in=GONE)

    def at_work(self) -> "MemberQuerySet":
        """Return the seats of who said yes in a formed team of an edition that is not closed."""
        found = self.filter(state=MemberState.ACCEPTED, team__state=TeamState.FORMED)
        return found.exclude(team__idea__edition__stage=Stage.CLOSED)


class Member(InRole):
    """One person in one team in one role (teamlid), proposed with a reason and asked for a yes.

    In a formed team a seat has a last day; `stopping` says that the person does not renew it, and `replaces`
    whose seat ends as soon as this person says yes.
    """

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="members")
    state = models.CharField(max_length=8, choices=MemberState.choices, default=MemberState.PROPOSED)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=300, blank=True)
    until_on = models.DateField(null=True)
    stopping = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True)
    replaces = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    objects = MemberQuerySet.as_manager()

    class Meta:
        """The lead (trekker) first; a person stands once in a team, and a team has one lead."""

        ordering = ["team", "-lead", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "person"], name="member_once"),
            models.UniqueConstraint(fields=["team"], condition=models.Q(lead=True), name="one_lead"),
        ]

    def __str__(self) -> str:
        """Return who does what."""
        return f"{self.person}: {self.role_name}"

    @property
    def is_waiting(self) -> bool:
        """Tell whether this person still has to answer."""
        return self.state == MemberState.PROPOSED
