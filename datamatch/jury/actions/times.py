"""Mailing makers and jurors when and where they are needed on pitch day; what they know is not mailed again."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from datamatch.editions.models import Edition
from datamatch.foundation import mail, trail
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.people.models import Person

PITCH = gettext_noop(
    "Hello %(name)s,\n\nYou pitch “%(idea)s” on %(day)s, from %(start)s to %(end)s.\n%(where)s\n\n"
    "Can you not be there at that time? Tell %(by)s.\n\nThe whole day: %(page)s"
)
JURY = gettext_noop(
    "Hello %(name)s,\n\nYou judge the pitches of %(edition)s on %(day)s. The first begins at %(start)s, the last ends "
    "at %(end)s.\n%(where)s\n\nCan you not be there all that time? Tell %(by)s.\n\nThe whole day: %(page)s"
)
SUBJECTS = {
    (True, False): gettext_noop("You pitch on %(day)s at %(start)s"),
    (True, True): gettext_noop("Another time or room: you pitch on %(day)s at %(start)s"),
    (False, False): gettext_noop("You judge the pitches on %(day)s from %(start)s"),
    (False, True): gettext_noop("Another time or room: you judge the pitches on %(day)s from %(start)s"),
}


@transaction.atomic
def tell_times(*, edition: Edition, by: Person, at: datetime) -> int:
    """Mail everybody who does not know yet when and where they are needed, and return how many mails go out.

    :raises Refused: not you, not now, no running order, or everybody knows
    """
    Edition.objects.select_for_update().get(pk=edition.pk)
    told = queries.times_to_tell(edition)
    refuse_if(rules.why_not_tell_times(edition=edition, by=by, to_tell=told))
    for times in told:
        _tell(times, edition=edition, by=by, at=at)
    trail.record("pitches.tell", of=edition, by=by, at=at, mails=len(told))
    return len(told)


def _tell(times: queries.Times, *, edition: Edition, by: Person, at: datetime) -> None:
    """Queue the mail to one person, in their own language."""
    person, pitch = times.person, times.pitch
    key = f"{queries.times_key(edition)}{times.about}:{times.mark}:{at.isoformat()}"
    with override(person.language):
        words = {
            "name": person.name,
            "idea": pitch.idea.title if pitch else "",
            "edition": edition.name,
            "day": date_format(localtime(times.starts_at), "l j F"),
            "start": date_format(localtime(times.starts_at), "H:i"),
            "end": date_format(localtime(times.ends_at), "H:i"),
            "where": _("Room: %(room)s.") % {"room": times.room} if times.room else _("You hear later in which room."),
            "by": by.name,
            "page": whole_address(reverse("jury:pitch_day", args=[edition.slug])),
        }
        subject = _(SUBJECTS[pitch is not None, times.is_news]) % words
        body = _(PITCH if pitch else JURY) % words
        mail.queue(key=key, to=person.email, subject=subject, body=body, language=person.language, at=at)
