"""What screeners say of each other's reviews: by whom is told to nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.db.models import Count, Exists, F, OuterRef, Prefetch, QuerySet, Subquery

from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening.enums import UNGUESSED, AssignmentState, Finding, Stance
from datamatch.screening.models import Assignment, Opinion, Review
from datamatch.screening.queries.assignments import counting_reviews, reviews_of
from datamatch.screening.queries.reading import reviews_by_others
from datamatch.screening.queries.ties import ties_in


def counting_opinions() -> QuerySet[Opinion]:
    """Return what was said of reviews that count, by people whose own review of the idea counts."""
    own = Assignment.objects.filter(
        idea=OuterRef("review__assignment__idea"), screener=OuterRef("by"), state=AssignmentState.DONE
    )
    return Opinion.objects.filter(Exists(own), review__assignment__state=AssignmentState.DONE)


def opinion_of(person: Person, review: Review) -> Opinion | None:
    """Return what this person said of a review."""
    return Opinion.objects.filter(review=review, by=person).select_related("review").first()


def own_assignment(idea: Idea, person: Person) -> Assignment | None:
    """Return the review of this idea that was asked of this person."""
    mine = Assignment.objects.filter(idea=idea, screener=person).exclude(state=AssignmentState.PROPOSED)
    return mine.select_related("idea__edition").first()


def others_with_mine(assignment: Assignment) -> QuerySet[Review]:
    """Return what others gave the idea, each with what this screener said of it as `mine`."""
    said = Opinion.objects.filter(by=assignment.screener_id).select_related("review")
    return reviews_by_others(assignment).prefetch_related(Prefetch("opinions", queryset=said, to_attr="mine"))


def fellows_count(assignment: Assignment) -> int:
    """Return how many others gave a review of the idea, and so could say something of this one."""
    return reviews_by_others(assignment).count()


@dataclass(frozen=True)
class Voice:
    """What was said of one review, together: what was found of its words, how many agree, why others do not."""

    findings: tuple[Finding, ...] = ()
    agrees: int = 0
    reasons: tuple[str, ...] = ()

    @classmethod
    def of(cls, opinions: Iterable[Opinion]) -> Self:
        """Return several opinions as one voice, in which nobody is told apart."""
        opinions = list(opinions)
        found = {finding for opinion in opinions for finding in opinion.found}
        return cls(
            findings=tuple(finding for finding in Finding if finding in found),
            agrees=sum(opinion.stance == Stance.AGREE for opinion in opinions),
            reasons=tuple(opinion.reason for opinion in opinions if opinion.stance == Stance.DISAGREE),
        )

    def __bool__(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.findings or self.agrees or self.reasons)

    @property
    def asks_care(self) -> bool:
        """Tell whether somebody should look at the words before they go to the makers."""
        return any(finding.asks_care for finding in self.findings)


@dataclass(frozen=True)
class Heard:
    """The words of one review for the makers, what is said of it now, and what was said before it was changed."""

    remark: str
    now: Voice = Voice()
    before: Voice = Voice()

    @classmethod
    def of(cls, review: Review, opinions: Iterable[Opinion]) -> Self:
        """Return what these opinions say of a review."""
        opinions = list(opinions)
        now = Voice.of(one for one in opinions if not one.is_behind)
        return cls(review.remark, now, Voice.of(one for one in opinions if one.is_behind))


def heard_of(review: Review) -> Heard:
    """Return what colleagues say of one review."""
    return Heard.of(review, counting_opinions().filter(review=review).select_related("review"))


def heard_on(idea: Idea, *, to: Person | None) -> list[Heard]:
    """Return the words of every review of an idea with what colleagues say of it; `to` nobody leaves that out.

    A reader who gave one of the reviews reads of it what its giver may read: nothing, when one knows who said it.
    """
    said = counting_opinions().select_related("review")
    reviews = list(reviews_of(idea).select_related("assignment").prefetch_related(Prefetch("opinions", queryset=said)))
    guessed = len(reviews) <= UNGUESSED
    heard = []
    for review in reviews:
        silent = to is None or (guessed and review.assignment.screener_id == to.pk)
        heard.append(Heard.of(review, () if silent else review.opinions.all()))
    return [one for one in heard if one.remark or one.now or one.before]


def heard_in(person: Person, edition: Edition) -> set[int]:
    """Return the row numbers of the assignments of this screener of whose review they read what colleagues say."""
    read = Assignment.objects.filter(idea=OuterRef("review__assignment__idea"), state=AssignmentState.DONE).order_by()
    readers = Subquery(read.values("idea").annotate(count=Count("pk")).values("count"))
    own = {"review__assignment__screener": person, "review__assignment__idea__edition": edition}
    said = counting_opinions().filter(**own).annotate(readers=readers).filter(readers__gt=UNGUESSED)
    return set(said.values_list("review__assignment", flat=True))


def ideas_with_words_to_mend(edition: Edition, *, to: Person) -> set[int]:
    """Return the row numbers of the ideas of which colleagues found words that ask for care, as they stand now.

    Not of a review that the reader gave, and not of ideas to which they are tied.
    """
    reviews = counting_reviews(edition).order_by()
    said = counting_opinions().filter(review__in=reviews, said_at__gte=F("review__given_at"))
    rows = said.exclude(review__assignment__screener=to).values_list("review__assignment__idea", "findings")
    found = {idea for idea, findings in rows if any(Finding(finding).asks_care for finding in findings)}
    ideas = list(Idea.objects.filter(pk__in=found))
    if not ideas:
        return set()
    ties = ties_in(ideas)
    return {idea.pk for idea in ideas if ties.between(idea, to) is None}
