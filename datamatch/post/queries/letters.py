"""Letters: of which round, to whom, and who still waits."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.foundation.models import Mail
from datamatch.ideas.models import CoAuthor, Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.people.models import Person
from datamatch.post.models import Letter
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.queries import chosen_ideas, publication_of, shortlisted_ideas


def ideas_of_round(edition: Edition, round: str) -> QuerySet[Idea]:
    """Return the ideas whose makers get a letter: every idea after screening, the pitched ones after the verdict."""
    return sent_ideas(edition) if round == Round.SHORTLIST else shortlisted_ideas(edition)


def current_round(edition: Edition) -> Round:
    """Return the round people look at now: the verdict once the pitching has begun."""
    return Round.VERDICT if edition.has_come(Stage.PITCHING) else Round.SHORTLIST


def letters_in(edition: Edition, round: str) -> QuerySet[Letter]:
    """Return the letters of a round: yes first, then reserve, then no, each by number of the idea."""
    written = Letter.objects.filter(decision__round=round, decision__idea__in=ideas_of_round(edition, round))
    # The words happen to sort as wanted: yes, reserve, no is descending order.
    return written.select_related("decision__idea", "to").order_by(
        "-decision__outcome", "decision__reserve_place", "decision__idea__number", "pk"
    )


def letters_to(person: Person) -> QuerySet[Letter]:
    """Return the letters a person received, newest first."""
    received = Letter.objects.filter(to=person, sent_at__isnull=False)
    return received.select_related("decision__idea__edition").order_by("-sent_at", "-pk")


def letters_of(idea: Idea) -> QuerySet[Letter]:
    """Return the letters about one idea, first to last."""
    return Letter.objects.filter(decision__idea=idea).select_related("decision").order_by("written_at", "pk")


def outdated_letters(edition: Edition, round: str) -> QuerySet[Letter]:
    """Return the letters that wait and say something else than what was decided after they were written."""
    last_worded = Coalesce("edited_at", "written_at")
    waiting = letters_in(edition, round).filter(sent_at__isnull=True)
    older = Q(decision__decided_at__gt=F("last_worded"))
    planned = publication_of(edition, round)
    if planned is not None:
        older |= Q(decision__outcome=Outcome.YES, last_worded__lt=planned.planned_at)
    return waiting.annotate(last_worded=last_worded).filter(older)


def authors_in(ideas: QuerySet[Idea]) -> dict[int, set[int]]:
    """Return per idea (row number) who writes it: the submitter and the co-authors who said yes."""
    authors = {idea: {submitter} for idea, submitter in ideas.values_list("pk", "submitter_id")}
    accepted = CoAuthor.objects.filter(idea__in=ideas, accepted_at__isnull=False)
    for idea, person in accepted.values_list("idea_id", "person_id"):
        authors[idea].add(person)
    return authors


@dataclass(frozen=True)
class Coverage:
    """How many ideas have a letter for each of their makers: written, and sent."""

    ideas: int
    written: int
    sent: int

    @property
    def complete(self) -> bool:
        """Tell whether nobody waits any more."""
        return self.sent == self.ideas


def coverage_of(edition: Edition, round: str) -> Coverage:
    """Return how many ideas of a round are covered."""
    ideas = ideas_of_round(edition, round)
    written: dict[int, set[int]] = defaultdict(set)
    sent: dict[int, set[int]] = defaultdict(set)
    letters = letters_in(edition, round).order_by()
    for idea, person, sent_at in letters.values_list("decision__idea_id", "to_id", "sent_at"):
        written[idea].add(person)
        if sent_at is not None:
            sent[idea].add(person)
    authors = authors_in(ideas)
    return Coverage(
        ideas=len(authors),
        written=sum(people <= written[idea] for idea, people in authors.items()),
        sent=sum(people <= sent[idea] for idea, people in authors.items()),
    )


def contradicted_ideas(edition: Edition) -> QuerySet[Idea]:
    """Return the ideas about which two rounds disagree: chosen by the jury without being on the shortlist."""
    return chosen_ideas(edition).exclude(pk__in=shortlisted_ideas(edition).values("pk"))


def mails() -> QuerySet[Mail]:
    """Return everything in the outbox, newest first."""
    return Mail.objects.order_by("-pk")
