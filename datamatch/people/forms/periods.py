"""Weeks that differ from the usual week, as rows of a form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.people.enums import Period
from datamatch.people.models import Availability
from datamatch.people.rules import LONGEST_WEEK, MOST_PERIODS, why_not_these_periods

SPARE_ROWS = 1


class DayInput(forms.DateInput):
    """A day, chosen in the way of the device."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PeriodForm(forms.Form):
    """One row; a row that is empty, or emptied, is left out."""

    from_on = forms.DateField(required=False, label=_("From"), widget=DayInput())
    until_on = forms.DateField(required=False, label=_("Until"), widget=DayInput())
    hours_per_week = forms.IntegerField(required=False, min_value=0, max_value=LONGEST_WEEK, label=_("Hours per week"))

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing in a row that was begun."""
        given: dict[str, Any] = self.cleaned_data
        told = {name: given.get(name) is not None or name in self.errors for name in self.fields}
        words = {
            "from_on": _("Say from which day."),
            "until_on": _("Say until which day."),
            "hours_per_week": _("Say how many hours a week; zero is fine too."),
        }
        for name in [name for name, is_told in told.items() if any(told.values()) and not is_told]:
            self.add_error(name, words[name])
        return given


class RowsOfPeriods(forms.BaseFormSet):  # type: ignore[type-arg]
    """The periods together: no day is in two of them."""

    def clean(self) -> None:
        """Refuse what the room itself would refuse."""
        if any(self.errors):
            return
        if reason := why_not_these_periods(self.periods()):
            raise forms.ValidationError(reason)

    def periods(self) -> list[Period]:
        """Return the periods that were filled in."""
        rows = [form.cleaned_data for form in self.forms]
        return [Period(row["from_on"], row["until_on"], row["hours_per_week"]) for row in rows if row.get("from_on")]


PeriodRows = forms.formset_factory(
    PeriodForm, formset=RowsOfPeriods, extra=0, max_num=MOST_PERIODS, absolute_max=MOST_PERIODS, validate_max=True
)


def rows_of(periods: Iterable[Availability]) -> list[dict[str, Any]]:
    """Return periods as rows of the form, with room for one more."""
    rows = [{name: getattr(period, name) for name in PeriodForm.base_fields} for period in periods]
    return (rows + [{} for _row in range(SPARE_ROWS)])[:MOST_PERIODS]
