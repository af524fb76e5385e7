"""Closing an account: what identifies somebody goes, what they made for the programme stays readable."""

import json
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from datamatch.foundation import privacy, trail
from datamatch.foundation.privacy import Leaver
from datamatch.foundation.refusal import refuse_if
from datamatch.people import queries, rules
from datamatch.people.models import Invitation, Person


@transaction.atomic
def close_account(*, person: Person, by: Person, at: datetime) -> Person:
    """Make somebody a former participant, for good: no name, address, profile, way in or mail of theirs is left.

    :raises Refused: not your own account, or an edition or the installation would be left without anybody
    """
    # The trail is one queue: of two people who close at once, the second is judged when the first has gone.
    trail.record("person.close", of=person, by=by, at=at)
    person = Person.objects.select_for_update().get(pk=person.pk)
    refuse_if(rules.why_not_close(person=person, by=by))
    leaver = Leaver(person, words=_words_of(person))
    privacy.forget(leaver, at)
    _forget_account(person, leaver)
    _leave_a_nameless_row(person, at)
    _sweep(leaver)
    return person


def _words_of(person: Person) -> tuple[str, ...]:
    """Return the addresses and the name; not a name of one word, which may be a common word in the texts of others."""
    full = (person.name,) if len(person.name.split()) > 1 else ()
    return (*full, *sorted(queries.addresses_of(person)))


def _forget_account(person: Person, leaver: Leaver) -> None:
    """Remove the profile, the ways in, the devices, and the mail to this person."""
    queries.mail_to(person).delete()
    Invitation.objects.filter(Q(used_by=person) | Q(email__in=leaver.words)).update(email="")
    for table, key in queries.belongings():
        table._default_manager.filter(**{key: person}).delete()
    for kept in (EmailAddress, Authenticator, SocialAccount, UserSession):
        kept.objects.filter(user=person).delete()
    mine = [one.pk for one in Session.objects.iterator() if one.get_decoded().get("_auth_user_id") == str(person.pk)]
    Session.objects.filter(pk__in=mine).delete()


def _leave_a_nameless_row(person: Person, at: datetime) -> None:
    """Keep the row to which ideas and deeds point, with nothing in it that says who it was."""
    person.email, person.name = f"{person.public_id.hex}@closed.invalid", ""
    person.is_active = person.is_staff = person.is_superuser = False
    person.closed_at, person.last_login = at, None
    person.set_unusable_password()
    person.save()


def _sweep(leaver: Leaver) -> None:
    """Replace the name and the addresses wherever else they were written, as below a letter."""
    for table, column, is_json in queries.written_columns():
        rows = table._default_manager.annotate(said=Cast(column, TextField()))
        for row in rows.filter(_says(leaver.words)).only("pk", column):
            told = getattr(row, column)
            words = json.dumps(told, ensure_ascii=False) if is_json else told
            clean = privacy.without(words, leaver.words, language=getattr(row, "language", settings.LANGUAGE_CODE))
            table._default_manager.filter(pk=row.pk).update(**{column: json.loads(clean) if is_json else clean})


def _says(words: tuple[str, ...]) -> Q:
    """Return the condition that a column holds one of these words, also as JSON writes them."""
    wanted = Q()
    for word in words:
        wanted |= Q(said__icontains=word) | Q(said__icontains=json.dumps(word)[1:-1])
    return wanted
