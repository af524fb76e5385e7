"""Writing an idea."""

from datetime import datetime
from typing import Any

from django.db import transaction

from datamatch.editions.models import Edition, Theme
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.actions.findable import keep_findable
from datamatch.ideas.actions.versions import keep_version
from datamatch.ideas.models import Idea
from datamatch.people.models import Person

WORDS = ("title", "demand", "data", "result", "theme", "language")


@transaction.atomic
def start_idea(
    *,
    edition: Edition,
    by: Person,
    at: datetime,
    title: str,
    demand: str,
    data: str = "",
    result: str = "",
    theme: Theme | None = None,
    language: str = "nl",
) -> Idea:
    """Keep a new idea as a draft that only its maker sees.

    :raises Refused: the call is not open
    """
    refuse_if(rules.why_not_start(edition=edition, by=by, at=at))
    idea = Idea.objects.create(
        edition=edition, submitter=by, made_at=at, changed_at=at,
        title=title, demand=demand, data=data, result=result, theme=theme, language=language,
    )  # fmt: skip
    trail.record("idea.start", of=idea, by=by, at=at)
    return idea


@transaction.atomic
def change_idea(*, idea: Idea, by: Person, at: datetime, **words: Any) -> Idea:
    """Keep other words for an idea: any of title, demand, data, result, theme and language.

    A sent idea stays readable for others: it is refused when a word that others need is taken out.

    :raises Refused: not the author's, withdrawn, the call is closed, or no longer complete
    :raises TypeError: a word that an idea does not have
    """
    if unknown := set(words) - set(WORDS):
        raise TypeError(f"an idea has no {sorted(unknown)}")
    refuse_if(rules.why_not_change(idea=idea, by=by))
    changed = [name for name in WORDS if name in words and getattr(idea, name) != words[name]]
    for name in changed:
        setattr(idea, name, words[name])
    if idea.number is not None:
        refuse_if(rules.why_not_complete(idea))
    idea.changed_at = at
    idea.save(update_fields=[*changed, "changed_at"])
    if idea.number is not None:
        keep_version(idea=idea, by=by, at=at)
    keep_findable(idea, at=at)
    trail.record("idea.change", of=idea, by=by, at=at, changed=changed)
    return idea
