"""A file of reviews that a screener brings back: everything wrong in it is told by sheet, row and column."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from datamatch.editions.models import Criterion, Edition
from datamatch.foundation.tables import Fault, Table, Upload, read_table
from datamatch.people.models import Person
from datamatch.screening import queries, rules
from datamatch.screening.enums import Confidence
from datamatch.screening.models import Assignment
from datamatch.screening.queries import REVIEWS, YES

LONGEST, LONGEST_REASON = 2000, 300
NUMBER = re.compile(r"\s*(\d+)\s*(?:\.|$)")


class ReviewFileForm(forms.Form):
    """The file; `lines` holds its reviews when all of it is right, `faults` what is not."""

    file = forms.FileField(
        label=gettext_lazy("The file with your reviews"),
        help_text=gettext_lazy("The Excel file (.xlsx) that you took along here."),
        error_messages={"required": gettext_lazy("Choose a file first.")},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def __init__(self, *args: Any, edition: Edition, screener: Person, **given: Any) -> None:
        super().__init__(*args, **given)
        self.edition, self.screener = edition, screener
        self.lines: list[dict[str, Any]] = []
        self.faults: list[Fault] = []

    def clean(self) -> dict[str, Any]:
        """Return the file, once every line of it is read."""
        given = super().clean() or {}
        if file := given.get("file"):
            self.read(Upload(file.name, file.read()))
            if self.faults:
                self.add_error("file", _("Nothing was changed. Mend what stands below and choose the file again."))
            elif not self.lines:
                self.add_error("file", _("No review in this file differs from what is here already."))
        return given

    def read(self, upload: Upload) -> None:
        """Keep the lines that say something new, or everything that is wrong."""
        criteria = list(self.edition.criteria.all())
        needed = ["code", "stamp", *map(queries.slug_column, criteria)]
        columns = queries.columns_in(criteria)
        table = read_table(upload, columns=columns, required=needed, texts=("remark", "note"), sheets=REVIEWS)
        mine = {str(one.public_id): one for one in queries.offline_assignments(self.screener, self.edition)}
        seen: set[str] = set()
        for row, cells in table.rows:
            assignment = mine.get(cells["code"])
            if assignment is None or cells["code"] in seen:
                twice = _("This idea stands in the file twice. Remove one of the rows.")
                strange = _("This row belongs to no review that is asked of you now. Remove it.")
                table.fault(row, "code", twice if assignment else strange)
                continue
            seen.add(cells["code"])
            reader = LineReader(table, row, cells, criteria, assignment, self.screener)
            if (line := reader.line()) is not None:
                self.lines.append(line)
        self.faults = sorted(table.faults, key=lambda fault: fault.row)


@dataclass(frozen=True)
class LineReader:
    """Reads one row; notes what is wrong in it."""

    table: Table
    row: int
    cells: dict[str, str]
    criteria: list[Criterion]
    assignment: Assignment
    screener: Person

    def line(self) -> dict[str, Any] | None:
        """Return what the row says; None when it says nothing, nothing new, or something is wrong."""
        before = len(self.table.faults)
        given = [one for one in self.criteria if self.cells[queries.slug_column(one)]]
        wants_back = self.said("back") or self.said("reason")
        if not given and not wants_back and not any(map(self.said, ("confidence", "remark", "note"))):
            return None
        said = {"code": self.cells["code"], "stamp": self.cells["stamp"], "row": self.row}
        said |= self.handed_back(given) if wants_back else self.review()
        if len(self.table.faults) > before or self.is_as_it_was(said):
            return None
        rule = rules.why_not_step_back if wants_back else rules.why_not_review
        if why_not := rule(assignment=self.assignment, by=self.screener):
            self.table.fault(self.row, "", why_not)
        return said

    def said(self, name: str) -> str:
        """Return what stands in a column that may be lacking."""
        return self.cells.get(name, "")

    def handed_back(self, given: list[Criterion]) -> dict[str, Any]:
        """Return why the idea is handed back; a reason is needed, and scores beside it are a fault."""
        if self.said("back") and self.said("back").casefold() not in {word.casefold() for word in YES}:
            self.table.fault(self.row, "back", _("Choose yes, or leave it empty."))
        if not self.said("back"):
            self.table.fault(self.row, "back", _("You say why you step back. Choose yes here too."))
        if not self.said("reason"):
            self.table.fault(self.row, "reason", _("Say why you step back; only the programme manager reads this."))
        if given and not hasattr(self.assignment, "review"):
            self.table.fault(self.row, "back", _("You step back and give scores too. Choose one of both."))
        if len(self.said("reason")) > LONGEST_REASON:
            self.too_long("reason", LONGEST_REASON)
        return {"reason": self.said("reason")}

    def review(self) -> dict[str, Any]:
        """Return the scores and the words of a review."""
        scores = {one.slug: self.score(one) for one in self.criteria}
        if why_not := rules.why_not_remark(remark=self.said("remark"), by=self.screener):
            self.table.fault(self.row, "remark", why_not)
        for name in ("remark", "note"):
            if len(self.said(name)) > LONGEST:
                self.too_long(name, LONGEST)
        words = {"remark": self.said("remark"), "note": self.said("note")}
        return {"reason": "", "scores": scores, "confidence": self.confidence(), **words}

    def score(self, criterion: Criterion) -> int:
        """Return the number that was chosen for a criterion; 0 after noting that there is none."""
        column = queries.slug_column(criterion)
        labels = [[label.casefold() for label in labels] for labels in (criterion.anchors_nl, criterion.anchors_en)]
        number = number_in(self.cells[column], criterion.top, labels)
        if not number and not self.cells[column]:
            self.table.fault(self.row, column, _("Choose what fits best for this criterion."))
        elif not number:
            told = _("“%(words)s” is not on this scale. Choose 1 to %(top)s.")
            self.table.fault(self.row, column, told % {"words": self.cells[column][:60], "top": criterion.top})
        return number

    def confidence(self) -> int:
        """Return how well the screener knows the subject; the middle when nothing is said."""
        if not self.said("confidence"):
            return Confidence.MEDIUM.value
        number = number_in(
            self.said("confidence"), len(Confidence), [[str(one.label).casefold() for one in Confidence]]
        )
        if not number:
            self.table.fault(self.row, "confidence", _("Choose 1, 2 or 3, or leave it empty."))
        return number

    def too_long(self, name: str, most: int) -> None:
        """Note that there are too many words."""
        self.table.fault(self.row, name, _("This is longer than %(most)s characters. Shorten it.") % {"most": most})

    def is_as_it_was(self, said: dict[str, Any]) -> bool:
        """Tell whether the review on the site says the same already."""
        review = getattr(self.assignment, "review", None)
        if review is None or said["reason"]:
            return False
        scores = {score.criterion.slug: score.value for score in review.scores.all()}
        here = (scores, review.confidence, review.remark, self.assignment.note)
        return here == (said["scores"], said["confidence"], said["remark"], said["note"])


def number_in(words: str, top: int, labels: list[list[str]]) -> int:
    """Return the number that a cell begins with, or whose label it holds; 0 when it is neither."""
    if (found := NUMBER.match(words)) and 1 <= int(found.group(1)[:9]) <= top:
        return int(found.group(1))
    return next((one.index(words.casefold()) + 1 for one in labels if words.casefold() in one), 0)
