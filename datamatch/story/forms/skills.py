"""The file of skills that an organisation adds to the list."""

from pathlib import Path

from django.utils.text import slugify
from django.utils.translation import gettext as _

from datamatch.foundation.tables.reading import read_table
from datamatch.story.enums import SKILL_COLUMNS, SKILL_REQUIRED, SkillLine


def read_skills(path: Path) -> list[SkillLine]:
    """Return the skills of a file.

    :raises FaultyFiles: with every fault of the file, by row and column
    """
    table = read_table(path, columns=SKILL_COLUMNS, required=SKILL_REQUIRED)
    lines = []
    for row, cells in table.rows:
        word = cells["skill"]
        if not word:
            table.fault(row, "skill", _("This cell is empty. It must be filled in."))
        elif not slugify(word):
            words = _("“%(word)s” holds no letter or digit. Write it in words.")
            table.fault(row, "skill", words % {"word": word[:40]})
        dutch, group = cells.get("nl") or word, cells.get("group") or "own"
        lines.append(SkillLine(slugify(word)[:60], dutch[:80], (cells.get("en") or dutch)[:80], group[:40]))
    table.refuse_faults()
    return lines
