"""Adding files to an idea, and taking them off."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.files import Fit
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.models import Attachment, Idea
from datamatch.people.models import Person


@transaction.atomic
def attach_file(*, idea: Idea, file: Fit, about: str, by: Person, at: datetime) -> Attachment:
    """Keep a file with an idea. When this fails half-way, the file is not left behind.

    :raises Refused: not an author's deed, withdrawn, the call is closed, or five files are there already
    """
    hold(idea)
    refuse_if(rules.why_not_attach(idea=idea, by=by))
    attachment = Attachment(idea=idea, name=file.name, about=about, kind=file.kind, size=file.size)
    attachment.added_by, attachment.added_at = by, at
    attachment.file.save(file.name, file.content, save=False)
    try:
        with transaction.atomic():
            attachment.save()
            trail.record("attachment.add", of=idea, by=by, at=at, kind=str(file.kind), size=file.size)
    except BaseException:
        attachment.file.delete(save=False)
        raise
    return attachment


@transaction.atomic
def detach_file(*, attachment: Attachment, by: Person, at: datetime) -> None:
    """Take a file off an idea; it goes from the disk too, once this is certain, unless a merged idea holds it as well.

    :raises Refused: not an author's deed, withdrawn, or the call is closed
    """
    idea = hold(Idea.objects.get(pk=attachment.idea_id))
    refuse_if(rules.why_not_detach(idea=idea, by=by))
    trail.record("attachment.remove", of=idea, by=by, at=at, attachment=str(attachment.public_id))
    forget_file(attachment)
    attachment.delete()


def forget_file(attachment: Attachment) -> None:
    """Let a file go from the disk once its row is gone for certain and no other idea holds it."""
    storage, place = attachment.file.storage, str(attachment.file.name)

    def forget() -> None:
        if not Attachment.objects.filter(file=place).exists():
            storage.delete(place)

    transaction.on_commit(forget)
