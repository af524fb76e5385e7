"""Why something may not be done with a gate or a safeguard."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.queries import is_manager
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.safeguards import queries
from datamatch.safeguards.enums import Moment, Verdict
from datamatch.safeguards.models import Safeguard


def why_not_open_gate(*, idea: Idea, moment: str, by: Person) -> str | None:
    """Return why this person may not open a gate, or None when they may."""
    if moment not in Moment.values:
        return _("There is no such gate.")
    if not is_manager(by, idea.edition):
        return _("Only the programme manager opens a gate.")
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part.")
    return why_edition_is_closed(idea)


def why_edition_is_closed(idea: Idea) -> str | None:
    """Return that the edition of this idea is closed, or None while it runs."""
    return _("This edition is closed.") if idea.edition.stage == Stage.CLOSED else None


def why_not_appoint_owner(*, safeguard: Safeguard, by: Person) -> str | None:
    """Return why this person may not appoint the owner, or None when they may."""
    if not is_manager(by, safeguard.gate.idea.edition):
        return _("Only the programme manager appoints the owner of a safeguard.")
    return why_edition_is_closed(safeguard.gate.idea)


def why_not_decide(*, safeguard: Safeguard, by: Person) -> str | None:
    """Return why this person may not settle the safeguard, or None when they may."""
    if safeguard.owner_id is None:
        return _("Nobody owns this safeguard yet.")
    if safeguard.owner_id != by.pk:
        return _("Only the owner settles this safeguard.")
    return why_edition_is_closed(safeguard.gate.idea)


def why_not_say(*, verdict: str, evidence: str, condition: str) -> str | None:
    """Return what is missing from a verdict, or None when it says enough."""
    if verdict not in Verdict.values or verdict == Verdict.OPEN:
        return _("Choose go, go if, or no go.")
    if not evidence.strip():
        return _("Say what your verdict rests on.")
    if verdict == Verdict.GO_IF and not condition.strip():
        return _("Name the condition that has to be met.")
    return None


def why_not_meet_condition(*, safeguard: Safeguard, by: Person) -> str | None:
    """Return why this person may not note that the condition is met, or None when they may."""
    if safeguard.verdict != Verdict.GO_IF:
        return _("This safeguard has no condition.")
    if safeguard.condition_met_at is not None:
        return _("The condition has been met.")
    return why_not_decide(safeguard=safeguard, by=by)


def why_not_pass(*, idea: Idea, moment: str, on: date) -> list[str]:
    """Return every reason why the idea does not pass this gate on a day; an empty list when it passes."""
    gate = queries.gate_of(idea, moment)
    if gate is None:
        return [_("The gate has not been opened.")]
    found = (why_it_does_not_hold(safeguard, on=on) for safeguard in queries.safeguards_of(gate))
    return [reason for reason in found if reason is not None]


def why_it_does_not_hold(safeguard: Safeguard, *, on: date) -> str | None:
    """Return why one safeguard does not let the work go on that day, or None when it does."""
    aspect = safeguard.get_aspect_display()
    if safeguard.verdict == Verdict.OPEN:
        return _("%(aspect)s: there is no verdict yet.") % {"aspect": aspect}
    if safeguard.verdict == Verdict.NO_GO:
        return _("%(aspect)s: the verdict is no go.") % {"aspect": aspect}
    if safeguard.verdict == Verdict.GO_IF and safeguard.condition_met_at is None:
        return _("%(aspect)s: the condition has not been met.") % {"aspect": aspect}
    if not queries.holds(safeguard, on=on) and safeguard.expires_on is not None:
        day = date_format(safeguard.expires_on, "j F Y")
        return _("%(aspect)s: the verdict expired on %(day)s.") % {"aspect": aspect, "day": day}
    return None
