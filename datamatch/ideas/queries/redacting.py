"""What tells in the words of an idea who made it, and what a copy without that would say."""

from django.db.models import QuerySet

from datamatch.editions.enums import AnswerKind, Audience
from datamatch.editions.models import Edition
from datamatch.ideas.models import Attachment, Idea, IdeaAnswer, Redaction
from datamatch.ideas.queries.alone import blacked_out, found_in
from datamatch.ideas.queries.answers import answers_for
from datamatch.ideas.queries.attachments import attachments_of
from datamatch.ideas.queries.ideas import sees_authors
from datamatch.ideas.queries.telling import telling
from datamatch.people.models import Person

FIELDS = ("title", "demand", "data", "result", "what_changed")
ANSWER = "answer-"
NO_MANAGERS = frozenset(set(Audience.values) - {Audience.MANAGERS})


def redaction_of(idea: Idea) -> Redaction | None:
    """Return the redacted copy of an idea, or None where it says its own words."""
    return Redaction.objects.select_related("by").filter(idea=idea).first()


def redactions_in(edition: Edition) -> QuerySet[Redaction]:
    """Return the redacted copies of an edition, with their ideas."""
    return Redaction.objects.filter(idea__edition=edition).select_related("idea__edition")


def copied_answers(idea: Idea) -> list[IdeaAnswer]:
    """Return the answers in free words that somebody may read who may not know the makers, in the order of the form."""
    return [row for row in answers_for(idea, NO_MANAGERS) if row.question.kind == AnswerKind.TEXT]


def said_by(idea: Idea) -> dict[str, str]:
    """Return what a copy of the idea covers, as it stands there now: its words and its answers, by name of the field.

    What is different from an earlier try is one of them where there was one.
    """
    fields = FIELDS if idea.earlier_id else FIELDS[:-1]
    words = {field: str(getattr(idea, field)) for field in fields}
    return words | {f"{ANSWER}{row.question.slug}": row.answer for row in copied_answers(idea)}


def suggested_copy(idea: Idea) -> dict[str, str]:
    """Return for each part what the copy would say without the words that tell who made the idea."""
    tells = telling(idea)
    return {name: blacked_out(text, tells) for name, text in said_by(idea).items()}


def original_of(idea: Idea, redaction: Redaction | None) -> dict[str, str]:
    """Return for each part what the makers wrote."""
    kept = redaction.original if redaction else {}
    return {name: kept.get(name, text) for name, text in said_by(idea).items()}


def words_that_tell(idea: Idea, redaction: Redaction | None) -> list[str]:
    """Return the words in what the makers wrote, and in the names of their files, that tell who made the idea."""
    files = [f"{file.name} {file.about}" for file in attachments_of(idea)]
    return found_in("\n".join([*original_of(idea, redaction).values(), *files]), telling(idea))


def attachments_shown(idea: Idea, *, to: Person) -> QuerySet[Attachment]:
    """Return the files with an idea that this reader may open: none that tells who made it before they may know."""
    files = Attachment.objects.filter(idea=idea)
    return files if sees_authors(idea, to) else files.filter(held_back=False)
