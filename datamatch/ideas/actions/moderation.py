"""Reporting, deciding with a reason, and objecting once; whoever is concerned is told each time."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from datamatch.foundation import trail
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.ideas import rules
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.merge_ending import hold_with_merge, let_lapse
from datamatch.ideas.actions.moderation_mails import tell_deciders, tell_writers, thank
from datamatch.ideas.enums import CommentState, IdeaState, Ruling
from datamatch.ideas.models import Comment, Complaint, Idea, Moderation, Note
from datamatch.ideas.queries import moderation as found
from datamatch.people.models import Person

STATES = {
    Ruling.KEEP: (CommentState.SHOWN, IdeaState.SENT),
    Ruling.HIDE: (CommentState.HIDDEN, IdeaState.HIDDEN),
    Ruling.REMOVE: (CommentState.TAKEN_OFF, IdeaState.TAKEN_OFF),
}


@transaction.atomic
def complain(
    *, idea: Idea, comment: Comment | None, by: Person, at: datetime, reason: str, words: str = ""
) -> Complaint:
    """Ask a manager to look at an idea or a comment.

    :raises Refused: not there, one's own, reported already, or no reason of the list
    """
    hold(idea)
    refresh(comment)
    refuse_if(rules.why_not_complain(idea=idea, comment=comment, by=by) or rules.why_not_give_reason(reason=reason))
    made = Complaint.objects.create(idea=idea, comment=comment, by=by, reason=reason, words=words.strip(), made_at=at)
    trail.record("complaint.make", of=comment or idea, by=by, at=at, reason=str(reason))
    tell_deciders(idea, comment, at=at)
    return made


@transaction.atomic
def moderate(*, idea: Idea, comment: Comment | None, by: Person, at: datetime, ruling: str, reason: str) -> Moderation:
    """Let an idea or a comment stay, hide it, or take it off; who wrote it is told why, who reported it is thanked.

    The same decision about the same thing while nothing waits is made once.

    :raises Refused: not a manager, about one's own words, decided before by the same person, or no reason
    """
    merge = hold_with_merge(idea)
    refresh(comment)
    refuse_if(rules.why_not_moderate(idea=idea, comment=comment, by=by))
    refuse_if(rules.why_not_rule(idea=idea, comment=comment, ruling=ruling, reason=reason))
    waiting, objection = list(found.open_complaints(idea, comment)), found.open_objection(idea, comment)
    last = found.moderations_of(idea, comment).first()
    if last and not waiting and not objection and (last.ruling, last.reason) == (ruling, reason.strip()):
        return last
    done = Moderation.objects.create(
        idea=idea, comment=comment, ruling=ruling, reason=reason.strip(), by=by, at=at, answers=objection
    )
    apply(done, at=at)
    if comment is None and ruling != Ruling.KEEP:
        let_lapse(merge, by=by, at=at)
    Complaint.objects.filter(pk__in=[one.pk for one in waiting]).update(settled_at=at, moderation=done)
    trail.record("moderation.decide", of=comment or idea, by=by, at=at, ruling=str(ruling))
    tell_writers(done, at=at)
    thank(waiting, at=at)
    return done


def refresh(comment: Comment | None) -> None:
    """Read what a comment says by now; the idea is held, so it stays so."""
    if comment is not None:
        comment.refresh_from_db(fields=["state", "words"])


def apply(moderation: Moderation, *, at: datetime) -> None:
    """Let the idea or the comment be read by all, by its writers and managers, or by nobody."""
    of_comment, of_idea = STATES[Ruling(moderation.ruling)]
    if moderation.comment is not None:
        moderation.comment.state = of_comment
        moderation.comment.save(update_fields=["state"])
    elif moderation.idea.state != of_idea:
        moderation.idea.state = of_idea
        moderation.idea.save(update_fields=["state"])


@transaction.atomic
def object_to(*, moderation: Moderation, by: Person, at: datetime, words: str) -> Moderation:
    """Ask another manager to look again, once.

    :raises Refused: not the writer's words, objected before, or no words
    """
    hold(moderation.idea)
    refresh(moderation.comment)
    moderation.refresh_from_db(fields=["objection", "objected_at"])
    refuse_if(rules.why_not_object(moderation=moderation, by=by))
    if not words.strip():
        raise Refused(str(_("Say why it should stay.")))
    moderation.objection, moderation.objected_at = words.strip(), at
    moderation.save(update_fields=["objection", "objected_at"])
    trail.record("moderation.object", of=moderation, by=by, at=at)
    tell_deciders(moderation.idea, moderation.comment, at=at)
    return moderation


def settle_complaints_on(comment: Comment, *, at: datetime) -> None:
    """Close the complaints about a comment that its writer took away, and thank who made them."""
    waiting = list(found.open_complaints(comment.idea, comment))
    Complaint.objects.filter(pk__in=[one.pk for one in waiting]).update(settled_at=at)
    thank(waiting, at=at)


@transaction.atomic
def add_note(*, idea: Idea, by: Person, at: datetime, words: str) -> Note:
    """Write something down about an idea for the other managers.

    :raises Refused: not a manager, one's own idea, or no words
    """
    refuse_if(rules.why_not_see_notes(idea=idea, by=by) or rules.why_not_say_words(words=words))
    note = Note.objects.create(idea=idea, by=by, words=words.strip(), written_at=at)
    trail.record("note.add", of=idea, by=by, at=at)
    return note


@transaction.atomic
def remove_note(*, note: Note, by: Person, at: datetime) -> None:
    """Throw one's own note away.

    :raises Refused: somebody else's
    """
    refuse_if(rules.why_not_remove_note(note=note, by=by))
    trail.record("note.remove", of=note.idea, by=by, at=at)
    note.delete()
