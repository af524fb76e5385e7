"""Saying something about an idea, changing it for a quarter of an hour, and taking it away."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from datamatch.foundation import trail
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.public import new_public_id
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.mailing import write
from datamatch.ideas.actions.moderation import settle_complaints_on
from datamatch.ideas.enums import CommentState, ToMe
from datamatch.ideas.models import Comment, Idea, Mention
from datamatch.ideas.queries.mentions import seal
from datamatch.ideas.queries.saying import words_to
from datamatch.people.models import Person


@transaction.atomic
def comment_on(
    *, idea: Idea, by: Person, at: datetime, words: str, answers_to: Comment | None = None,
    mentioned: Sequence[Person] = (), public_id: UUID | None = None,
) -> Comment:  # fmt: skip
    """Place a comment, or an answer to one; an answer to an answer joins the same talk.

    With the same `public_id` it is placed once, however often the button is pressed.

    :raises Refused: not here, not now, not you, or no words
    """
    hold(idea)
    refuse_if(rules.why_not_talk(idea=idea, by=by))
    refuse_if(rules.why_not_say_words(words=words) or rules.why_not_so_much(by=by, at=at))
    if answers_to is not None:
        answers_to.refresh_from_db()
        refuse_if(rules.why_not_answer_comment(comment=answers_to, idea=idea, by=by))
    sealed, called = seal(words.strip(), [one for one in mentioned if rules.why_not_see(idea=idea, by=one) is None])
    said = {
        "idea": idea, "by": by, "as_author": queries.is_author(idea, by), "words": sealed, "written_at": at,
        "answers_to": answers_to, "thread_id": answers_to and (answers_to.thread_id or answers_to.pk),
    }  # fmt: skip
    comment, is_new = Comment.objects.get_or_create(public_id=public_id or new_public_id(), defaults=said)
    refuse_if(rules.why_not_same(comment=comment, idea=idea, by=by))
    if is_new:
        trail.record("comment.place", of=comment, by=by, at=at, idea=str(idea.public_id), answer=answers_to is not None)
        mention(comment, called)
        tell_who_is_meant(comment, called, at=at)
    return comment


@transaction.atomic
def edit_comment(
    *, comment: Comment, by: Person, at: datetime, words: str, mentioned: Sequence[Person] = ()
) -> Comment:
    """Keep other words for a comment; who is mentioned only now is told.

    :raises Refused: not yours, too late, or no words
    """
    hold(comment.idea)
    comment.refresh_from_db(fields=["state", "words"])
    refuse_if(rules.why_not_edit(comment=comment, by=by, at=at) or rules.why_not_say_words(words=words))
    may_see = [one for one in mentioned if rules.why_not_see(idea=comment.idea, by=one) is None]
    comment.words, called = seal(words.strip(), may_see)
    comment.edited_at = at
    comment.save(update_fields=["words", "edited_at"])
    comment.mentions.exclude(person__in=called).delete()
    mention(comment, called)
    trail.record("comment.edit", of=comment, by=by, at=at)
    tell_who_is_meant(comment, called, at=at)
    return comment


@transaction.atomic
def remove_comment(*, comment: Comment, by: Person, at: datetime) -> Comment:
    """Take the words of a comment away for good; its place stays where somebody answered.

    :raises Refused: not yours, or gone already
    """
    hold(comment.idea)
    comment.refresh_from_db(fields=["state"])
    refuse_if(rules.why_not_remove(comment=comment, by=by))
    comment.state, comment.words = CommentState.REMOVED, ""
    comment.save(update_fields=["state", "words"])
    comment.mentions.all().delete()
    trail.record("comment.remove", of=comment, by=by, at=at)
    settle_complaints_on(comment, at=at)
    return comment


def mention(comment: Comment, called: Sequence[Person]) -> None:
    """Keep who is mentioned, each once."""
    Mention.objects.bulk_create([Mention(comment=comment, person=one) for one in called], ignore_conflicts=True)


def tell_who_is_meant(comment: Comment, called: Sequence[Person], *, at: datetime) -> None:
    """Mail at once who is answered or mentioned, once per comment, when they want to be told at once."""
    answered = comment.answers_to.by if comment.answers_to else None
    for person in {*called, *([answered] if answered else [])} - {comment.by}:
        if not person.is_active or queries.mail_wish_of(person).to_me != ToMe.NOW:
            continue
        subject = _("%(who)s answered you: %(title)s") if person == answered else _("%(who)s mentions you: %(title)s")
        write(
            to=person, key=f"comment.tell:{comment.public_id}:{person.public_id}", idea=comment.idea, at=at,
            subject=subject, body=_("Hello %(to)s,\n\n%(who)s said:\n\n%(quoted)s\n\nAnswer here:\n%(here)s"),
            who=queries.shown_writer(comment, to=person), quoted=quoted(comment, called, to=person),
            here=address(comment),
        )  # fmt: skip


def quoted(comment: Comment, called: Sequence[Person], *, to: Person) -> str:
    """Return the words of a comment as a mail to this reader quotes them."""
    return "\n".join(f"> {line}" for line in words_to(comment, called, to=to).splitlines())


def address(comment: Comment) -> str:
    """Return the whole web address of a comment."""
    return whole_address(comment.get_absolute_url())
