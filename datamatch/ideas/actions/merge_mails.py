"""The mails around merging; they name ideas, and never who wrote them."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.addresses import whole_address
from datamatch.ideas import queries
from datamatch.ideas.actions.telling import tell
from datamatch.ideas.enums import IdeaState, MergeState
from datamatch.ideas.models import Idea, Merge
from datamatch.people.models import Person


def words_of(merge: Merge) -> dict[str, object]:
    """Return what every mail says: the new title, the originals, and where to answer."""
    titles = "\n".join(f"- {idea.number}. {idea.title}" for idea in queries.originals_of(merge))
    url = whole_address(merge.get_absolute_url())
    return {"title": str(merge), "ideas": titles, "url": url, "reason": merge.reason or why_it_ended(merge)}


def why_it_ended(merge: Merge) -> str | Promise:
    """Return why a merge ended that nobody gave a reason for, in the language of who will read it."""
    gone = any(idea.state != IdeaState.SENT for idea in queries.originals_of(merge))
    return _("One of the ideas does not take part any more.") if gone else "-"


def ask_submitter(merge: Merge, idea: Idea, *, at: datetime) -> None:
    """Ask a submitter whether their idea becomes one with others."""
    subject = _("Do your idea and others become one? %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "Somebody proposes to make one new idea, \"%(title)s\", of these:\n%(ideas)s\n\n"
        "Nothing happens without your yes. Read the proposal and say yes or no:\n%(url)s\n"
    )  # fmt: skip
    key = f"merge.ask:{merge.public_id}:{idea.submitter.public_id}"
    tell(to=idea.submitter, key=key, subject=subject, body=body, words=words_of(merge), at=at)


def ask_for_energy(merge: Merge, person: Person, *, at: datetime) -> None:
    """Ask somebody who gave an original energy whether it goes along."""
    subject = _("Does your energy go along? %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "You gave energy to an idea that became part of a new one, \"%(title)s\". It was made of:\n%(ideas)s\n\n"
        "Does your energy go along to the new idea? Without your yes it stays where it is:\n%(url)s\n"
    )  # fmt: skip
    key = f"merge.energy:{merge.public_id}:{person.public_id}"
    tell(to=person, key=key, subject=subject, body=body, words=words_of(merge), at=at)


def tell_done(merge: Merge, *, at: datetime) -> None:
    """Tell the submitters that the new idea is there."""
    subject = _("The new idea is there: %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "Everybody said yes. The new idea \"%(title)s\" takes part instead of:\n%(ideas)s\n\n"
        "You are one of its authors. The originals stay readable. "
        "You can undo this for 14 days, as long as the call is open:\n%(url)s\n"
    )  # fmt: skip
    for person in submitters(merge):
        key = f"merge.done:{merge.public_id}:{person.public_id}"
        tell(to=person, key=key, subject=subject, body=body, words=words_of(merge), at=at)


def tell_ended(merge: Merge, *, by: Person, at: datetime) -> None:
    """Tell the submitters, and who proposed it, that the ideas take part as they are; not who did this."""
    undone = merge.state == MergeState.UNDONE
    subject = _("The merge is undone: %(title)s") if undone else _("Your ideas stay apart: %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "These ideas do not become \"%(title)s\". They take part as they are, with the energy they have:\n"
        "%(ideas)s\n\n"
        "The reason: %(reason)s\n%(url)s\n"
    )  # fmt: skip
    readers = {person.pk: person for person in [*submitters(merge), merge.proposed_by] if person and person != by}
    for person in readers.values():
        key = f"merge.{merge.state}:{merge.public_id}:{person.public_id}"
        tell(to=person, key=key, subject=subject, body=body, words=words_of(merge), at=at)


def submitters(merge: Merge) -> list[Person]:
    """Return the submitters of the originals, each once."""
    return list({idea.submitter_id: idea.submitter for idea in queries.originals_of(merge)}.values())
