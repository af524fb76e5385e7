"""A file of ideas that a manager brings: everything wrong in it is told by row and column."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from datamatch.editions.models import Edition
from datamatch.foundation.tables import Fault, FaultyFiles, Upload
from datamatch.ideas.forms.idea_lines import IdeaLine, read_ideas
from datamatch.people.models import Person


class IdeaFileForm(forms.Form):
    """The file; `lines` holds its ideas when all of it is right, `faults` what is not."""

    file = forms.FileField(
        label=gettext_lazy("File with ideas"),
        help_text=gettext_lazy("CSV or Excel (.xlsx), with at least the columns title, demand and submitter."),
        error_messages={"required": gettext_lazy("Choose a file first.")},
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def __init__(self, *args: Any, edition: Edition, **given: Any) -> None:
        super().__init__(*args, **given)
        self.edition = edition
        self.lines: list[dict[str, Any]] = []
        self.faults: tuple[Fault, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Return the file, once every line of it is read."""
        given = super().clean() or {}
        if file := given.get("file"):
            try:
                read = read_ideas(Upload(file.name, file.read()))
            except FaultyFiles as faulty:
                self.faults = faulty.faults
            else:
                self.faults = tuple(self._strangers(file.name, read))
                self.lines = [] if self.faults else [self._line(line) for line in read]
            if self.faults:
                self.add_error("file", _("Nothing was changed. Mend what stands below and choose the file again."))
        return given

    def _strangers(self, name: str, read: list[IdeaLine]) -> list[Fault]:
        """Return a fault for each submitter who has no profile, and for each theme that the call does not have."""
        known = set(
            Person.objects.filter(is_active=True, email__in={line.submitter for line in read}).values_list(
                "email", flat=True
            )
        )
        themes = self._themes()
        faults = []
        for line in read:
            if line.submitter not in known:
                words = _("Nobody with the address “%(address)s” has a profile here. Ask them to register first.")
                faults.append(Fault(name, line.row, "submitter", words % {"address": line.submitter[:80]}))
            if themes and slugify(line.theme) not in themes:
                words = _("The call has no theme “%(theme)s”. Choose one of: %(themes)s.")
                known_themes = ", ".join(sorted(set(themes.values())))
                faults.append(
                    Fault(name, line.row, "theme", words % {"theme": line.theme[:60], "themes": known_themes})
                )
        return faults

    def _themes(self) -> dict[str, str]:
        """Return under every name of a theme its slug."""
        names: dict[str, str] = {}
        for theme in self.edition.themes.all():
            names |= {slugify(name): theme.slug for name in (theme.slug, theme.name_nl, theme.name_en)}
        return names

    def _line(self, line: IdeaLine) -> dict[str, Any]:
        """Return what is kept of a line until the yes."""
        theme = self._themes().get(slugify(line.theme), "")
        return {
            "row": line.row, "title": line.title, "demand": line.demand, "data": line.data, "result": line.result,
            "submitter": line.submitter, "theme": theme, "language": line.language,
        }  # fmt: skip
