"""Why something may not be reported, decided, objected to, or noted down."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.ideas import queries
from datamatch.ideas.enums import CommentState, ComplaintReason, IdeaState, Ruling
from datamatch.ideas.models import Comment, Idea, Moderation, Note
from datamatch.ideas.queries import moderation as found
from datamatch.ideas.rules.ideas import why_not_see
from datamatch.ideas.rules.talk import why_not_read_comment
from datamatch.people.models import Person


def why_not_complain(*, idea: Idea, comment: Comment | None, by: Person) -> str | None:
    """Return why this person may not complain about an idea or a comment, or None when they may."""
    if why_not := why_not_see(idea=idea, by=by):
        return why_not
    if why_not := why_not_here(idea=idea, comment=comment):
        return why_not
    if comment is not None and (why_not := why_not_read_comment(comment=comment, by=by)):
        return why_not
    if by in found.concerned_in(idea, comment):
        return _("You wrote this yourself. You can change it or take it away.")
    if found.open_complaints(idea, comment).filter(by=by).exists():
        return _("You reported this already. A manager looks at it.")
    return None


def why_not_here(*, idea: Idea, comment: Comment | None) -> str | None:
    """Return why there is nothing to complain about, or None when it stands there for all to read."""
    if comment is not None and (comment.idea_id != idea.pk or comment.state != CommentState.SHOWN):
        return _("This comment is not there any more.")
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part now.")
    return None


def why_not_give_reason(*, reason: str) -> str | None:
    """Return what is wrong with the reason of a complaint, or None when it is one of the list."""
    return None if reason in ComplaintReason.values else _("Choose what is wrong with it.")


def why_not_see_complaints(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see what was reported, or None when they may."""
    if not is_manager(by, edition):
        return _("Only a manager of this edition does this.")
    return _("Ideas stay sealed until the call is closed. Then you find them here.") if edition.is_sealed else None


def why_not_moderate(*, idea: Idea, comment: Comment | None, by: Person) -> str | None:
    """Return why this person may not decide about an idea or a comment, or None when they may."""
    if why_not := why_not_see_complaints(edition=idea.edition, by=by):
        return why_not
    if by in found.concerned_in(idea, comment):
        return _("This is about your own words. Another manager or an administrator decides.")
    if (objection := found.open_objection(idea, comment)) and objection.by_id == by.pk:
        return _("You decided before. Somebody else looks at the objection.")
    if comment is not None and comment.state == CommentState.REMOVED:
        return _("Who wrote this comment took it away.")
    if idea.state not in found.TAKING_PART:
        return _("This idea does not take part now.")
    return None


def why_not_rule(*, idea: Idea, comment: Comment | None, ruling: str, reason: str) -> str | None:
    """Return what is wrong with a decision, or None when it can be carried out."""
    if ruling not in Ruling.values:
        return _("Choose what becomes of it.")
    if not reason.strip():
        return _("Give a reason. Who wrote it gets to read it.")
    if comment is None and ruling != Ruling.KEEP and idea.edition.has_come(Stage.MATCHING):
        return _("This idea has gone on: people count on it by now. Settle it with its authors.")
    return None


def why_not_object(*, moderation: Moderation, by: Person) -> str | None:
    """Return why this person may not object to what a manager did, or None when they may."""
    if by not in found.concerned_in(moderation.idea, moderation.comment):
        return _("Only who wrote this can object.")
    done = found.moderations_of(moderation.idea, moderation.comment)
    if done.filter(objected_at__isnull=False).exists():
        return _("You objected once. What was decided after that stays.")
    if moderation.ruling == Ruling.KEEP or moderation != done.first():
        return _("There is nothing to object to.")
    if moderation.comment is not None and moderation.comment.state == CommentState.REMOVED:
        return _("This comment is not there any more.")
    return None


def why_not_see_notes(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not read or write notes about an idea, or None when they may."""
    if not is_manager(by, idea.edition):
        return _("Only a manager of this edition does this.")
    if queries.is_author(idea, by):
        return _("This is your own idea. Other managers keep notes about it.")
    return None


def why_not_remove_note(*, note: Note, by: Person) -> str | None:
    """Return why this person may not remove a note, or None when they may."""
    if why_not := why_not_see_notes(idea=note.idea, by=by):
        return why_not
    return None if note.by_id == by.pk else _("Somebody else wrote this.")
