"""Blacking out words that tell who made an idea, and letting them come back."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from datamatch.editions.enums import MakersKnown
from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.findable import keep_findable
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.models import Attachment, Comment, Idea, IdeaAnswer, Redaction
from datamatch.ideas.queries.redacting import ANSWER
from datamatch.people.models import Person


@transaction.atomic
def redact_idea(
    *, idea: Idea, words: Mapping[str, str], held_back: Collection[UUID], by: Person, at: datetime
) -> Redaction:
    """Let an idea say a copy of its words until its makers are known; the original is kept beside it.

    :param held_back: the files that go only to who may know the makers, by their public ids
    :raises Refused: not you, not now, or nothing is left to read
    """
    hold(idea)
    refuse_if(rules.why_not_redact(idea=idea, by=by))
    refuse_if(rules.why_not_copy(words=words))
    earlier = queries.redaction_of(idea)
    before = queries.original_of(idea, earlier)
    changed = {name: text for name, text in before.items() if words[name].strip() != text.strip()}
    say(idea, before | {name: words[name].strip() for name in changed}, at=at)
    unseen = {name: text for name, text in (earlier.original if earlier else {}).items() if name not in before}
    kept = {"original": unseen | changed, "by": by, "at": at}
    redaction, _new = Redaction.objects.update_or_create(idea=idea, defaults=kept)
    for file in Attachment.objects.filter(idea=idea):
        file.held_back = file.public_id in held_back
        file.save(update_fields=["held_back"])
    trail.record("idea.redact", of=idea, by=by, at=at, fields=sorted(changed), files=len(held_back))
    return redaction


@transaction.atomic
def lift_redaction(*, idea: Idea, by: Person, at: datetime) -> None:
    """Let an idea say its own words again, with all its files.

    :raises Refused: not you, or nothing is blacked out
    """
    hold(idea)
    refuse_if(rules.why_not_lift(idea=idea, by=by))
    come_back(Redaction.objects.get(idea=idea), at=at)
    trail.record("idea.unredact", of=idea, by=by, at=at)


@transaction.atomic
def hold_comment_back(*, comment: Comment, held: bool, by: Person, at: datetime) -> Comment:
    """Keep a comment from who may not know the makers, or let it be read by all again; said twice it is done once.

    :raises Refused: not you, it is gone, or the makers are known
    """
    hold(comment.idea)
    comment.refresh_from_db(fields=["state", "held_back"])
    refuse_if(rules.why_not_hold_back(comment=comment, by=by))
    if comment.held_back != held:
        comment.held_back = held
        comment.save(update_fields=["held_back"])
        trail.record("comment.hold_back" if held else "comment.show_again", of=comment, by=by, at=at)
    return comment


def lift_redactions(edition: Edition, *, at: datetime) -> int:
    """Let all ideas say their own words again because their makers are known now; return how many had a copy.

    Where screeners never learn the makers, copies stay until a manager takes them away.
    """
    if edition.makers_known == MakersKnown.NEVER:
        return 0
    copies = list(queries.redactions_in(edition))
    for redaction in copies:
        come_back(redaction, at=at)
        trail.record("idea.unredact", of=redaction.idea, by=None, at=at)
    return len(copies)


def come_back(redaction: Redaction, *, at: datetime) -> None:
    """Put the original words of one idea back in their place."""
    idea = redaction.idea
    say(idea, redaction.original, at=at)
    Attachment.objects.filter(idea=idea).update(held_back=False)
    redaction.delete()


def say(idea: Idea, words: Mapping[str, str], *, at: datetime) -> None:
    """Let an idea say these words and answers, wherever it is shown and looked for."""
    fields = [name for name in words if name in queries.FIELDS]
    for field in fields:
        setattr(idea, field, words[field])
    idea.save(update_fields=fields)
    for name in words.keys() - set(fields):
        IdeaAnswer.objects.filter(idea=idea, question__slug=name.removeprefix(ANSWER)).update(answer=words[name])
    keep_findable(idea, at=at)
