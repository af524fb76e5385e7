"""What is wrong with a file: where, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Fault:
    """One fault in one cell; rows count from 1 as in a spreadsheet, and 0 is no row but an option of the command.

    `sheet` is empty where a file has one sheet, or where it does not matter which.
    """

    file: str
    row: int
    column: str
    text: str
    sheet: str = ""

    def __str__(self) -> str:
        """Return the fault as a line to print."""
        file = _("%(file)s, sheet “%(sheet)s”") % {"file": self.file, "sheet": self.sheet} if self.sheet else self.file
        place = {"file": file, "row": self.row, "column": self.column, "text": self.text}
        if not self.row:
            return f"{self.file}: {self.text}"
        if self.column:
            return _("%(file)s, row %(row)s, column “%(column)s”: %(text)s") % place
        return _("%(file)s, row %(row)s: %(text)s") % place


class FaultyFiles(ValueError):
    """Files that cannot be used as they are, with every fault found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults, in the order of the files."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)
