"""Reads about the DataDag: the day, its programme, its seats."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from datamatch.datadag.enums import RegistrationState
from datamatch.datadag.models import DataDag, Registration, Session
from datamatch.editions.models import Edition
from datamatch.foundation.privacy import Tale, rows
from datamatch.people.models import Person
from datamatch.projects import queries as projects
from datamatch.projects.models import Project

SEATED, WAITING = RegistrationState.SEATED, RegistrationState.WAITING


@dataclass(frozen=True)
class Seats:
    """How full the day is: seats in all, people with a seat, waiting, and come in."""

    capacity: int
    seated: int
    waiting: int
    present: int

    @property
    def left(self) -> int:
        """Return how many seats are free; none while people wait."""
        return 0 if self.waiting else max(0, self.capacity - self.seated)


def datadag_of(edition: Edition) -> DataDag | None:
    """Return the day of this edition, or None while it is not planned."""
    return DataDag.objects.filter(edition=edition).select_related("edition").first()


def sessions_of(datadag: DataDag) -> QuerySet[Session]:
    """Return the programme by time, each result with its project and idea."""
    return datadag.sessions.select_related("project__idea__theme").order_by("starts_at", "pk")


def projects_not_on_stage(edition: Edition) -> QuerySet[Project]:
    """Return the projects of this edition that have no place in the programme."""
    shown = Session.objects.filter(datadag__edition=edition, project__isnull=False).values("project")
    return projects.projects_in(edition).exclude(pk__in=shown)


def registration_of(person: Person, datadag: DataDag) -> Registration | None:
    """Return this person's registration, also when cancelled, or None."""
    return datadag.registrations.filter(person=person).first()


def registrations_found(datadag: DataDag, *, text: str = "") -> QuerySet[Registration]:
    """Return who has a seat or waits for one, those with a seat first, by name."""
    coming = datadag.registrations.exclude(state=RegistrationState.CANCELLED)
    found = coming.filter(Q(person__name__icontains=text) | Q(person__email__icontains=text)) if text else coming
    return found.select_related("person__profile__unit").order_by("state", "person__name", "pk")


def first_waiting(datadag: DataDag) -> Registration | None:
    """Return who waits longest for a seat, or None."""
    waiting = datadag.registrations.filter(state=WAITING).select_related("person")
    return waiting.order_by("registered_at", "pk").first()


def place_in_line(registration: Registration) -> int | None:
    """Return the place on the waiting list, 1 being next, or None when it does not wait."""
    if registration.state != WAITING:
        return None
    waiting = registration.datadag.registrations.filter(state=WAITING)
    before = Q(registered_at__lt=registration.registered_at)
    same = Q(registered_at=registration.registered_at, pk__lt=registration.pk)
    return waiting.filter(before | same).count() + 1


def seats_of(datadag: DataDag) -> Seats:
    """Return how full the day is."""
    counted = datadag.registrations.aggregate(
        seated=Count("pk", filter=Q(state=SEATED)),
        waiting=Count("pk", filter=Q(state=WAITING)),
        present=Count("pk", filter=Q(checked_in_at__isnull=False)),
    )
    return Seats(capacity=datadag.capacity, **counted)


def own_registrations(person: Person) -> Tale:
    """Return where this person registered: what is kept about them here."""
    told = ("datadag__edition__name", "state", "registered_at", "checked_in_at")
    return {"registrations": rows(Registration.objects.filter(person=person).values(*told))}
