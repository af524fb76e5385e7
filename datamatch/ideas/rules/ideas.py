"""Why something may not be done with an idea, in a sentence the person reads."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed, is_manager
from datamatch.ideas import queries
from datamatch.ideas.enums import EnergyKind, IdeaState, MergeState
from datamatch.ideas.models import Idea
from datamatch.ideas.rules.missing import why_not_complete
from datamatch.people.models import Person

FEWEST_SCREENERS = 2
LONGEST_WEEK = 40
OFF = (IdeaState.HIDDEN, IdeaState.TAKEN_OFF)


def why_call_is_not_open(edition: Edition, *, at: datetime | None = None) -> str | None:
    """Return why this edition takes no ideas, or None while its call is open; without a moment: now.

    The form closes at the hour that everybody was told, also while the edition itself cannot move on yet.
    """
    if edition.stage == Stage.CALL:
        closes_at = edition.call_closes_at
        return _("The call is closed.") if closes_at and closes_at <= (at or now()) else None
    if edition.stage != Stage.PREPARING:
        return _("The call is closed.")
    opens_on = edition.call_opens_on
    if at is not None and opens_on is not None and opens_on > localdate(at):
        return _("The call opens on %(day)s.") % {"day": date_format(opens_on, "j F")}
    return _("The call is not open yet.")


def why_not_touch_merged() -> str:
    """Return why an original of a merge stays as it was."""
    return _("This idea became part of a new one. It stays readable as it was.")


def why_not_start(*, edition: Edition, by: Person, at: datetime) -> str | None:
    """Return why nobody can start an idea now, or None when they can."""
    return why_call_is_not_open(edition, at=at)


def why_not_change(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not change the idea, or None when they may."""
    if not queries.is_author(idea, by):
        return _("Only who wrote this idea can change it.")
    if idea.state == IdeaState.WITHDRAWN:
        return _("You withdrew this idea. Send it again first.")
    if idea.state == IdeaState.DISCARDED:
        return _("You threw this draft away. Put it back first.")
    if idea.state == IdeaState.MERGED:
        return why_not_touch_merged()
    if idea.state == IdeaState.TAKEN_OFF:
        return _("A manager took this idea off.")
    return why_call_is_not_open(idea.edition)


def why_not_send(*, idea: Idea, by: Person, at: datetime) -> str | None:
    """Return why this person may not send the idea, or None when they may."""
    if not queries.is_author(idea, by):
        return _("Only who wrote this idea can send it.")
    if why_not := why_not_send_from(idea.state):
        return why_not
    again = idea.state == IdeaState.WITHDRAWN
    if again and (merge := queries.merge_behind(idea)) is not None and merge.state == MergeState.UNDONE:
        return _("This idea was made by a merge that was undone. Its originals take part.")
    return why_call_is_not_open(idea.edition, at=at) or why_not_complete(idea)


def why_not_look_back(*, idea: Idea, by: Person) -> str | None:
    """Return why this person has no last look at the idea before it goes in or out, or None: it shows who writes it."""
    return None if queries.is_author(idea, by) else _("Only who wrote this idea sends or withdraws it.")


def why_not_send_from(state: str) -> str | None:
    """Return why nobody can send an idea in this state, or None when its authors can."""
    off = _("A manager took this idea off. You can object on its page.")
    told = {
        IdeaState.SENT: _("This idea has been sent."),
        IdeaState.DISCARDED: _("You threw this draft away. Put it back first."),
        IdeaState.MERGED: why_not_touch_merged(),
        IdeaState.HIDDEN: off,
        IdeaState.TAKEN_OFF: off,
    }
    return told.get(IdeaState(state))


def why_not_withdraw(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not withdraw the idea, or None when they may."""
    if not queries.is_author(idea, by):
        return _("Only who wrote this idea can withdraw it.")
    if idea.state == IdeaState.MERGED:
        return why_not_touch_merged()
    if idea.state != IdeaState.SENT:
        return _("This idea has not been sent.")
    return why_call_is_not_open(idea.edition)


def why_not_see(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not read the idea, or None when they may."""
    if queries.is_author(idea, by) or queries.invitation_to(idea, by):
        return None
    if idea.edition.is_sealed:
        return _("Ideas stay sealed until the call is closed. Until then only who writes an idea reads it.")
    if idea.state in {IdeaState.SENT, IdeaState.MERGED}:
        return None
    if idea.state in OFF:
        return None if is_manager(by, idea.edition) else _("A manager took this idea off.")
    if idea.state == IdeaState.WITHDRAWN:
        return _("This idea has been withdrawn.")
    return _("This idea has not been sent yet.")


def why_not_see_authors(*, idea: Idea, by: Person) -> str | None:
    """Return why names and units stay hidden from this person, or None when they may be shown."""
    if queries.sees_authors(idea, by):
        return None
    if idea.edition.has_come(Stage.MATCHING):
        return _("In this edition screeners do not see who sent an idea, also later.")
    return _("Who sent this idea stays hidden until screening is done, so that every idea gets the same chance.")


def why_not_see_energy(*, edition: Edition, by: Person) -> str | None:
    """Return why energy stays hidden from this person, or None when it may be shown."""
    if queries.sees_energy(edition, by):
        return None
    return _("You see the energy of others when the call is closed, so that early ideas do not take it all.")


def why_not_give_energy(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not give energy to the idea or take it back, or None when they may."""
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part now.")
    if idea.edition.has_come(Stage.DELIVERY):
        return _("The teams of this edition are at work. Energy can no longer be given.")
    if queries.is_author(idea, by):
        return _("This is your own idea. Energy comes from others.")
    return None


def why_not_say(*, kind: str, role: str, hours_per_week: int) -> str | None:
    """Return what is missing from the words of energy, or None when they say enough."""
    if kind not in EnergyKind.values:
        return _("Say what you want to do for this idea.")
    if hours_per_week > LONGEST_WEEK:
        return _("A week has at most 40 hours.")
    if kind == EnergyKind.JOIN and (not role or hours_per_week < 1):
        return _("To join, say in which role and for how many hours a week.")
    return None


def why_not_leave_call(*, edition: Edition) -> list[str]:
    """Return every reason why the call cannot be closed yet."""
    reasons = []
    ideas = queries.sent_ideas(edition).count()
    if ideas < edition.shortlist_size:
        words = {"ideas": ideas, "size": edition.shortlist_size}
        reasons.append(
            ngettext(
                "%(ideas)d idea has been sent; the shortlist has room for %(size)d.",
                "%(ideas)d ideas have been sent; the shortlist has room for %(size)d.",
                ideas,
            )
            % words
        )
    screeners = appointed(edition, Duty.SCREENER).count()
    if screeners < FEWEST_SCREENERS:
        reasons.append(
            ngettext(
                "%(number)d screener is appointed; at least 2 are needed.",
                "%(number)d screeners are appointed; at least 2 are needed.",
                screeners,
            )
            % {"number": screeners}
        )
    return reasons
