"""What line managers said, and the signed links with which they say it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db.models import Q, QuerySet

from datamatch.people.enums import STANDING, Audience, ConsentState
from datamatch.people.models import HoursConsent, LineManager, Person
from datamatch.people.models.consent import ANSWER_WITHIN, HOLDS_FOR

REMIND_AFTER = 5
"""Working days, Monday to Friday, without an answer."""

_consent_link, _overview_link = Signer(salt="people.consent"), Signer(salt="people.overview")


def consents_of(people: Iterable[Person | int]) -> dict[int, HoursConsent]:
    """Return per person the answer that stands, or else the question that is open; nothing for who has neither."""
    found = HoursConsent.objects.filter(person__in=people, state__in=[*STANDING, ConsentState.ASKED])
    # An answer counts before a question that was put after it.
    return {consent.person_id: consent for consent in sorted(found, key=lambda consent: consent.stands)}


def consent_of(person: Person) -> HoursConsent | None:
    """Return the answer that stands for this person, or else the open question, or None."""
    return consents_of([person]).get(person.pk)


def open_question_of(person: Person) -> HoursConsent | None:
    """Return the question of this person that waits for an answer, or None."""
    return HoursConsent.objects.filter(person=person, state=ConsentState.ASKED).select_related("line_manager").first()


def standing_of(person: Person) -> HoursConsent | None:
    """Return the answer that stands for this person, or None."""
    return HoursConsent.objects.filter(person=person, state__in=STANDING).select_related("line_manager").first()


def consented_hours(person: Person) -> int | None:
    """Return the hours a week a line manager granted this person: 0 after a no, None while nobody said anything."""
    standing = standing_of(person)
    return standing.hours_granted if standing else None


def granted_hours() -> dict[int, int]:
    """Return the hours a week that a line manager granted, per person; nobody of whom no line manager said anything."""
    standing = HoursConsent.objects.filter(state__in=STANDING)
    return {person: hours for person, hours in standing.values_list("person", "hours_granted") if hours is not None}


def consent_history(person: Person) -> QuerySet[HoursConsent]:
    """Return every question of this person with what came of it, newest first."""
    return HoursConsent.objects.filter(person=person).select_related("line_manager")


def last_address(person: Person) -> str:
    """Return the address this person named last as that of their line manager, or an empty word."""
    last = consent_history(person).exclude(line_manager=None).first()
    return last.line_manager.email if last and last.line_manager else ""


def asked_by_since(person: Person, since: datetime) -> int:
    """Return how many questions this person put since a moment."""
    return HoursConsent.objects.filter(person=person, asked_at__gt=since).count()


def asked_of_since(email: str, since: datetime) -> int:
    """Return how many questions this address got since a moment."""
    return HoursConsent.objects.filter(line_manager__email=email, asked_at__gt=since).count()


def link_of(consent: HoursConsent) -> str:
    """Return the signed word with which whoever holds it answers this one question."""
    return _consent_link.sign(str(consent.public_id))


def consent_with_link(word: str) -> HoursConsent | None:
    """Return the question of a signed word, or None when nobody here signed it."""
    found = HoursConsent.objects.select_related("person__profile__unit", "line_manager")
    return found.filter(public_id=key).first() if (key := _signed(_consent_link, word)) else None


def overview_link_of(line_manager: LineManager) -> str:
    """Return the signed word with which whoever holds it sees who named this line manager."""
    return _overview_link.sign(str(line_manager.overview_key))


def line_manager_with_link(word: str) -> LineManager | None:
    """Return the line manager of a signed word, or None when nobody here signed it or a newer one was made."""
    key = _signed(_overview_link, word)
    return LineManager.objects.filter(overview_key=key).first() if key else None


def _signed(signer: Signer, word: str) -> UUID | None:
    """Return what was signed, or None."""
    try:
        return UUID(signer.unsign(word))
    except (BadSignature, ValueError):
        return None


def people_of(line_manager: LineManager) -> QuerySet[HoursConsent]:
    """Return what this line manager was asked and said that still counts, by name of the person."""
    counted = line_manager.consents.filter(state__in=[*STANDING, ConsentState.ASKED], person__is_active=True)
    return counted.select_related("person__profile__unit").order_by("person__name", "pk")


def told_to_everyone(person: Person) -> dict[str, Any]:
    """Return the unit and the name of the discipline of a person, where these are for everyone."""
    profile = getattr(person, "profile", None)
    if profile is None:
        return {}
    shown = profile.is_for("discipline", Audience.EVERYONE)
    return {"unit": profile.unit_for_all, "discipline_name": profile.discipline_name if shown else ""}


def questions_to_remind(*, at: datetime) -> QuerySet[HoursConsent]:
    """Return the open questions that had five working days and no reminder yet."""
    waiting = HoursConsent.objects.filter(state=ConsentState.ASKED, reminded_at=None)
    return waiting.filter(asked_at__lte=working_days_before(at, REMIND_AFTER)).order_by("pk")


def working_days_before(moment: datetime, days: int) -> datetime:
    """Return the moment so many working days, Monday to Friday, before another."""
    while days:
        moment -= timedelta(days=1)
        days -= moment.weekday() < 5
    return moment


def consents_to_end(*, at: datetime) -> QuerySet[HoursConsent]:
    """Return the questions that nobody answered in time, and the answers whose time is over."""
    silent = Q(state=ConsentState.ASKED, asked_at__lte=at - ANSWER_WITHIN)
    return HoursConsent.objects.filter(silent | Q(state__in=STANDING, answered_at__lte=at - HOLDS_FOR)).order_by("pk")
