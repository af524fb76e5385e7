"""The shape of what managers note beside the minutes of the screening."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from datamatch.screening import rules


class MinutesForm(forms.Form):
    """When people met, who was present, and what should be remembered."""

    met_on = forms.DateField(
        label=_("When was the shortlist chosen?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    present = forms.CharField(
        label=_("Who was present?"),
        help_text=_("One name on a line, with the role when that helps."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=1000,
        required=False,
    )
    remarks = forms.CharField(
        label=_("What should be remembered?"),
        help_text=_("Reasons for single ideas stand with their decisions already."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=3000,
        required=False,
    )

    def clean_met_on(self) -> date | None:
        """Return the day. :raises ValidationError: it is still to come"""
        met_on: date | None = self.cleaned_data["met_on"]
        if why_not := rules.why_not_meet_on(met_on=met_on, at=timezone.now()):
            raise forms.ValidationError(why_not)
        return met_on
