"""What of ideas and energy goes with a closed account, and what stays."""

from datetime import datetime

from datamatch.foundation.privacy import Leaver
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import CoAuthor, Energy, Idea


def forget_author(leaver: Leaver, at: datetime) -> None:
    """Keep what was sent; drafts go to a co-author who said yes, or go; energy keeps its kind and loses its words."""
    for draft in Idea.objects.select_for_update().filter(submitter=leaver.person, state=IdeaState.DRAFT):
        _pass_on(draft)
    CoAuthor.objects.filter(idea__state=IdeaState.DRAFT, person=leaver.person).delete()
    CoAuthor.objects.filter(person__isnull=True, email__in=leaver.words).delete()
    Energy.objects.filter(person=leaver.person).update(why="")


def _pass_on(draft: Idea) -> None:
    """Give a draft to the co-author who said yes first; without one nobody can read it any more, and it goes."""
    heir = draft.coauthors.here().filter(accepted_at__isnull=False).order_by("accepted_at").first()
    if heir is None or heir.person is None:
        draft.delete()
        return
    draft.submitter = heir.person
    heir.delete()
    draft.save(update_fields=["submitter"])
