"""The shape of trying an idea again."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Edition


class AgainForm(forms.Form):
    """In which call, and what changed since the last time."""

    edition = forms.ChoiceField(widget=forms.RadioSelect, label=_("In which call?"))
    what_changed = forms.CharField(
        max_length=500,
        label=_("What is different now?"),
        help_text=_("For instance: somebody wants to use it, the data are there, it became smaller."),
        error_messages={"required": _("Tell in a few words what is different now.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, calls: QuerySet[Edition], **given: Any) -> None:
        """Ask for the call only when there is a choice."""
        super().__init__(*args, **given)
        choices = [(call.slug, call.name) for call in calls]
        self.fields["edition"].choices = choices  # type: ignore[attr-defined]
        self.fields["edition"].initial = choices[0][0] if choices else None
        if len(choices) == 1:
            self.fields["edition"].widget = forms.HiddenInput()
