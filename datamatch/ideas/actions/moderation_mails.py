"""Mails about complaints: to who decides, to whose words it was, and to who reported."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.addresses import whole_address
from datamatch.ideas import queries
from datamatch.ideas.actions.mailing import write
from datamatch.ideas.enums import Ruling, ToMe
from datamatch.ideas.models import Comment, Complaint, Idea, Moderation
from datamatch.ideas.queries import moderation as found

OF_COMMENT = {
    Ruling.KEEP: _("Your comment stays: %(title)s"),
    Ruling.HIDE: _("Your comment was hidden: %(title)s"),
    Ruling.REMOVE: _("Your comment was taken off: %(title)s"),
}
OF_IDEA = {
    Ruling.KEEP: _("Your idea stays: %(title)s"),
    Ruling.HIDE: _("Your idea was hidden: %(title)s"),
    Ruling.REMOVE: _("Your idea was taken off: %(title)s"),
}
STAYS = _("Hello %(to)s,\n\nA manager looked at what you wrote. It stays.\n\nThe reason:\n“%(reason)s”\n\n%(url)s")
GONE = _(
    "Hello %(to)s,\n\nA manager decided that others do not read this any more.\n\nThe reason:\n“%(reason)s”\n\n"
    "Do you see it differently? You can object once; another manager looks at it then:\n%(object)s"
)
FINAL = _(
    "Hello %(to)s,\n\nA manager decided that others do not read this any more. You objected before, so this stays.\n\n"
    "The reason:\n“%(reason)s”\n\n%(url)s"
)


def tell_deciders(idea: Idea, comment: Comment | None, *, at: datetime) -> None:
    """Tell who may decide that something waits, once until it is decided."""
    thing = comment or idea
    earlier = found.moderations_of(idea, comment).count() * 2 + bool(found.open_objection(idea, comment))
    queue = whole_address(reverse("ideas:complaints", args=[idea.edition.slug]))
    for person in found.deciders_on(idea, comment):
        write(
            to=person, key=f"complaint.tell:{thing.public_id}:{earlier}:{person.public_id}", idea=idea, at=at,
            subject=_("Decide about a complaint: %(title)s"),
            body=_("Hello %(to)s,\n\nSomething was reported or objected to, and waits for your decision:\n%(queue)s"),
            queue=queue,
        )  # fmt: skip


def tell_writers(moderation: Moderation, *, at: datetime) -> None:
    """Tell whose words it was what was decided and why, whatever they wish to be mailed about."""
    ruling = Ruling(moderation.ruling)
    subject = OF_COMMENT[ruling] if moderation.comment else OF_IDEA[ruling]
    objected = found.moderations_of(moderation.idea, moderation.comment).filter(objected_at__isnull=False).exists()
    body = STAYS if ruling == Ruling.KEEP else FINAL if objected else GONE
    way = whole_address(reverse("ideas:object", args=[moderation.public_id]))
    for person in found.concerned_in(moderation.idea, moderation.comment):
        write(
            to=person, key=f"moderation.tell:{moderation.public_id}:{person.public_id}", idea=moderation.idea, at=at,
            subject=subject, body=body, reason=moderation.reason, object=way,
        )  # fmt: skip


def thank(complaints: Iterable[Complaint], *, at: datetime) -> None:
    """Thank who reported something, once it is settled."""
    for complaint in complaints:
        if queries.mail_wish_of(complaint.by).to_me == ToMe.NONE:
            continue
        write(
            to=complaint.by, key=f"complaint.thank:{complaint.public_id}", idea=complaint.idea, at=at,
            subject=_("Thank you for telling us: %(title)s"),
            body=_(
                "Hello %(to)s,\n\nThank you for telling us. A decision has been taken; you see it on the page.\n\n"
                "%(url)s"
            ),
        )  # fmt: skip
