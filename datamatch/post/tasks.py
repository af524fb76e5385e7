"""Heavy work of the post room: the same action as ever, outside the page that asks for it; one task per round."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.foundation.jobs import Doing, every, job
from datamatch.people.models import Person
from datamatch.post import actions
from datamatch.screening.enums import Round


@job
def write_shortlist_letters(doing: Doing) -> str:
    """Write every letter about the shortlist that can be written."""
    return _write(doing, Round.SHORTLIST)


@job
def write_verdict_letters(doing: Doing) -> str:
    """Write every letter about the verdict that can be written."""
    return _write(doing, Round.VERDICT)


def _write(doing: Doing, round_: Round) -> str:
    doing.tell(10, _("The letters are being written."))
    count = actions.write_letters(edition=doing.about(Edition), round=round_, by=doing.by(Person), at=doing.at)
    told = ngettext("%(count)s letter is written.", "%(count)s letters are written.", count)
    return told % {"count": count}


@every(days=1, at_hour=8)
def remind_to_confirm(at: datetime) -> int:
    """Remind the chosen to confirm."""
    return actions.remind_to_confirm(at=at)
