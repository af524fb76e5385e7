"""Following an idea, and saying what to be mailed about."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.models import Follow, Idea, MailWish
from datamatch.people.models import Person


@transaction.atomic
def follow_idea(*, idea: Idea, by: Person, wanted: bool, at: datetime) -> Follow:
    """Keep that this person follows the idea, or does not want to any more.

    :raises Refused: the idea is not theirs to see
    """
    refuse_if(rules.why_not_follow(idea=idea, by=by))
    said = {"wanted": wanted, "said_at": at}
    follow, _ = Follow.objects.update_or_create(idea=idea, person=by, defaults=said)
    trail.record("idea.follow" if wanted else "idea.unfollow", of=idea, by=by, at=at)
    return follow


@transaction.atomic
def wish_mail(*, by: Person, to_me: str, followed: str, at: datetime) -> MailWish:
    """Keep what this person wants to be mailed about, and how soon."""
    wish, _ = MailWish.objects.update_or_create(person=by, defaults={"to_me": to_me, "followed": followed})
    trail.record("mail.wish", of=by, by=by, at=at, to_me=str(to_me), followed=str(followed))
    return wish
