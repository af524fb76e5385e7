"""Shape of what is typed about teams."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from datamatch.people.enums import disciplines
from datamatch.teams.models import Member, Team


class AnswerForm(forms.Form):
    """A yes or a no, with words when somebody wants to add them."""

    answer = forms.ChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))])
    words = forms.CharField(label=_("Want to add something?"), max_length=300, required=False)

    @property
    def yes(self) -> bool:
        """Tell whether the answer is yes."""
        return bool(self.cleaned_data["answer"] == "yes")


class AddForm(forms.Form):
    """Whom to ask for a team, in which role, for how many hours."""

    email = forms.EmailField(label=_("Mail address"), help_text=_("Of somebody who has a profile."))
    role = forms.ChoiceField(label=_("Role"))
    hours_per_week = forms.IntegerField(label=_("Time"), min_value=1, max_value=40, initial=4)

    def __init__(self, *args: object, team: Team, **kwargs: object) -> None:
        """Offer the roles, those that the idea needs first."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.team = team
        self.fields["role"].choices = [(d.id, d.name) for d in disciplines().values()]  # type: ignore[attr-defined]


class LeaveOutForm(forms.Form):
    """Whether somebody is left out of one team for good or of all for now, and why."""

    how = forms.ChoiceField(
        label=_("Leave out of what?"),
        widget=forms.RadioSelect,
        choices=[("never", _("Never in this team")), ("now", _("In no team of this edition for now"))],
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Only managers read this. Who asks what is kept about them gets it too: write it as you would say it."
        ),
    )

    @property
    def never(self) -> bool:
        """Tell whether it is about this team, for good."""
        return bool(self.cleaned_data["how"] == "never")


class RenewForm(forms.Form):
    """Until which day somebody stays."""

    until_on = forms.DateField(
        label=_("Your new last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class StopForm(forms.Form):
    """On which day somebody stops."""

    last_on = forms.DateField(
        label=_("Your last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class ChangeForm(forms.Form):
    """Another role or other hours for a member."""

    role = forms.ChoiceField(label=_("Role"))
    hours_per_week = forms.IntegerField(label=_("Time"), min_value=1, max_value=40)

    def __init__(self, given: QueryDict | None = None, *, member: Member) -> None:
        """Offer every role, with what the member does now filled in."""
        super().__init__(given, initial={"role": member.role, "hours_per_week": member.hours_per_week})
        known = [(d.id, d.name) for d in disciplines().values()]
        extra = [] if member.role in disciplines() else [(member.role, member.role_name)]
        self.fields["role"].choices = extra + known  # type: ignore[attr-defined]


class HandOverForm(forms.Form):
    """Who is asked to take over a seat."""

    email = forms.EmailField(label=_("Mail address"), help_text=_("Of somebody who has a profile."))
