"""The shape of an extension."""

from datetime import time

from django import forms
from django.utils.translation import gettext_lazy as _


class ExtendForm(forms.Form):
    """Until when the call is open now, and why."""

    closes_on = forms.DateField(
        label=_("The call closes on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    closes_time = forms.TimeField(
        label=_("Closing hour"), initial=time(17), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    reason = forms.CharField(
        max_length=300,
        label=_("Why?"),
        help_text=_("Everybody reads it beside the new moment."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
