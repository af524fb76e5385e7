"""Shape of what people write about a project."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.projects import rules
from datamatch.projects.enums import Ending
from datamatch.projects.models import Project


class ReportForm(forms.Form):
    """Three lines and a number: a report takes two minutes."""

    week = forms.TypedChoiceField(label=_("Which weeks"), coerce=int)
    done = forms.CharField(label=_("What is done?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    next = forms.CharField(label=_("What comes next?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    blocked = forms.CharField(
        label=_("What is in the way?"),
        help_text=_("The programme manager reads this and helps."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    progress = forms.IntegerField(
        label=_("How far are you?"), help_text=_("Your own estimate of the whole."), min_value=0, max_value=100
    )

    def __init__(self, *args: Any, weeks: Sequence[int], **kwargs: Any) -> None:
        """Offer the weeks of which a report may be given."""
        super().__init__(*args, **kwargs)
        named = _("Weeks %(first)s and %(last)s")
        choices = [(week, named % {"first": week - 1, "last": week}) for week in weeks]
        self.fields["week"].choices = choices  # type: ignore[attr-defined]


class MilestoneForm(forms.Form):
    """What must be reached, and by when."""

    title = forms.CharField(label=_("What do you want to have reached?"), max_length=160)
    due_on = forms.DateField(label=_("By when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        """Keep the project, within whose weeks a milestone falls."""
        super().__init__(*args, **kwargs)
        self.project = project

    def clean_due_on(self) -> Any:
        """Refuse a day outside the project."""
        due_on = self.cleaned_data["due_on"]
        if reason := rules.why_not_due_on(project=self.project, due_on=due_on):
            raise forms.ValidationError(reason)
        return due_on


class FinishForm(forms.Form):
    """How it ended; what did not work is a result too."""

    ending = forms.ChoiceField(label=_("How did it end?"), choices=Ending.choices, widget=forms.RadioSelect)
    result = forms.CharField(
        label=_("What is there now?"),
        help_text=_("Start with what somebody can do now that could not be done before. Or what you know now."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    because = forms.CharField(
        label=_("Why did it (partly) not work?"),
        help_text=_("Needed when it did not work. Plain words: this saves the next team months."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        """Say with each ending what it means."""
        super().__init__(*args, **kwargs)
        self.project = project
        self.fields["ending"].choice_hints = {  # type: ignore[attr-defined]
            Ending.WORKED: _("The question is answered, or the product is used."),
            Ending.PARTLY: _("Some of it can be used; some of it cannot."),
            Ending.DID_NOT_WORK: _("It cannot be used. Say why below."),
        }

    def clean(self) -> dict[str, Any]:
        """Refuse an ending that does not say why."""
        given = super().clean() or self.cleaned_data
        ending, because = given.get("ending", ""), given.get("because", "")
        reason = rules.why_not_end_so(project=self.project, ending=ending, because=because)
        if reason:
            self.add_error("because", reason)
        return given
