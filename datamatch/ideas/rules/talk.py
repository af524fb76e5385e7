"""Why somebody may not say something about an idea, change it, or take it away."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.queries import duties_of
from datamatch.ideas.enums import CommentState, IdeaState
from datamatch.ideas.models import Comment, Idea
from datamatch.ideas.queries.saying import is_held_back
from datamatch.ideas.queries.talk import EDIT_WINDOW, written_since
from datamatch.ideas.rules.ideas import why_not_see
from datamatch.people.models import Person

LONGEST_COMMENT = 2000
MOST_PER_HOUR = 30

# Who judges keeps out of the talk while judging. It holds for all of them and for every idea: if only the judges of
# this idea kept silent, the others would show by talking who judges it.
JUDGES = {Stage.SCREENING: Duty.SCREENER, Stage.PITCHING: Duty.JUROR}


def why_not_talk(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not say anything about the idea now, or None when they may."""
    if why_not := why_not_see(idea=idea, by=by):
        return why_not
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part now.")
    if idea.edition.stage == Stage.CLOSED:
        return _("This edition is closed. What was said stays readable.")
    judge = JUDGES.get(Stage(idea.edition.stage))
    if judge and judge in duties_of(by, idea.edition):
        return _("You judge ideas in this stage. Until it is over you read along and say nothing.")
    return None


def why_not_say_words(*, words: str) -> str | None:
    """Return what is wrong with the words of a comment, or None when they can be placed."""
    if not words.strip():
        return _("Write something first.")
    if len(words) > LONGEST_COMMENT:
        return _("That is more than 2000 characters. Make it shorter, or say it in two parts.")
    return None


def why_not_so_much(*, by: Person, at: datetime) -> str | None:
    """Return why this person should wait before the next comment, or None when they need not."""
    if written_since(by, at - timedelta(hours=1)) >= MOST_PER_HOUR:
        return _("You said a lot in one hour. Take a break, and go on later.")
    return None


def why_not_same(*, comment: Comment, idea: Idea, by: Person) -> str | None:
    """Return why this cannot be the comment that was meant, or None when it is: placed here, by this person."""
    if (comment.idea_id, comment.by_id) == (idea.pk, by.pk):
        return None
    return _("Something is wrong with this form. Open the page again.")


def why_not_read_comment(*, comment: Comment, by: Person) -> str | None:
    """Return why this person does not read a comment, or None when it is not held back from them."""
    if is_held_back(comment, to=by):
        return _("A manager holds this back until the makers are known.")
    return None


def why_not_answer_comment(*, comment: Comment, idea: Idea, by: Person) -> str | None:
    """Return why this person cannot answer a comment, or None when they can."""
    if comment.idea_id != idea.pk:
        return _("This comment belongs to another idea.")
    if comment.state != CommentState.SHOWN:
        return _("This comment is not there any more.")
    return why_not_read_comment(comment=comment, by=by)


def why_not_edit(*, comment: Comment, by: Person, at: datetime) -> str | None:
    """Return why this person may not change a comment, or None when they may."""
    if why_not := why_not_remove(comment=comment, by=by):
        return why_not
    if at >= comment.written_at + EDIT_WINDOW:
        return _("You can change a comment for 15 minutes. After that you can only remove it.")
    return why_not_talk(idea=comment.idea, by=by)


def why_not_remove(*, comment: Comment, by: Person) -> str | None:
    """Return why this person may not remove a comment, or None when they may; also when the talk is closed."""
    if comment.by_id != by.pk:
        return _("Somebody else wrote this.")
    if comment.state == CommentState.REMOVED:
        return _("This comment is not there any more.")
    if comment.state != CommentState.SHOWN:
        return _("A manager took this comment off; what becomes of it is decided first.")
    return None
