"""Sending an idea, and withdrawing it again."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.foundation import mail, trail
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.answering import drop_unasked
from datamatch.ideas.actions.findable import keep_findable
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.merge_ending import hold_with_merge, let_lapse
from datamatch.ideas.actions.versions import keep_version
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.people.models import Person, Profile


@transaction.atomic
def send_idea(*, idea: Idea, by: Person, at: datetime) -> Idea:
    """Let an idea take part: it gets its number and its unit of today, and its authors a receipt.

    An idea that was withdrawn keeps the number it had.

    :raises Refused: not the author's, sent already, the call is closed, or a word is missing
    """
    hold(idea)
    idea.edition = Edition.objects.select_for_update().get(pk=idea.edition_id)
    refuse_if(rules.why_not_send(idea=idea, by=by, at=at))
    idea.number = idea.number or number_after_last(idea.edition)
    idea.state, idea.sent_at, idea.changed_at = IdeaState.SENT, at, at
    name_unit(idea, at=at)
    idea.save()
    drop_unasked(idea)
    keep_version(idea=idea, by=by, at=at)
    keep_findable(idea, at=at)
    trail.record("idea.send", of=idea, by=by, at=at, number=idea.number)
    for author in queries.authors_of(idea):
        queue_receipt(idea, to=author, at=at)
    return idea


def next_number(edition: Edition) -> int:
    """Return the next free number of an edition, holding the edition so that two senders cannot get the same."""
    return number_after_last(Edition.objects.select_for_update().get(pk=edition.pk))


def number_after_last(edition: Edition) -> int:
    """Return the next free number of an edition that is held."""
    last = Idea.objects.filter(edition=edition).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def name_unit(idea: Idea, *, at: datetime) -> None:
    """Write down for which unit the idea is, or else the submitter's, with the name it has today: it may be renamed.

    A unit that the submitter does not show to everyone is not written down: it would be read beside the idea.
    """
    profile = Profile.objects.filter(person=idea.submitter_id).select_related("unit").first()
    idea.unit = idea.for_unit or (profile.unit_for_all if profile else None)
    idea.unit_name = idea.unit.name_on(localdate(at))[:200] if idea.unit else ""


def queue_receipt(idea: Idea, *, to: Person, at: datetime) -> None:
    """Queue the receipt in the language of its reader; sending again after withdrawing brings no second one."""
    with translation.override(to.language):
        words = {
            "name": to.name,
            "number": idea.number,
            "title": idea.title,
            "url": whole_address(idea.get_absolute_url()),
        }
        subject = _("Received: idea %(number)s, %(title)s") % words
        body = _(
            "Hello %(name)s,\n\n"
            "We received your idea \"%(title)s\". It has number %(number)s.\n\n"
            "You can change or withdraw it as long as the call is open:\n%(url)s\n\n"
            "After the call screeners read every idea without seeing who wrote it. "
            "You get an answer with reasons, whatever the outcome.\n"
        ) % words  # fmt: skip
    key = f"idea.sent:{idea.public_id}:{to.public_id}"
    mail.queue(key=key, to=to.email, subject=subject, body=body, language=to.language, at=at)


@transaction.atomic
def withdraw_idea(*, idea: Idea, by: Person, at: datetime) -> Idea:
    """Take a sent idea out of the edition; its authors keep it and can send it again while the call is open.

    A proposal to merge it that waits for answers ends, and the others are told.

    :raises Refused: not the author's, not sent, the call is closed, or a merge is proposed at this very moment
    """
    merge = hold_with_merge(idea)
    refuse_if(rules.why_not_withdraw(idea=idea, by=by))
    idea.state, idea.changed_at = IdeaState.WITHDRAWN, at
    idea.save(update_fields=["state", "changed_at"])
    keep_findable(idea, at=at)
    trail.record("idea.withdraw", of=idea, by=by, at=at)
    let_lapse(merge, by=by, at=at)
    return idea
