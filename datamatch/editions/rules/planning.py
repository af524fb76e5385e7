"""Why an edition may not be prepared, planned, staffed or moved; None when it may."""

from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from datamatch.editions import queries
from datamatch.editions.enums import NEXT, Duty, Stage
from datamatch.editions.models import Edition, Theme
from datamatch.people.models import Person

DAYS = ("call_opens_on", "call_closes_on", "pitch_on", "delivery_starts_on", "datadag_on")
PLANNED = (
    "name", *DAYS, "call_opens_time", "call_closes_time", "delivery_weeks",
    "reviews_per_idea", "shortlist_size", "chosen_count",
    "means_euros", "means_hours", "quorum", "seed",
)  # fmt: skip


def why_not_open_programme(*, by: Person) -> str | None:
    """Return why this person may not open a programme, or None when they may."""
    return None if by.is_staff else _("Only an administrator opens a programme.")


def why_not_prepare_edition(*, by: Person) -> str | None:
    """Return why this person may not prepare a new edition, or None when they may."""
    if by.is_staff or queries.editions_managed(by).exists():
        return None
    return _("Only an administrator or the manager of an earlier edition prepares a new one.")


def why_not_clone(*, source: Edition, by: Person) -> str | None:
    """Return why this person may not begin a new edition from this one, or None when they may."""
    return None if queries.is_manager(by, source) else _("Only a manager of this edition does this.")


def why_not_see_setup(*, edition: Edition, by: Person) -> str | None:
    """Return why this person does not read how an edition is set up, or None: managers do, also when all is over."""
    return None if queries.is_manager(by, edition) else _("Only a manager of this edition does this.")


def why_not_manage(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not change an edition, or None when they may."""
    if why_not := why_not_see_setup(edition=edition, by=by):
        return why_not
    if edition.stage == Stage.CLOSED:
        return _("This edition is closed; nothing in it changes any more.")
    return None


def why_not_plan(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not change the plan of an edition, or None when they may."""
    return why_not_manage(edition=edition, by=by)


def why_not_have_plan(**plan: Any) -> str | None:
    """Return what is wrong in a plan: an unknown word, days out of order, sizes that cannot be."""
    if unknown := set(plan) - set(PLANNED):
        return _("A plan does not hold %(words)s.") % {"words": ", ".join(sorted(unknown))}
    if why_not := why_not_in_this_order({day: plan.get(day) for day in DAYS}):
        return why_not
    if why_not := why_not_open_in_between(**plan):
        return why_not
    if plan.get("reviews_per_idea", 2) < 2:
        return _("Every idea gets at least 2 reviews.")
    if plan.get("chosen_count", 1) > plan.get("shortlist_size", plan.get("chosen_count", 1)):
        return _("The jury cannot choose more ideas than the shortlist holds.")
    return None


def why_not_open_in_between(**plan: Any) -> str | None:
    """Return why a call cannot open and close at these hours, or None when there is time in between."""
    opens, closes = (plan.get(f"call_{verb}_time") for verb in ("opens", "closes"))
    same_day = plan.get("call_opens_on") and plan.get("call_opens_on") == plan.get("call_closes_on")
    if same_day and opens and closes and closes <= opens:
        return _("The call closes at a later hour than it opens.")
    return None


def why_not_in_this_order(days: dict[str, date | None]) -> str | None:
    """Return why these days cannot follow each other, or None when they can; days not set yet are left out."""
    planned = [days[name] for name in DAYS if days.get(name)]
    if any(later < earlier for earlier, later in pairwise(planned)):  # type: ignore[operator]
        return _("The days must follow each other: call opens, call closes, pitch day, start of delivery, DataDag.")
    return None


def why_not_resize(*, edition: Edition, **plan: Any) -> str | None:
    """Return why the sizes of an edition may not change any more: people count on them once the call is closed."""
    fixed = {"reviews_per_idea", "shortlist_size"} if edition.has_come(Stage.SCREENING) else set()
    fixed |= {"chosen_count", "quorum"} if edition.has_come(Stage.DELIVERY) else set()
    if why_not := why_not_close_at_another_moment(edition, **plan):
        return why_not
    if any(name in fixed and value != getattr(edition, name) for name, value in plan.items()):
        return _("The stage in which this number counts has begun; it stays as it is.")
    return None


def why_not_close_at_another_moment(edition: Edition, **plan: Any) -> str | None:
    """Return why the end of a call may not change in the plan: people were told until when it is open."""
    told = {"call_closes_on": edition.call_closes_on, "call_closes_time": edition.call_closes_time}
    if edition.stage != Stage.CALL or edition.call_closes_at is None:
        return None
    if any(plan.get(name, value) != value for name, value in told.items()):
        return _("The call is open and everybody was told until when. Extend it, with a reason.")
    return None


def why_not_set_themes(*, edition: Edition, by: Person) -> str | None:
    """Return why the themes of the call may not change, or None when they may."""
    if why_not := why_not_manage(edition=edition, by=by):
        return why_not
    if edition.has_come(Stage.SCREENING):
        return _("The call is closed; its themes stay as they are.")
    return None


def why_not_move_theme(*, theme: Theme, up: bool, by: Person) -> str | None:
    """Return why a theme does not move up or down, or None when it does."""
    if why_not := why_not_set_themes(edition=theme.edition, by=by):
        return why_not
    return why_at_end(queries.themes_of(theme.edition), theme, up=up)


def why_at_end(rows: QuerySet[Any], one: Any, *, up: bool) -> str | None:
    """Return that one of these rows has none before it (up) or after it to change places with, or None."""
    order = list(rows)
    return _("It stands at the end already.") if one == (order[0] if up else order[-1]) else None


def why_not_remove_themes(*, edition: Edition, by: Person) -> str | None:
    """Return why no theme may go, or None when one may: once the call is open people choose among them."""
    if why_not := why_not_set_themes(edition=edition, by=by):
        return why_not
    return None if edition.stage == Stage.PREPARING else _("The call is open; people may have chosen this theme.")


def why_not_appoint(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not appoint anybody in an edition, or None when they may."""
    return why_not_manage(edition=edition, by=by)


def why_not_dismiss(*, edition: Edition, person: Person, duty: str, by: Person) -> str | None:
    """Return why somebody may not be relieved of a duty, or None when they may."""
    if why_not := why_not_appoint(edition=edition, by=by):
        return why_not
    if duty not in queries.duties_of(person, edition):
        return _("%(name)s does not have this duty.") % {"name": person.name}
    if duty == Duty.MANAGER and queries.appointed(edition, Duty.MANAGER).count() == 1:
        return _("An edition needs a manager. Appoint another one first.")
    return None


def why_not_enter(*, edition: Edition, stage: str, by: Person | None) -> str | None:
    """Return why an edition cannot enter a stage, or None when it is the next and this person (or the clock) may."""
    if by is not None and (why_not := why_not_manage(edition=edition, by=by)):
        return why_not
    if NEXT.get(Stage(edition.stage)) != stage:
        return _("Stages follow each other; none is skipped and none comes back.")
    return None


def why_not_leave_preparing(*, edition: Edition) -> list[str]:
    """Return what an edition still lacks before its call can open: days, themes, criteria, a manager."""
    themes, criteria = queries.themes_of(edition).count(), queries.criteria_of(edition).count()
    duties = queries.duty_counts(edition)
    lacking = [
        (not edition.call_opens_on or not edition.call_closes_on, _("The call has no opening and closing day yet.")),
        (not edition.pitch_on, _("The pitch day is not planned yet.")),
        (not themes, _("The call has no themes yet.")),
        (not criteria, _("There are no criteria to judge on yet.")),
        (not duties[Duty.MANAGER], _("Nobody manages this edition yet.")),
    ]
    return [reason for lacks, reason in lacking if lacks]
