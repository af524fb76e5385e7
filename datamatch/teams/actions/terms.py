"""How long somebody stays: renewing, stopping, and what time does to a seat."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.teams import queries, rules
from datamatch.teams.actions import term_mails
from datamatch.teams.enums import MemberState
from datamatch.teams.models import Member


@transaction.atomic
def renew(*, member: Member, until_on: date, by: Person, at: datetime) -> Member:
    """Stay in a team until a later day; lead and managers are told.

    :raises Refused: somebody else's seat, too early, or a day that cannot be
    """
    refuse_if(rules.why_not_renew(member=member, by=by, today=localdate(at)))
    refuse_if(rules.why_not_stay_until(member=member, until_on=until_on))
    member.until_on, member.stopping, member.reminded_at = until_on, False, None
    member.save(update_fields=["until_on", "stopping", "reminded_at"])
    term_mails.tell_renewed(member, at=at)
    trail.record("team.renew", of=member, by=by, at=at, until=until_on.isoformat())
    return member


@transaction.atomic
def stop(*, member: Member, last_on: date, by: Person, at: datetime) -> Member:
    """Say on which day one stops; no reason is asked. Lead and managers are told, so that they can look for somebody.

    :raises Refused: somebody else's seat, or a day that cannot be
    """
    refuse_if(rules.why_not_own_term(member=member, by=by))
    refuse_if(rules.why_not_stop_on(member=member, last_on=last_on, today=localdate(at)))
    member.until_on, member.stopping = last_on, True
    member.save(update_fields=["until_on", "stopping"])
    term_mails.tell_stopping(member, at=at)
    trail.record("team.stop", of=member, by=by, at=at, until=last_on.isoformat())
    return member


@transaction.atomic
def remind_of_renewal(*, at: datetime) -> int:
    """Ask everybody whose seat ends within two weeks, once, to renew or stop, and return how many."""
    ending = list(queries.seats_to_remind(today=localdate(at)))
    for member in ending:
        member.reminded_at = at
        member.save(update_fields=["reminded_at"])
        term_mails.ask_to_renew(member, at=at)
        trail.record("team.remind", of=member, by=None, at=at)
    return len(ending)


@transaction.atomic
def end_seats(*, at: datetime) -> int:
    """End the seats whose last day is over, tell lead and managers, and return how many."""
    over = list(queries.seats_that_ended(today=localdate(at)))
    for member in over:
        member.state, member.lead = MemberState.LEFT, False
        member.save(update_fields=["state", "lead"])
        term_mails.tell_ended(member, at=at)
        trail.record("team.end", of=member, by=None, at=at)
    return len(over)
