"""Planning the day: when, where, and what is on stage in which order."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.datadag import queries, rules
from datamatch.datadag.actions.seats import seat_those_waiting
from datamatch.datadag.enums import SessionKind
from datamatch.datadag.models import DataDag, Session
from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.projects import queries as projects
from datamatch.projects.models import Project

DOORS_OPEN = time(13, 0)
MINUTES = {
    SessionKind.OPENING: 20,
    SessionKind.RESULT: 25,
    SessionKind.WORKSHOP: 45,
    SessionKind.BREAK: 30,
    SessionKind.CLOSING: 30,
}


@transaction.atomic
def plan_datadag(
    *, edition: Edition, held_on: date, place: str, capacity: int, by: Person, at: datetime,
    starts_at: time = DOORS_OPEN,
) -> DataDag:  # fmt: skip
    """Plan the day, with a first programme: opening, every project, a break halfway, closing.

    :raises Refused: not the manager, a closed edition, or planned before
    """
    refuse_if(rules.why_not_plan(edition=edition, by=by))
    datadag = DataDag.objects.create(edition=edition, held_on=held_on, place=place, capacity=capacity)
    moment = timezone.make_aware(datetime.combine(held_on, starts_at))
    Session.objects.bulk_create(first_programme(datadag, moment, by.language))
    put_in_time(datadag, moment, list(queries.sessions_of(datadag)))
    trail.record("datadag.plan", of=datadag, by=by, at=at, held_on=held_on.isoformat(), capacity=capacity)
    return datadag


def first_programme(datadag: DataDag, moment: datetime, language: str) -> list[Session]:
    """Return the parts of a first programme in order, not yet stored and not yet put in time."""
    results = [(SessionKind.RESULT, project.idea.title, project) for project in projects.projects_in(datadag.edition)]
    half = (len(results) + 1) // 2
    with override(language):
        parts = [
            (SessionKind.OPENING, _("Opening"), None),
            *results[:half],
            (SessionKind.BREAK, _("Break"), None),
            *results[half:],
            (SessionKind.CLOSING, _("Closing and drinks"), None),
        ]
    return [
        Session(datadag=datadag, kind=kind, title=title, project=project, minutes=MINUTES[kind], starts_at=moment)
        for kind, title, project in parts
    ]


@transaction.atomic
def change_datadag(
    *, datadag: DataDag, held_on: date, place: str, capacity: int, starts_at: time, by: Person, at: datetime
) -> None:
    """Change day, place or seats; the programme moves along and new seats go to those who wait longest.

    :raises Refused: not the manager, or a closed edition
    """
    refuse_if(rules.why_not_change(edition=datadag.edition, by=by))
    datadag.held_on, datadag.place, datadag.capacity = held_on, place, capacity
    datadag.save(update_fields=["held_on", "place", "capacity"])
    moment = timezone.make_aware(datetime.combine(held_on, starts_at))
    put_in_time(datadag, moment, list(queries.sessions_of(datadag)))
    seat_those_waiting(datadag, at=at)
    trail.record("datadag.change", of=datadag, by=by, at=at, held_on=held_on.isoformat(), capacity=capacity)


@transaction.atomic
def add_session(
    *, datadag: DataDag, kind: str, title: str, by: Person, at: datetime, minutes: int | None = None,
    room: str = "", project: Project | None = None,
) -> Session:  # fmt: skip
    """Add a part to the programme: before the closing, else at the end.

    :raises Refused: not the manager, a closed edition, or a project that has its place
    """
    refuse_if(rules.why_not_change(edition=datadag.edition, by=by))
    refuse_if(rules.why_not_add_project(datadag=datadag, project=project))
    order = list(queries.sessions_of(datadag))
    start = order[0].starts_at if order else timezone.make_aware(datetime.combine(datadag.held_on, DOORS_OPEN))
    session = Session.objects.create(
        datadag=datadag, kind=kind, title=title, room=room, project=project, starts_at=start,
        minutes=minutes or MINUTES[SessionKind(kind)],
    )  # fmt: skip
    closes = bool(order) and order[-1].kind == SessionKind.CLOSING
    order.insert(len(order) - 1 if closes else len(order), session)
    put_in_time(datadag, start, order)
    trail.record("session.add", of=session, by=by, at=at, kind=kind)
    return session


@transaction.atomic
def move_session(*, session: Session, up: bool, by: Person, at: datetime) -> None:
    """Let a part change places with the one before (up) or after it; the times follow.

    :raises Refused: not the manager, a closed edition, or nothing to change places with
    """
    refuse_if(rules.why_not_move(session=session, up=up, by=by))
    order = list(queries.sessions_of(session.datadag))
    start, place = order[0].starts_at, order.index(session)
    other = place - 1 if up else place + 1
    order[place], order[other] = order[other], order[place]
    put_in_time(session.datadag, start, order)
    trail.record("session.move", of=session, by=by, at=at, up=up)


@transaction.atomic
def remove_session(*, session: Session, by: Person, at: datetime) -> None:
    """Take a part out of the programme; what follows comes earlier.

    :raises Refused: not the manager, or a closed edition
    """
    datadag = session.datadag
    refuse_if(rules.why_not_change(edition=datadag.edition, by=by))
    order = list(queries.sessions_of(datadag))
    trail.record("session.remove", of=session, by=by, at=at)
    put_in_time(datadag, order[0].starts_at, [part for part in order if part != session])
    session.delete()


@transaction.atomic
def publish_programme(*, datadag: DataDag, by: Person, at: datetime) -> None:
    """Show the programme to everyone and open the registration.

    :raises Refused: not the manager, a closed edition, published before, or an empty programme
    """
    refuse_if(rules.why_not_publish(datadag=datadag, by=by))
    datadag.published_at = at
    datadag.save(update_fields=["published_at"])
    trail.record("datadag.publish", of=datadag, by=by, at=at)


def put_in_time(datadag: DataDag, start: datetime, order: list[Session]) -> None:
    """Let the parts follow each other in this order without gaps."""
    for session in order:
        session.starts_at = start
        start += timedelta(minutes=session.minutes)
    Session.objects.bulk_update(order, ["starts_at"])
