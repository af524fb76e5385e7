"""Shape of what the manager tells about the day."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.datadag.enums import SessionKind
from datamatch.projects.models import Project


class PlanForm(forms.Form):
    """When and where, and for how many."""

    held_on = forms.DateField(
        label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    starts_at = forms.TimeField(
        label=_("From what time?"),
        help_text=_("The parts follow each other from here."),
        initial=time(13, 0),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = forms.CharField(label=_("Where?"), max_length=160)
    capacity = forms.IntegerField(
        label=_("How many seats?"), help_text=_("Who comes after that waits in line."), min_value=1, initial=150
    )


class SessionForm(forms.Form):
    """One more part of the programme."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=SessionKind.choices, initial=SessionKind.WORKSHOP)
    title = forms.CharField(label=_("Title"), max_length=160)
    room = forms.CharField(label=_("Room"), max_length=80, required=False)
    minutes = forms.IntegerField(label=_("How long?"), min_value=5, max_value=480, initial=30)
    project = forms.ModelChoiceField(
        label=_("Of which project?"),
        help_text=_("Only for a result."),
        queryset=Project.objects.none(),
        to_field_name="public_id",
        required=False,
        empty_label=_("No project"),
    )

    def __init__(self, *args: Any, projects: Any, **kwargs: Any) -> None:
        """Offer the projects that are not on stage yet."""
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]
