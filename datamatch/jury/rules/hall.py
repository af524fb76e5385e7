"""Why the hall may not be opened, voted in or looked into."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.jury import queries
from datamatch.jury.enums import VoteState
from datamatch.jury.models import Hall, Pitch
from datamatch.jury.rules.stage import why_not_run, why_still_to_come
from datamatch.people.models import Person


def why_not_see_hall_desk(*, edition: Edition, by: Person) -> str | None:
    """Return why this person does not run the hall, or None when they do."""
    return None if is_manager(by, edition) else _("Only the programme manager runs pitch day.")


def why_not_open_hall(*, edition: Edition, by: Person) -> str | None:
    """Return why the hall cannot be opened now, or None when it can."""
    if (reason := why_not_run(edition=edition, by=by)) is not None:
        return reason
    if not queries.pitches_in(edition).exists():
        return _("There is no running order yet.")
    return _("The audience has its page already.") if queries.hall_of(edition) is not None else None


def why_not_change_hall(*, hall: Hall, by: Person) -> str | None:
    """Return why it cannot be changed who may vote, or None when it can."""
    if (reason := why_not_run(edition=hall.edition, by=by)) is not None:
        return reason
    return None if hall.state == VoteState.TO_COME else _("The vote was opened; who may vote stays as it is.")


def why_not_open_vote(*, hall: Hall, by: Person) -> str | None:
    """Return why the vote of the hall cannot be opened now, or None when it can."""
    if (reason := why_not_run(edition=hall.edition, by=by)) is not None:
        return reason
    if hall.state != VoteState.TO_COME:
        return _("The audience voted before; there is one vote per edition.")
    return why_still_to_come(list(queries.pitches_in(hall.edition)))


def why_not_close_vote(*, hall: Hall, by: Person) -> str | None:
    """Return why the vote of the hall cannot be closed now, or None when it can."""
    if (reason := why_not_run(edition=hall.edition, by=by)) is not None:
        return reason
    return None if hall.is_voting else _("The audience is not voting.")


def why_not_take_part(*, hall: Hall, guest: queries.Guest) -> str | None:
    """Return why this guest may do nothing in the hall, or None when they may."""
    if hall.edition.stage != Stage.PITCHING:
        return _("Pitch day is over.")
    if not queries.key_of(guest, hall):
        return _("Your browser keeps no cookie for this page, and without one we cannot count you once.")
    return None


def why_not_vote(*, hall: Hall, guest: queries.Guest, has_voted: bool | None = None) -> str | None:
    """Return why this guest may not vote now, or None when they may; who knows whether they voted, says so."""
    if hall.state == VoteState.TO_COME:
        return _("The vote opens after the last pitch.")
    if hall.has_result:
        return _("The vote is closed.")
    if (reason := why_not_take_part(hall=hall, guest=guest)) is not None:
        return reason
    if hall.accounts_only and guest.person is None:
        return _("In this vote you sign in first.")
    voted = queries.has_voted_in(hall, guest) if has_voted is None else has_voted
    return _("Your vote is in. You vote once.") if voted else None


def why_not_pick(*, hall: Hall, pitch: Pitch | None) -> str | None:
    """Return what is wrong with what was voted for, or None when it is a pitch of this day."""
    known = pitch is not None and hall.tallies.filter(pitch=pitch).exists()
    return None if known else _("Choose one pitch.")
