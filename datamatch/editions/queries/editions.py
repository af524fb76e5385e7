"""Editions, their people, their themes and criteria."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Appointment, Edition, Programme, StageMove, Theme
from datamatch.people.models import Person


def current_edition(*, to: Any) -> Edition | None:
    """Return the edition that runs now; else the one closed last, else the newest that is being prepared.

    Of the editions that this reader may enter.
    """
    newest = Edition.objects.entered_by(to).order_by("-number", "-pk")
    running = newest.exclude(stage__in=[Stage.PREPARING, Stage.CLOSED]).first()
    return running or newest.filter(stage=Stage.CLOSED).first() or newest.first()


def editions_shown(*, to: Any) -> QuerySet[Edition]:
    """Return the editions a reader may know of, newest first: those being prepared only for their managers."""
    shown = Edition.objects.entered_by(to).select_related("programme").order_by("programme__name", "-number")
    if not to.is_authenticated:
        return shown.exclude(stage=Stage.PREPARING)
    if to.is_staff:
        return shown
    managed = Appointment.objects.filter(edition=OuterRef("pk"), person=to, duty=Duty.MANAGER)
    return shown.filter(~Q(stage=Stage.PREPARING) | Exists(managed))


def editions_managed(person: Person) -> QuerySet[Edition]:
    """Return the editions of which this person is an appointed manager."""
    return Edition.objects.filter(appointments__person=person, appointments__duty=Duty.MANAGER)


def manages_something(person: Person) -> bool:
    """Tell whether this person is a manager of an edition that is not closed; named in the settings for people."""
    return editions_managed(person).exclude(stage=Stage.CLOSED).exists()


def editions_managed_alone(person: Person) -> QuerySet[Edition]:
    """Return the editions that are not closed, and have this person as the only manager who is still there."""
    others = Appointment.objects.filter(edition=OuterRef("pk"), duty=Duty.MANAGER, person__is_active=True)
    running = editions_managed(person).exclude(stage=Stage.CLOSED)
    return running.filter(~Exists(others.exclude(person=person)))


def appointments_in(edition: Edition) -> QuerySet[Appointment]:
    """Return who does what in an edition, by duty and name."""
    return edition.appointments.select_related("person__profile__unit")


def appointed(edition: Edition, duty: str) -> QuerySet[Person]:
    """Return the people appointed to a duty, by name."""
    holding = Appointment.objects.filter(edition=edition, duty=duty, person=OuterRef("pk"))
    return Person.objects.filter(Exists(holding))


def duty_counts(edition: Edition) -> dict[str, int]:
    """Return how many people hold each duty; zero where nobody does."""
    counted = edition.appointments.order_by().values_list("duty").annotate(count=Count("pk"))
    return dict.fromkeys(Duty.values, 0) | dict(counted)


def duties_of(person: Any, edition: Edition) -> set[str]:
    """Return the duties a person holds in an edition; none for a visitor."""
    if not person.is_authenticated:
        return set()
    return set(edition.appointments.filter(person=person).values_list("duty", flat=True))


def is_manager(person: Any, edition: Edition) -> bool:
    """Tell whether a person manages an edition: an appointed manager, or an administrator."""
    if not person.is_authenticated:
        return False
    return person.is_staff or edition.appointments.filter(person=person, duty=Duty.MANAGER).exists()


def moves_of(edition: Edition) -> QuerySet[StageMove]:
    """Return the moves from stage to stage, first to last."""
    return edition.moves.select_related("by")


def themes_of(edition: Edition) -> QuerySet[Theme]:
    """Return the themes of the call, in their order."""
    return edition.themes.all()


def programmes() -> QuerySet[Programme]:
    """Return every programme, by name."""
    return Programme.objects.all()


def next_edition() -> dict[str, Any]:
    """Return which edition would come next: the programme that had the last one, and the number after it."""
    last = Edition.objects.order_by("-number", "-pk").first()
    programme = last.programme_id if last else Programme.objects.values_list("pk", flat=True).first()
    return {"programme": programme, "number": last.number + 1 if last else 1}


def next_number(edition: Edition) -> int:
    """Return the number after the last one of the programme."""
    last = Edition.objects.filter(programme=edition.programme).order_by("-number").first()
    return last.number + 1 if last else 1


def duty_groups(edition: Edition) -> list[tuple[Duty, list[Appointment]]]:
    """Return for each duty who holds it, in the order of the duties."""
    holding = list(appointments_in(edition))
    return [(duty, [one for one in holding if one.duty == duty]) for duty in Duty]
