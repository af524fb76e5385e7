"""The file in which a screener gives reviews away from the site, and what became of them on the site meanwhile."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from datamatch.editions.models import Criterion, Edition
from datamatch.foundation.bilingual import in_language
from datamatch.foundation.tables import Sheet
from datamatch.ideas.queries import answers_shown
from datamatch.people.models import Person
from datamatch.screening.enums import AssignmentState, Confidence
from datamatch.screening.models import Assignment, Review, ReviewFile
from datamatch.screening.queries.assignments import assignments_of
from datamatch.screening.queries.earlier import before_of

# The columns that are not a criterion, as they are called in a file, in Dutch and in English.
COLUMNS = {
    "idea": ("Idee", "Idea"),
    "confidence": ("Hoe goed ken je dit onderwerp?", "How well do you know this subject?"),
    "remark": ("Voor de makers", "For the makers"),
    "note": ("Voor jezelf", "For yourself"),
    "back": ("Terugtreden", "Step back"),
    "reason": ("Waarom je terugtreedt", "Why you step back"),
    "code": ("Code, niet wijzigen", "Code, do not change"),
    "stamp": ("Stand, niet wijzigen", "State, do not change"),
}
REVIEWS = ("Beoordelingen", "Reviews")
YES = ("Ja", "Yes")
WIDE, WIDEST = 34, 60


def offline_assignments(person: Person, edition: Edition) -> list[Assignment]:
    """Return what this screener may give or change, with the review so far, in the order of their own queue."""
    mine = assignments_of(person, edition).exclude(state=AssignmentState.ABSTAINED)
    return list(
        mine.select_related(
            "idea__theme", "idea__edition", "idea__earlier__edition", "review", "draft"
        ).prefetch_related("review__scores__criterion")
    )


def stamp_of(assignment: Assignment) -> str:
    """Return what tells whether a review was given, changed or begun on the site since a file left."""
    moments = [
        given.given_at if isinstance(given, Review) else given.kept_at
        for given in (getattr(assignment, "review", None), getattr(assignment, "draft", None))
        if given is not None
    ]
    latest: datetime | None = max(moments, default=None)
    return latest.isoformat() if latest else ""


def offline_sheets(person: Person, edition: Edition) -> list[Sheet]:
    """Return what stands in the file: the reviews to fill in, the ideas to read, and what the numbers mean."""
    assignments, criteria = offline_assignments(person, edition), list(edition.criteria.all())
    return [reviews_sheet(assignments, criteria), ideas_sheet(assignments, person), anchors_sheet(criteria)]


def reviews_sheet(assignments: Sequence[Assignment], criteria: Sequence[Criterion]) -> Sheet:
    """Return the sheet that is filled in: a row per idea, a column per criterion."""
    first, after = 1, 1 + len(criteria)
    names = list(COLUMNS)
    header = [in_language(*COLUMNS["idea"]), *map(column_of, criteria), *(in_language(*COLUMNS[n]) for n in names[1:])]
    choices: dict[int, Sequence[str]] = {first + i: anchors_of(one) for i, one in enumerate(criteria)}
    choices |= {after: [f"{one.value}. {one.label}" for one in Confidence], after + 3: [in_language(*YES)]}
    widths = {0: WIDE, after: WIDE, after + 1: WIDEST, after + 2: WIDE, after + 4: WIDE}
    return Sheet(
        in_language(*REVIEWS),
        header,
        [row_of(one, criteria) for one in assignments],
        widths=widths | {first + i: WIDE for i in range(len(criteria))},
        choices=choices,
        hidden=(after + 5, after + 6),
    )


def row_of(assignment: Assignment, criteria: Sequence[Criterion]) -> list[object]:
    """Return the row of one review: empty, or as it was given."""
    review: Review | None = getattr(assignment, "review", None)
    given = {score.criterion_id: score.value for score in review.scores.all()} if review else {}
    chosen = [anchors_of(one)[given[one.pk] - 1] if one.pk in given else "" for one in criteria]
    sure = f"{review.confidence}. {Confidence(review.confidence).label}" if review else ""
    words = [sure, review.remark if review else "", assignment.note, "", ""]
    return [assignment.idea.title, *chosen, *words, str(assignment.public_id), stamp_of(assignment)]


def column_of(criterion: Criterion) -> str:
    """Return how the column of a criterion is called; the number keeps it apart from every other column."""
    return f"{criterion.position + 1}. {criterion}"


def columns_in(criteria: Iterable[Criterion]) -> dict[str, str]:
    """Return every name a column may have in a file, in small letters, with what it is called here."""
    known = {word.lower(): name for name, words in COLUMNS.items() for word in words}
    for one in criteria:
        known |= {f"{one.position + 1}. {word}".lower(): slug_column(one) for word in (one.name_nl, one.name_en)}
    return known


def slug_column(criterion: Criterion) -> str:
    """Return what the column of a criterion is called here."""
    return f"criterion-{criterion.slug}"


def anchors_of(criterion: Criterion) -> list[str]:
    """Return what can be chosen for a criterion."""
    return [f"{number}. {words}" for number, words in criterion.anchors]


def ideas_sheet(assignments: Sequence[Assignment], person: Person) -> Sheet:
    """Return the sheet with the ideas, as far as this screener reads them; nobody's name is in it."""
    parts = [_("Theme"), _("Demand"), _("Data"), _("Result"), _("What they know already"), _("Sent before")]
    rows = []
    for one in assignments:
        idea, before = one.idea, before_of(one.idea)
        known = "\n".join(f"{answer.question}: {answer.words}" for answer in answers_shown(idea, to=person))
        told = before.told if before else ""
        rows.append([idea.title, str(idea.theme or ""), idea.demand, idea.data, idea.result, known, told])
    return Sheet(
        _("Ideas"),
        [in_language(*COLUMNS["idea"]), *parts],
        rows,
        widths={0: WIDE, 1: 18} | dict.fromkeys(range(2, 7), WIDEST),
    )


def anchors_sheet(criteria: Sequence[Criterion]) -> Sheet:
    """Return the sheet that says what the numbers of each criterion mean."""
    rows = [[str(one), one.question, words] for one in criteria for words in anchors_of(one)]
    return Sheet(_("Criteria"), [_("Criterion"), _("Question"), _("Anchor")], rows, widths={0: 24, 1: WIDE, 2: WIDEST})


@dataclass(frozen=True)
class OfflineLine:
    """One review out of a file beside what stands on the site now."""

    assignment: Assignment
    said: Mapping[str, Any]

    @property
    def is_back(self) -> bool:
        """Tell whether the screener hands this idea back."""
        return bool(self.said["reason"])

    @property
    def stamp(self) -> str:
        """Return the state of the review on the site now."""
        return stamp_of(self.assignment)

    @property
    def clashes(self) -> bool:
        """Tell whether the review was given, changed or begun on the site after the file left."""
        return self.stamp != str(self.said["stamp"])

    @property
    def key(self) -> str:
        """Return what somebody ticks who wants the file here: it holds for the review as they saw it."""
        return f"{self.assignment.public_id} {self.stamp}"

    @property
    def scores(self) -> list[tuple[Criterion, int, int | None]]:
        """Return per criterion what the file says and what stands on the site; None where nothing does."""
        review: Review | None = getattr(self.assignment, "review", None)
        here = {score.criterion_id: score.value for score in review.scores.all()} if review else {}
        criteria = self.assignment.idea.edition.criteria.all()
        return [(one, self.said["scores"][one.slug], here.get(one.pk)) for one in criteria if not self.is_back]


def offline_lines(file: ReviewFile) -> list[OfflineLine]:
    """Return what a file says, without what was handed back or taken away meanwhile, clashes first."""
    mine = {one.public_id: one for one in offline_assignments(file.person, file.edition)}
    found = [OfflineLine(mine[UUID(said["code"])], said) for said in file.lines if UUID(said["code"]) in mine]
    return sorted(found, key=lambda line: not line.clashes)


def review_file_of(person: Person, edition: Edition) -> ReviewFile | None:
    """Return the file of this screener that waits for a yes."""
    return ReviewFile.objects.filter(person=person, edition=edition).select_related("edition", "person").first()
