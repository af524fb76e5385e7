"""Asking a line manager to agree to hours, answering, taking back, and what time does to it."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.privacy import Leaver
from datamatch.foundation.refusal import refuse_if
from datamatch.people import queries, rules
from datamatch.people.actions import consent_mail
from datamatch.people.enums import STANDING, ConsentEnd, ConsentState
from datamatch.people.models import HoursConsent, LineManager, Person

OVERVIEW_FOR = timedelta(days=14)


@transaction.atomic
def ask_line_manager(*, person: Person, email: str, hours_per_week: int, by: Person, at: datetime) -> HoursConsent:
    """Ask a line manager by mail to agree to these hours; they need no account.

    :raises Refused: somebody else's hours, an address that cannot be theirs, asked or answered before, or too often
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    email = email.strip().lower()
    refuse_if(rules.why_not_ask_line_manager(person=person, email=email, hours_per_week=hours_per_week, by=by, at=at))
    known = queries.person_with_email(email)
    line_manager, _new = LineManager.objects.get_or_create(
        email=email, defaults={"language": known.language if known else person.language}
    )
    consent = HoursConsent.objects.create(
        person=person, line_manager=line_manager, hours_asked=hours_per_week, asked_at=at
    )
    consent_mail.ask(consent, at=at)
    trail.record("consent.ask", of=consent, by=by, at=at, hours=hours_per_week)
    return consent


@transaction.atomic
def answer_consent(
    *, consent: HoursConsent, state: str, hours: int | None = None, reason: str = "", at: datetime
) -> HoursConsent:
    """Keep what a line manager answers by their link, the first time or anew; what stood before makes way.

    :raises Refused: taken back, out of time, or an answer that says nothing
    """
    Person.objects.select_for_update().get(pk=consent.person_id)
    consent = _held(consent)
    refuse_if(rules.why_not_answer_consent(consent=consent, at=at))
    refuse_if(rules.why_not_this_answer(consent=consent, state=state, hours=hours, reason=reason))
    before = HoursConsent.objects.filter(person=consent.person_id, state__in=STANDING).exclude(pk=consent.pk)
    for other in before:
        _end(other, ConsentState.WITHDRAWN, ConsentEnd.REPLACED, at=at)
    granted = {ConsentState.AGREED: consent.hours_asked, ConsentState.FEWER: hours, ConsentState.REFUSED: 0}
    consent.state, consent.hours_granted = state, granted[ConsentState(state)]
    consent.reason = " ".join(reason.split())[:300]
    consent.first_answered_at, consent.answered_at = consent.first_answered_at or at, at
    consent.save()
    consent_mail.tell_answer(consent, at=at)
    trail.record("consent.answer", of=consent, by=None, at=at, state=str(state), hours=consent.hours_granted)
    return consent


@transaction.atomic
def take_back_consent(*, consent: HoursConsent, by: Person, at: datetime) -> HoursConsent:
    """Take back a question, or an answer that one no longer wants to lean on; the line manager is told.

    :raises Refused: somebody else's, or it no longer stands
    """
    Person.objects.select_for_update().get(pk=consent.person_id)
    consent = _held(consent)
    refuse_if(rules.why_not_take_back(consent=consent, by=by))
    _withdraw(consent, ConsentEnd.PERSON, by=by, at=at)
    return consent


def follow_hours(person: Person, hours_per_week: int, *, by: Person, at: datetime) -> int:
    """Take back what was asked or answered for fewer hours than a person now offers, and return how many that were.

    Part of the deed that raises the hours, which holds the person.
    """
    rows = HoursConsent.objects.select_for_update(of=("self",)).select_related("person", "line_manager")
    raised = rows.filter(person=person, state__in=[ConsentState.ASKED, *STANDING], hours_asked__lt=hours_per_week)
    ended = list(raised.order_by("pk"))
    for consent in ended:
        _withdraw(consent, ConsentEnd.RAISED, by=by, at=at)
    return len(ended)


def _held(consent: HoursConsent) -> HoursConsent:
    """Return a question as it is now, locked until the transaction ends."""
    rows = HoursConsent.objects.select_for_update(of=("self",)).select_related("person", "line_manager")
    return rows.get(pk=consent.pk)


def _withdraw(consent: HoursConsent, because: ConsentEnd, *, by: Person, at: datetime) -> None:
    """Let a question or an answer stand no longer, and tell whoever was asked, unless they had said no."""
    said_no = consent.state == ConsentState.REFUSED
    _end(consent, ConsentState.WITHDRAWN, because, at=at)
    if not said_no:
        consent_mail.tell_withdrawn(consent, at=at)
    trail.record("consent.withdraw", of=consent, by=by, at=at, because=str(because))


def _end(consent: HoursConsent, state: ConsentState, because: ConsentEnd, *, at: datetime) -> None:
    """Let a question or an answer stand no longer."""
    consent.state, consent.ended_because, consent.ended_at = state, because, at
    consent.save(update_fields=["state", "ended_because", "ended_at"])


@transaction.atomic
def send_overview(*, consent: HoursConsent, at: datetime) -> None:
    """Mail a line manager a link to who named them; only their own mailbox gets it, and an earlier link dies.

    Asked again within a day, nothing happens: that mail is on its way.
    """
    line_manager = LineManager.objects.select_for_update().filter(consents=consent).first()
    if line_manager is None:
        return
    until = line_manager.overview_until
    if until is not None and until > at + OVERVIEW_FOR - timedelta(days=1):
        return
    line_manager.overview_key, line_manager.overview_until = uuid4(), at + OVERVIEW_FOR
    line_manager.save(update_fields=["overview_key", "overview_until"])
    consent_mail.send_overview(line_manager, at=at)
    trail.record("consent.overview", of=line_manager, by=None, at=at)


@transaction.atomic
def remind_line_managers(*, at: datetime) -> int:
    """Remind every line manager who did not answer within five working days, once, and return how many."""
    found = queries.questions_to_remind(at=at).select_for_update(of=("self",))
    waiting = list(found.select_related("person", "line_manager"))
    for consent in waiting:
        consent.reminded_at = at
        consent.save(update_fields=["reminded_at"])
        consent_mail.remind(consent, at=at)
        trail.record("consent.remind", of=consent, by=None, at=at)
    return len(waiting)


@transaction.atomic
def end_consents(*, at: datetime) -> int:
    """End questions that nobody answered in time and answers whose time is over; return how many."""
    found = queries.consents_to_end(at=at).select_for_update(of=("self",))
    over = list(found.select_related("person", "line_manager"))
    for consent in over:
        because = ConsentEnd.SILENCE if consent.is_open else ConsentEnd.TERM
        _end(consent, ConsentState.EXPIRED, because, at=at)
        consent_mail.tell_expired(consent, at=at)
        trail.record("consent.expire", of=consent, by=None, at=at, because=str(because))
    LineManager.objects.filter(consents=None).delete()
    return len(over)


def forget_line_manager(leaver: Leaver, at: datetime) -> None:
    """Forget the address of somebody who leaves, where others named it as that of their line manager."""
    LineManager.objects.filter(email__in=leaver.words).delete()
