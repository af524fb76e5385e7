"""Taking in ideas from a file: read first, looked at, then taken in whole or not at all."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.origin import coming_from
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.actions.sending import send_idea
from datamatch.ideas.actions.writing import start_idea
from datamatch.ideas.models import Idea, IdeaFile
from datamatch.ideas.rules import desk as rules
from datamatch.people.models import Person


@transaction.atomic
def keep_file(*, edition: Edition, by: Person, name: str, lines: Sequence[dict[str, Any]], at: datetime) -> IdeaFile:
    """Keep the ideas of a file that was read without a fault, until its bringer says yes; an earlier file gives way.

    :raises Refused: not a manager, or the call is not open
    """
    refuse_if(rules.why_not_import(edition=edition, by=by))
    IdeaFile.objects.filter(edition=edition, person=by, taken_at__isnull=True).delete()
    file = IdeaFile.objects.create(edition=edition, person=by, name=name[:200], lines=list(lines), read_at=at)
    trail.record("ideas.file", of=edition, by=by, at=at, ideas=len(lines))
    return file


@transaction.atomic
def take_file(*, file: IdeaFile, by: Person, at: datetime) -> list[Idea]:
    """Send every idea of a file in the name of its submitter, who gets the usual receipt; all of them, or none.

    The row is held, so that a second press finds the ideas taken in already.

    :raises Refused: not your file, too late, taken in already, or the call has closed meanwhile
    """
    file = IdeaFile.objects.select_for_update().select_related("edition").get(pk=file.pk)
    refuse_if(rules.why_not_take_file(file=file, by=by, at=at))
    people = {
        person.email: person for person in Person.objects.filter(email__in={line["submitter"] for line in file.lines})
    }
    themes = {theme.slug: theme for theme in file.edition.themes.all()}
    with coming_from("file"):
        taken = [
            _send(file.edition, line, submitter=people[line["submitter"]], theme=themes.get(line["theme"]), at=at)
            for line in file.lines
        ]
    file.taken_at, file.lines = at, []  # the words live on in the ideas
    file.save(update_fields=["taken_at", "lines"])
    trail.record("ideas.import", of=file.edition, by=by, at=at, ideas=len(taken))
    return taken


def _send(edition: Edition, line: dict[str, Any], *, submitter: Person, theme: Any, at: datetime) -> Idea:
    words = {name: line[name] for name in ("title", "demand", "data", "result", "language")}
    idea = start_idea(edition=edition, by=submitter, at=at, theme=theme, **words)
    return send_idea(idea=idea, by=submitter, at=at)
