"""What of ideas and energy goes with a closed account, and what stays."""

from datetime import datetime

from datamatch.foundation.privacy import Leaver
from datamatch.ideas.actions.discarding import delete_draft
from datamatch.ideas.enums import EnergyKind, IdeaState, JoinAnswer
from datamatch.ideas.models import Ask, CoAuthor, Complaint, Energy, Follow, Idea, IdeaFile, MailWish, SavedView


def forget_author(leaver: Leaver, at: datetime) -> None:
    """Keep what was sent and said; drafts go to a co-author who said yes, or go.

    Energy counts on without its words. An offer to join that nobody answered goes: there is nobody left to join.
    """
    for draft in Idea.objects.select_for_update().filter(submitter=leaver.person, state=IdeaState.DRAFT):
        _pass_on(draft)
    for draft in Idea.objects.filter(submitter=leaver.person, state=IdeaState.DISCARDED):
        delete_draft(draft)
    CoAuthor.objects.filter(idea__state=IdeaState.DRAFT, person=leaver.person).delete()
    CoAuthor.objects.filter(person__isnull=True, email__in=leaver.words).delete()
    given = Energy.objects.filter(person=leaver.person)
    given.filter(kind=EnergyKind.JOIN, request__answer__in=[JoinAnswer.WAITING, JoinAnswer.LATER]).delete()
    given.update(why="")
    for wishes in (Ask, Follow, MailWish, SavedView, IdeaFile):
        wishes.objects.filter(person=leaver.person).delete()


def forget_talker(leaver: Leaver, at: datetime) -> None:
    """Keep what was said, as others answered it; what they told with a complaint goes."""
    Complaint.objects.filter(by=leaver.person).update(words="")


def _pass_on(draft: Idea) -> None:
    """Give a draft to the co-author who said yes first; without one nobody can read it any more, and it goes."""
    heir = draft.coauthors.here().filter(accepted_at__isnull=False).order_by("accepted_at").first()
    if heir is None or heir.person is None:
        delete_draft(draft)
        return
    draft.submitter = heir.person
    heir.delete()
    draft.save(update_fields=["submitter"])
