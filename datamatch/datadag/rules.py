"""Why a deed for the DataDag may not happen now."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from datamatch.datadag import queries
from datamatch.datadag.enums import RegistrationState
from datamatch.datadag.models import DataDag, Registration, Session
from datamatch.editions import queries as editions
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.people.models import Person


def why_not_manage(*, edition: Edition, by: Person) -> str | None:
    """Return why this person does not run the day, or None when they do."""
    if editions.is_manager(by, edition):
        return None
    return _("Only the programme manager can do this.")


def why_not_change(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not change the plan of the day now, or None."""
    if reason := why_not_manage(edition=edition, by=by):
        return reason
    return _("This edition is closed.") if edition.stage == Stage.CLOSED else None


def why_not_plan(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not plan the day now, or None; a day is planned once and changed after that."""
    if reason := why_not_change(edition=edition, by=by):
        return reason
    return _("The DataDag is planned already.") if queries.datadag_of(edition) else None


def why_not_add_project(*, datadag: DataDag, project: object) -> str | None:
    """Return why this project gets no (second) place in the programme, or None."""
    if project is None or project in queries.projects_not_on_stage(datadag.edition):
        return None
    return _("This project has its place in the programme already.")


def why_not_move(*, session: Session, up: bool, by: Person) -> str | None:
    """Return why this part cannot go one place earlier (up) or later, or None."""
    if reason := why_not_change(edition=session.datadag.edition, by=by):
        return reason
    order = list(queries.sessions_of(session.datadag))
    if session == order[0 if up else -1]:
        return _("This part is the first already.") if up else _("This part is the last already.")
    return None


def why_not_publish(*, datadag: DataDag, by: Person) -> str | None:
    """Return why this person may not publish the programme now, or None."""
    if reason := why_not_change(edition=datadag.edition, by=by):
        return reason
    if datadag.published_at is not None:
        return _("The programme is published already.")
    return None if datadag.sessions.exists() else _("The programme is empty.")


def why_not_register(*, datadag: DataDag, by: Person, on: date) -> str | None:
    """Return why this person may not register on this day, or None; a full day has a waiting list."""
    if datadag.published_at is None:
        return _("You can register as soon as the programme is published.")
    if on > datadag.held_on:
        return _("The DataDag was on %(day)s.") % {"day": date_format(datadag.held_on)}
    registration = queries.registration_of(by, datadag)
    if registration is None or registration.state == RegistrationState.CANCELLED:
        return None
    return _("You are registered already.")


def why_not_cancel(*, registration: Registration, by: Person) -> str | None:
    """Return why this person may not cancel this registration, or None: your own, or as manager."""
    if registration.person != by and why_not_manage(edition=registration.datadag.edition, by=by):
        return _("You can only cancel your own registration.")
    if registration.state == RegistrationState.CANCELLED:
        return _("This registration was cancelled already.")
    return _("You are in already.") if registration.checked_in_at else None


def why_not_check_in(*, registration: Registration, by: Person) -> str | None:
    """Return why this person cannot be let in now, or None."""
    if reason := why_not_manage(edition=registration.datadag.edition, by=by):
        return reason
    if registration.checked_in_at is not None:
        return _("%(name)s is in already.") % {"name": registration.person}
    if registration.state == RegistrationState.WAITING:
        return _("%(name)s is on the waiting list.") % {"name": registration.person}
    if registration.state == RegistrationState.CANCELLED:
        return _("%(name)s cancelled.") % {"name": registration.person}
    return None


def why_not_leave_showcase(*, edition: Edition) -> list[str]:
    """Return every reason of the day why the showcase stage cannot be left now."""
    datadag = queries.datadag_of(edition)
    reasons = []
    if datadag is None or datadag.published_at is None:
        reasons.append(_("The programme of the DataDag is not published."))
    absent = queries.projects_not_on_stage(edition)
    reasons += [_("The project “%(project)s” is not on stage.") % {"project": project} for project in absent]
    return reasons
