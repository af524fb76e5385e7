"""Writing an idea: its words, and its answers to the questions of the call."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition, Theme
from datamatch.foundation import trail
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.answering import keep_answers
from datamatch.ideas.actions.findable import keep_findable
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.versions import keep_version
from datamatch.ideas.enums import WORDS
from datamatch.ideas.models import Idea
from datamatch.people.models import Person

ANSWER = "answer-"
# A draft is kept every few seconds; the trail has a line for each sitting, which a pause ends, and so does a day.
PAUSE, DAY = timedelta(minutes=30), timedelta(hours=12)


class Overtaken(Refused):
    """Something else was written in the meantime; `names` tells where, the idea says what."""

    def __init__(self, names: list[str]) -> None:
        """Keep where it was."""
        super().__init__(_("In the meantime something else was written here. Look at both, and choose."))
        self.names = names


@transaction.atomic
def start_idea(
    *,
    edition: Edition,
    by: Person,
    at: datetime,
    title: str,
    demand: str = "",
    data: str = "",
    result: str = "",
    theme: Theme | None = None,
    language: str = "nl",
    answers: Mapping[str, str] | None = None,
    draft: UUID | None = None,
) -> Idea:
    """Keep a new idea as a draft that only its maker sees; the same `draft` begins it once, however often it is asked.

    :raises Refused: the call is not open, or another began with the same identity
    """
    refuse_if(rules.why_not_start(edition=edition, by=by, at=at))
    words = {"title": title, "demand": demand, "data": data, "result": result, "theme": theme, "language": language}
    made = {"edition": edition, "submitter": by, "made_at": at, "changed_at": at, **words}
    idea, is_new = make_idea(draft, made)
    if not is_new:
        refuse_if(rules.why_not_change(idea=idea, by=by))
    else:
        trail.record("idea.start", of=idea, by=by, at=at)
        keep_answers(idea, answers or {})
    return idea


def make_idea(draft: UUID | None, made: dict[str, Any]) -> tuple[Idea, bool]:
    """Return a new idea, or the one that was begun with this identity before, and whether it is new."""
    if draft is None:
        return Idea.objects.create(**made), True
    return Idea.objects.get_or_create(public_id=draft, defaults=made)


@transaction.atomic
def change_idea(
    *,
    idea: Idea,
    by: Person,
    at: datetime,
    answers: Mapping[str, str] | None = None,
    based_on: int | None = None,
    **words: Any,
) -> Idea:
    """Keep other words for an idea (title, demand, data, result, theme, language) and other answers, by slug.

    A sent idea stays readable for others: it is refused when a word that others need is taken out. `based_on` is the
    version the writer started from: what somebody else changed after it is not overwritten.

    :raises Refused: not the author's, withdrawn, the call is closed, or no longer complete
    :raises Overtaken: these words changed in the meantime
    :raises TypeError: a word that an idea does not have
    """
    if unknown := set(words) - set(WORDS):
        raise TypeError(f"an idea has no {sorted(unknown)}")
    hold(idea)
    refuse_if(rules.why_not_change(idea=idea, by=by))
    said = queries.answers_of(idea) if answers else {}
    answered = {slug: text for slug, text in (answers or {}).items() if said.get(slug, "") != text}
    written = [name for name in WORDS if name in words and getattr(idea, name) != words[name]]
    changed = [*written, *(f"{ANSWER}{slug}" for slug in answered)]
    if names := rules.overtaken(idea, changed, based_on=based_on):
        raise Overtaken(names)
    if changed:
        is_told = idea.number is None and is_same_sitting(idea, by=by, at=at)
        keep_words(idea, {name: words[name] for name in written}, changed=changed, at=at)
        keep_answers(idea, answered)
        if idea.number is not None:
            refuse_if(rules.why_not_complete(idea))
            keep_version(idea=idea, by=by, at=at)
        keep_findable(idea, at=at)
        if not is_told:
            trail.record("idea.change", of=idea, by=by, at=at, changed=changed)
    return idea


def is_same_sitting(idea: Idea, *, by: Person, at: datetime) -> bool:
    """Tell whether the trail knows already that this person is writing this draft now."""
    return at - idea.changed_at < PAUSE and trail.has_line(of=idea, by=by, since=at - DAY)


def keep_words(idea: Idea, words: Mapping[str, Any], *, changed: list[str], at: datetime) -> None:
    """Write the words down as the next version, and in which version each of the changed ones changed."""
    for name, word in words.items():
        setattr(idea, name, word)
    idea.version, idea.changed_at = idea.version + 1, at
    idea.word_versions = {**idea.word_versions, **dict.fromkeys(changed, idea.version)}
    idea.save(update_fields=[*words, "version", "word_versions", "changed_at"])
