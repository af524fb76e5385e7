"""What tells in the words of an idea who made it, and what a copy without that would say."""

from django.db.models import QuerySet

from datamatch.editions.models import Edition
from datamatch.ideas.models import Attachment, Idea, Redaction
from datamatch.ideas.queries.alone import blacked_out
from datamatch.ideas.queries.ideas import authors_of, sees_authors
from datamatch.people.models import Person

FIELDS = ("title", "demand", "data", "result")
SHORTEST = 3


def redaction_of(idea: Idea) -> Redaction | None:
    """Return the redacted copy of an idea, or None where it says its own words."""
    return Redaction.objects.select_related("by").filter(idea=idea).first()


def redactions_in(edition: Edition) -> QuerySet[Redaction]:
    """Return the redacted copies of an edition, with their ideas."""
    return Redaction.objects.filter(idea__edition=edition).select_related("idea__edition")


def telling_words(idea: Idea) -> list[str]:
    """Return the words that tell who made an idea, longest first: names and addresses of its makers, and its unit."""
    words = {idea.unit_name}
    for unit in (idea.unit, idea.for_unit):
        words |= {unit.name, unit.abbreviation} if unit else set()
    for maker in authors_of(idea):
        words |= {maker.name, maker.email, *maker.name.split()}
    return sorted((word for word in words if len(word) >= SHORTEST), key=lambda word: (-len(word), word))


def suggested_copy(idea: Idea) -> dict[str, str]:
    """Return for each field what the copy would say without the words that tell who made the idea."""
    words = telling_words(idea)
    return {field: blacked_out(getattr(idea, field), words) for field in FIELDS}


def original_of(idea: Idea, redaction: Redaction | None) -> dict[str, str]:
    """Return for each field what the makers wrote."""
    kept = redaction.original if redaction else {}
    return {field: kept.get(field, getattr(idea, field)) for field in FIELDS}


def attachments_shown(idea: Idea, *, to: Person) -> QuerySet[Attachment]:
    """Return the files with an idea that this reader may open: none that tells who made it before they may know."""
    files = Attachment.objects.filter(idea=idea)
    return files if sees_authors(idea, to) else files.filter(held_back=False)
