"""Shape of a limit, and of who reads an idea."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.people.models import Person
from datamatch.screening.models import ReviewLimit


class LimitForm(forms.Form):
    """How many reviews a screener gives at most, or that they take no part any more."""

    most = forms.IntegerField(
        label=_("At most this many reviews"),
        help_text=_("Reviews that are given count too. Leave it empty for an equal share."),
        min_value=1,
        max_value=1000,
        required=False,
    )
    is_out = forms.BooleanField(
        label=_("Takes no part any more"),
        help_text=_("What is given stays. What is not given yet goes to others."),
        required=False,
    )

    def __init__(self, *args: Any, limit: ReviewLimit | None) -> None:
        """Begin with the limit as it is."""
        super().__init__(*args)
        self.initial = {"most": limit.most, "is_out": limit.is_out} if limit else {}


class ReaderForm(forms.Form):
    """Which screener."""

    screener = forms.ModelChoiceField(queryset=Person.objects.none(), to_field_name="public_id")

    def __init__(self, *args: Any, edition: Edition) -> None:
        """Offer the screeners of this edition."""
        super().__init__(*args)
        field = self.fields["screener"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - it is declared above
        field.queryset = appointed(edition, Duty.SCREENER)
