"""What an idea said before, and what changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from datamatch.editions.models import Edition, Question
from datamatch.editions.queries import questions_of
from datamatch.ideas.models import Idea, Version
from datamatch.ideas.queries.answers import answers_of, audiences_of
from datamatch.people.enums import Language

WORDS: dict[str, str | Promise] = {
    "title": gettext_lazy("Title"),
    "theme": gettext_lazy("Theme"),
    "demand": gettext_lazy("What it solves"),
    "data": gettext_lazy("Which data can help"),
    "result": gettext_lazy("What is there after three months"),
    "language": gettext_lazy("Language"),
}


def words_now(idea: Idea) -> dict[str, str]:
    """Return the words of an idea as plain text, ready to be kept as a version."""
    theme = idea.theme.slug if idea.theme else ""
    return {
        "title": idea.title,
        "theme": theme,
        "demand": idea.demand,
        "data": idea.data,
        "result": idea.result,
        "language": str(idea.language),
    }


def is_now(version: Version, *, words: Mapping[str, str], answers: Mapping[str, str]) -> bool:
    """Tell whether a version says what an idea with these words and answers says."""
    return version.words == words and version.answers in (None, answers)


def says_now(version: Version, idea: Idea) -> bool:
    """Tell whether a version says what its idea says by now."""
    return is_now(version, words=words_now(idea), answers=answers_of(idea))


def questions_told(idea: Idea, *, to: Any) -> list[Question]:
    """Return the questions of the call whose answers this reader may know, in the order of the form."""
    readable = audiences_of(to, idea)
    return [question for question in questions_of(idea.edition) if question.shown_to in readable]


def versions_of(idea: Idea) -> QuerySet[Version]:
    """Return what an idea said, the newest first, with who wrote it."""
    return Version.objects.filter(idea=idea).select_related("by").order_by("-number")


@dataclass(frozen=True)
class Changed:
    """One word of an idea that differs between two versions."""

    label: str
    before: str
    after: str


def theme_names(edition: Edition) -> dict[str, str]:
    """Return the themes of an edition by slug, named in the reader's language."""
    return {theme.slug: str(theme) for theme in edition.themes.all()}


def changes_between(
    *, before: Version | None, after: Version, themes: Mapping[str, str], questions: Sequence[Question] = ()
) -> list[Changed]:
    """Return what changed from one version to the next, in the order of the idea; everything without one before.

    Of the answers only those to these questions, and none where one of the two was kept before answers were.
    """
    old, new = readable(before.words if before else {}, themes), readable(after.words, themes)
    words = [
        Changed(str(label), old.get(name, ""), new.get(name, ""))
        for name, label in WORDS.items()
        if old.get(name, "") != new.get(name, "")
    ]
    said, says = (before.answers if before else {}), after.answers
    if said is None or says is None:
        return words
    told = ((question, said.get(question.slug, ""), says.get(question.slug, "")) for question in questions)
    return words + [Changed(str(one), one.words_of(was), one.words_of(now)) for one, was, now in told if was != now]


def readable(words: dict[str, str], themes: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a version with its theme and language by name instead of by code."""
    if not words:
        return {}
    theme = words.get("theme", "")
    named = {
        "theme": themes.get(theme, _("a theme that is gone") if theme else ""),
        "language": str(dict(Language.choices).get(words.get("language", ""), "")),
    }
    return words | named
