"""The shape of a canvas: three sections in plain questions, and rows of roles."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.canvas.enums import Need
from datamatch.canvas.models import Canvas, RoleNeed
from datamatch.canvas.rules import why_not_need
from datamatch.people.enums import disciplines

SPARE_ROWS = 2
MOST_ROWS = 20


def long_answer(label: Any, *, at_most: int, help_text: Any = "", rows: int = 4) -> forms.CharField:
    """Return a field for an answer of some lines that may stay empty for now."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(required=False, max_length=at_most, label=label, help_text=help_text, widget=area)


class CanvasForm(forms.Form):
    """Demand, feasibility and result; nothing is required, because a canvas grows."""

    demand = long_answer(
        _("Which decision or task gets better?"),
        at_most=3000,
        help_text=_("How does it go now, and what does that cost in time, money or quality?"),
    )
    owner_of_demand = forms.CharField(
        required=False,
        max_length=120,
        label=_("Who wants to use the result?"),
        help_text=_("A directorate, team or role that can say yes to it."),
    )
    feasibility = long_answer(
        _("What makes it work within the weeks you have?"),
        at_most=3000,
        help_text=_("What is known to be difficult, and what do you leave out for now?"),
    )
    sources = long_answer(
        _("Which data, and who manages it?"),
        at_most=2000,
        help_text=_("One source per line. Say so when you are not sure of access."),
    )
    weeks = forms.IntegerField(min_value=1, max_value=26, initial=13, label=_("How long does it take?"))
    euros = forms.IntegerField(
        min_value=0,
        max_value=10_000_000,
        initial=0,
        label=_("What does it cost besides people?"),
        help_text=_("Licences, data, hired work. Zero is fine."),
    )
    result = long_answer(
        _("What is there at the end that somebody can use or judge?"),
        at_most=3000,
        help_text=_("This is what you show at the DataDag."),
    )
    measure = long_answer(
        _("How do you see that it works?"),
        at_most=1000,
        help_text=_("A number or a sign, and what it is today."),
        rows=3,
    )


class NeedForm(forms.Form):
    """One row of the roles; a row without a role is left out."""

    role = forms.ChoiceField(required=False, label=_("Role"))
    hours_per_week = forms.IntegerField(required=False, min_value=1, max_value=40, initial=4, label=_("Hours per week"))
    must = forms.TypedChoiceField(
        required=False,
        coerce=lambda value: value == "must",
        choices=[("must", _("Must")), ("should", _("Should"))],
        initial="must",
        label=_("How needed?"),
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        known = [(discipline.id, discipline.name) for discipline in disciplines().values()]
        self.fields["role"].choices = [("", _("No role")), *known]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for hours where a role is chosen."""
        given: dict[str, Any] = self.cleaned_data
        if given.get("role") and not given.get("hours_per_week") and "hours_per_week" not in self.errors:
            self.add_error("hours_per_week", _("Say how many hours a week."))
        return given


class RowsOfNeeds(forms.BaseFormSet):  # type: ignore[type-arg]
    """The roles together: each is named once."""

    def clean(self) -> None:
        """Refuse a list that the room itself would refuse."""
        if any(self.errors):
            return
        if reason := why_not_need(self.needs()):
            raise forms.ValidationError(reason)

    def needs(self) -> list[Need]:
        """Return the roles that were filled in."""
        rows = [form.cleaned_data for form in self.forms]
        return [Need(row["role"], row["hours_per_week"], bool(row["must"])) for row in rows if row.get("role")]


NeedRows = forms.formset_factory(
    NeedForm, formset=RowsOfNeeds, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
)


def answers_of(canvas: Canvas) -> dict[str, Any]:
    """Return the answers on a canvas as the form shows them."""
    return {name: getattr(canvas, name) for name in CanvasForm.base_fields}


def rows_of(needs: Sequence[RoleNeed | Need]) -> list[dict[str, Any]]:
    """Return roles as rows of the form, with some empty rows below them."""
    rows = [
        {"role": need.role, "hours_per_week": need.hours_per_week, "must": "must" if need.must else "should"}
        for need in needs
    ]
    return (rows + [{} for _row in range(SPARE_ROWS)])[:MOST_ROWS]


def rows_typed(posted: Mapping[str, str], *, prefix: str) -> list[dict[str, Any]]:
    """Return the rows as they were typed, with one more below them."""
    sent = posted.get(f"{prefix}-TOTAL_FORMS", "")
    total = min(int(sent) if sent.isascii() and sent.isdigit() else 0, MOST_ROWS - 1)
    names = list(NeedForm.base_fields)
    return [{name: posted.get(f"{prefix}-{row}-{name}", "") for name in names} for row in range(total)] + [{}]
