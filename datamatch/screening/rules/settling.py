"""Why a line is not moved, a place not confirmed or given up, a reserve not moved up; None when it may."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import is_author, sent_ideas
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import GIVEN_UP, Answer, Outcome, Round
from datamatch.screening.models import Confirmation, Decision
from datamatch.screening.rules.decisions import STAGE_OF_ROUND
from datamatch.screening.rules.reviews import why_not_manage, why_not_review_in

# In these stages a place is still given up by a button; later the day itself is too near.
ANSWERED_IN = {Round.SHORTLIST: (Stage.SCREENING, Stage.MATCHING), Round.VERDICT: (Stage.PITCHING,)}


def why_not_settle(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not change the choice as a whole now, or None when they may."""
    if (reason := why_not_manage(edition=edition, by=by)) or (reason := why_not_review_in(edition=edition)):
        return reason
    return _("The decisions are published.") if queries.tally_of(edition).published else None


def why_not_move_line(*, edition: Edition, size: int, reason: str, by: Person) -> str | None:
    """Return why the line below the shortlist may not go there, or None when it may."""
    if why_not := why_not_settle(edition=edition, by=by):
        return why_not
    most = sent_ideas(edition).count()
    if not max(edition.chosen_count, 1) <= size <= max(most, 1):
        words = {"least": max(edition.chosen_count, 1), "most": most}
        return _("Draw the line below place %(least)s to %(most)s.") % words
    if size == edition.shortlist_size:
        return _("The line is there already.")
    return None if reason.strip() else _("Say why the line moves, so that others can follow it later.")


def why_not_order_reserve(*, decision: Decision, by: Person) -> str | None:
    """Return why this reserve may not change places, or None when it may."""
    if reason := why_not_settle(edition=decision.idea.edition, by=by):
        return reason
    return None if decision.outcome == Outcome.RESERVE else _("This idea is not in reserve.")


def why_not_plan(*, edition: Edition, round: str, confirm_by: date | None, by: Person, at: datetime) -> str | None:
    """Return why the chosen cannot be asked to confirm by this day, or None when they can."""
    if reason := why_not_manage(edition=edition, by=by):
        return reason
    if edition.stage != STAGE_OF_ROUND[Round(round)]:
        return _("These decisions are published in another stage.")
    planned = queries.publication_of(edition, round)
    if planned is not None and planned.published_at is not None:
        return _("The decisions are published.")
    return why_not_by(edition=edition, round=round, confirm_by=confirm_by, at=at)


def why_not_by(*, edition: Edition, round: str, confirm_by: date | None, at: datetime) -> str | None:
    """Return why this is no day to confirm by, or None when it is one, or none is asked."""
    if confirm_by is None:
        return None
    last = edition.pitch_on if round == Round.SHORTLIST else edition.delivery_starts_on
    if confirm_by <= timezone.localdate(at):
        return _("Choose a day that is still to come.")
    if last is not None and confirm_by >= last:
        return _("Choose a day before %(day)s.") % {"day": queries.day_in_words(last)}
    return None


def why_not_see_confirmation(*, idea: Idea, by: Person) -> str | None:
    """Return why this person has no page to confirm on, or None: the makers and the managers have."""
    if is_author(idea, by) or is_manager(by, idea.edition):
        return None
    return _("Only the makers of an idea confirm that they take part.")


def why_not_answer_for(*, confirmation: Confirmation, by: Person) -> str | None:
    """Return why this person cannot answer for the makers now, or None when they can."""
    idea = confirmation.decision.idea
    if not is_author(idea, by):
        return _("Only the makers of an idea confirm that they take part.")
    return why_answered(confirmation=confirmation)


def why_answered(*, confirmation: Confirmation) -> str | None:
    """Return why a place is not answered for any more, or None when it is."""
    decision = confirmation.decision
    if confirmation.answer in GIVEN_UP:
        return _("This place was given up.")
    if decision.idea.edition.stage not in ANSWERED_IN[Round(decision.round)]:
        return _("It is too late for a button. Tell the programme manager, who helps you.")
    return None


def why_not_confirm(*, confirmation: Confirmation, by: Person) -> str | None:
    """Return why this person cannot confirm now, or None when they can."""
    if reason := why_not_answer_for(confirmation=confirmation, by=by):
        return reason
    return _("You confirmed already.") if confirmation.answer == Answer.CONFIRMED else None


def why_not_decline(*, confirmation: Confirmation, reason: str, by: Person) -> str | None:
    """Return why this person cannot give the place up now, or None when they can."""
    if why_not := why_not_answer_for(confirmation=confirmation, by=by):
        return why_not
    return None if reason.strip() else _("Say in a few words why, so that the programme can learn from it.")


def why_not_release(*, confirmation: Confirmation, reason: str, by: Person, at: datetime) -> str | None:
    """Return why a manager may not take back a place nobody answered for, or None when they may."""
    edition = confirmation.decision.idea.edition
    if (why_not := why_not_manage(edition=edition, by=by)) or (why_not := why_answered(confirmation=confirmation)):
        return why_not
    if not confirmation.is_late(timezone.localdate(at)):
        return _("The makers may still answer.")
    return None if reason.strip() else _("Say why, so that others can follow it later.")


def why_not_move_up(*, decision: Decision, by: Person, motive: str = "") -> str | None:
    """Return why this reserve does not move up now, or None when it may; out of turn asks for a motive."""
    edition = decision.idea.edition
    if reason := why_not_manage(edition=edition, by=by):
        return reason
    if decision.outcome != Outcome.RESERVE or decision.published_at is None:
        return _("This idea is not in reserve.")
    if reason := why_too_late(edition=edition, round=decision.round):
        return reason
    if not queries.free_places(edition, decision.round):
        return _("No place is free.")
    if queries.reserve_in(edition, decision.round).first() != decision and not motive.strip():
        return _("It is not the first in reserve. Say why it moves up before the others.")
    return None


def why_too_late(*, edition: Edition, round: str) -> str | None:
    """Return why nobody moves up in this stage, or None when somebody may."""
    if edition.stage in ANSWERED_IN[Round(round)]:
        return None
    if round == Round.VERDICT:
        return _("The work has begun; who carries out which idea stays as it is.")
    return _("The pitch day is too near to change who pitches.")


def why_contradicted(*, edition: Edition, round: str) -> str | None:
    """Return the first thing that does not fit in the decisions, and how many there are; None when all fits."""
    if round != Round.SHORTLIST:
        return None
    stopping = [one for one in queries.contradictions_in(edition) if one.stops]
    if not stopping:
        return None
    more = len(stopping) - 1
    first = f"“{stopping[0].idea}”: {stopping[0].text}"
    told = ngettext("And %(count)s more does not fit.", "And %(count)s more do not fit.", more) % {"count": more}
    return f"{first} {told}" if more else first


def why_not_leave_matching(*, edition: Edition) -> list[str]:
    """Return what keeps this edition in matching: somebody has not said whether they take part."""
    waiting = queries.confirmations_in(edition, Round.SHORTLIST).filter(answer=Answer.WAITING).count()
    told = ngettext(
        "%(count)s chosen idea was not confirmed yet.", "%(count)s chosen ideas were not confirmed yet.", waiting
    )
    return [told % {"count": waiting}] if waiting else []
