"""Deeds of a manager with many ideas at once, and the views they keep."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition, Theme
from datamatch.foundation import mail, trail
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries
from datamatch.ideas.actions.versions import keep_version
from datamatch.ideas.actions.writing import keep_words
from datamatch.ideas.models import Idea, SavedView
from datamatch.ideas.rules import desk as rules
from datamatch.people.models import Person


@transaction.atomic
def keep_view(*, edition: Edition, by: Person, name: str, query: str, at: datetime) -> SavedView:
    """Keep a way to look at the desk under a name; the same name again replaces it.

    :raises Refused: not a manager, no name, or twenty views already
    """
    refuse_if(rules.why_not_keep_view(edition=edition, by=by, name=name))
    words = {"query": query[:500], "kept_at": at}
    view, _new = SavedView.objects.update_or_create(
        edition=edition, person=by, name=" ".join(name.split())[:60], defaults=words
    )
    trail.record("view.keep", of=edition, by=by, at=at)
    return view


@transaction.atomic
def forget_view(*, view: SavedView, by: Person, at: datetime) -> None:
    """Remove a view.

    :raises Refused: somebody else's
    """
    refuse_if(rules.why_not_forget_view(view=view, by=by))
    trail.record("view.forget", of=view.edition, by=by, at=at)
    view.delete()


@transaction.atomic
def change_theme(*, edition: Edition, ideas: Sequence[Idea], theme: Theme, by: Person, at: datetime) -> int:
    """Move ideas to another theme of the call and return how many had another one; each gets its own line in the trail.

    :raises Refused: not a manager, no ideas, another edition, or the call is closed
    """
    refuse_if(rules.why_not_change_theme(edition=edition, ideas=ideas, theme=theme, by=by))
    rows = Idea.objects.select_for_update().filter(pk__in=[idea.pk for idea in ideas]).order_by("pk")
    moved = [idea for idea in rows if idea.theme_id != theme.pk]
    for idea in moved:
        keep_words(idea, {"theme": theme}, changed=["theme"], at=at)
        keep_version(idea=idea, by=by, at=at)
        trail.record("idea.theme", of=idea, by=by, at=at, theme=theme.slug)
    return len(moved)


@transaction.atomic
def write_to_authors(*, edition: Edition, ideas: Sequence[Idea], text: str, by: Person, at: datetime) -> int:
    """Send one mail to each author of these ideas, in their own language around the manager's words; return how many.

    :raises Refused: not a manager, no ideas, or nothing written
    """
    refuse_if(rules.why_not_write(edition=edition, ideas=ideas, text=text, by=by))
    told: dict[Person, list[Idea]] = {}
    for idea in ideas:
        for author in queries.authors_of(idea):
            told.setdefault(author, []).append(idea)
    for author, theirs in told.items():
        queue_words(edition, theirs, to=author, text=text.strip(), by=by, at=at)
    trail.record("ideas.write", of=edition, by=by, at=at, ideas=len(ideas), people=len(told))
    return len(told)


def queue_words(edition: Edition, ideas: Sequence[Idea], *, to: Person, text: str, by: Person, at: datetime) -> None:
    """Queue the words of a manager for one author, about all of their ideas together."""
    with translation.override(to.language):
        subject = _("About your idea for %(edition)s") % {"edition": edition.name}
        listed = "\n".join(f"- {idea.title}\n  {whole_address(idea.get_absolute_url())}" for idea in ideas)
        words = {"name": to.name, "text": text, "ideas": listed, "manager": by.name}
        body = _("Hello %(name)s,\n\n%(text)s\n\nThis is about:\n%(ideas)s\n\n%(manager)s, programme manager\n") % words
    key = f"ideas.write:{edition.public_id}:{to.public_id}:{at.isoformat()}"
    mail.queue(key=key, to=to.email, subject=subject, body=body, language=to.language, at=at)
