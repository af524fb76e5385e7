"""The mails around asking for help: one to who is asked, one to who asked."""

from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.addresses import whole_address
from datamatch.ideas.actions.telling import address_of, tell
from datamatch.ideas.enums import AskAnswer
from datamatch.ideas.models import Ask
from datamatch.ideas.queries import asker_shown

ANSWERS: dict[str, str | Promise] = {
    AskAnswer.YES: _("%(name)s says yes: %(title)s"),
    AskAnswer.LATER: _("%(name)s says maybe later: %(title)s"),
    AskAnswer.NO: _("%(name)s says no: %(title)s"),
}


def ask_person(ask: Ask, *, at: datetime) -> None:
    """Ask somebody; an author who is still hidden has no name here."""
    page = whole_address(reverse("ideas:ask", args=[ask.public_id]))
    asker = asker_shown(ask, to=ask.person)
    words = {"name": asker.name if asker else "", "title": ask.idea.title, "url": page}
    named = _(
        "Hello %(to)s,\n\n"
        '%(name)s asks whether you can help with the idea "%(title)s". '
        "It seems to fit what you told about yourself.\n\n"
        "Read it, and say yes, maybe later or no:\n%(url)s\n\n"
        "No is fine, and you need not say why.\n"
    )
    hidden = _(
        "Hello %(to)s,\n\n"
        'Who sent the idea "%(title)s" asks whether you can help. '
        "It seems to fit what you told about yourself.\n\n"
        "Read it, and say yes, maybe later or no:\n%(url)s\n\n"
        "No is fine, and you need not say why.\n"
    )
    subject = _("Can you help? %(title)s")
    key = f"help.ask:{ask.public_id}"
    tell(to=ask.person, key=key, subject=subject, body=named if asker else hidden, words=words, at=at)


def tell_answer(ask: Ask, *, at: datetime) -> None:
    """Tell who asked what the answer is."""
    if ask.asked_by is None or not ask.asked_by.is_active:
        return
    words = {"name": ask.person.name, "title": ask.idea.title, "url": address_of("helpers", ask.idea)}
    body = _(
        "Hello %(to)s,\n\n"
        "%(name)s answered your question about the idea \"%(title)s\".\n\n"
        "See who else could help:\n%(url)s\n"
    )  # fmt: skip
    key = f"help.answer:{ask.public_id}:{ask.answer}"
    tell(to=ask.asked_by, key=key, subject=ANSWERS[ask.answer], body=body, words=words, at=at)
