"""The shape of a verdict and of an appointment."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from datamatch.people.models import Person
from datamatch.safeguards.enums import Verdict
from datamatch.safeguards.models import Safeguard
from datamatch.safeguards.rules import why_not_say

HINTS = {
    Verdict.GO: _("The work can go on."),
    Verdict.GO_IF: _("The work can go on once a condition is met."),
    Verdict.NO_GO: _("The work cannot go on like this. Say below why."),
}


class SettleForm(forms.Form):
    """A verdict with what it rests on."""

    verdict = forms.ChoiceField(
        choices=[choice for choice in Verdict.choices if choice[0] != Verdict.OPEN],
        widget=forms.RadioSelect,
        label=_("What is your verdict?"),
    )
    evidence = forms.CharField(
        max_length=2000,
        label=_("What does it rest on?"),
        help_text=_("Name the documents, assessments or talks. For no go: the reason, so that the team can learn."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    condition = forms.CharField(
        required=False,
        max_length=1000,
        label=_("Which condition?"),
        help_text=_("Only for go if: what has to be done, by whom."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    expires_on = forms.DateField(
        required=False,
        label=_("Until when does it hold?"),
        help_text=_("After this day the verdict has to be given again."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["verdict"].choice_hints = {key.value: hint for key, hint in HINTS.items()}  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the condition of a conditional go."""
        given: dict[str, Any] = self.cleaned_data
        said = {name: given.get(name, "") for name in ("verdict", "evidence", "condition")}
        if not self.errors and (reason := why_not_say(**said)):
            self.add_error("condition", reason)
        return given


def verdict_of(safeguard: Safeguard) -> dict[str, Any]:
    """Return what was said before, as the form shows it."""
    said = {name: getattr(safeguard, name) for name in ("evidence", "condition", "expires_on")}
    return said | ({"verdict": safeguard.verdict} if safeguard.verdict != Verdict.OPEN else {})


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among people, each with discipline and unit, because names alone do not tell who fits."""

    def label_from_instance(self, person: Person) -> str:
        """Return the name with discipline and, where a manager may read it, the unit."""
        profile = person.profile
        unit = profile.unit_for_managers
        told = [profile.discipline_name, unit.short if unit else ""]
        return f"{person.name} ({', '.join(filter(None, told))})"


class OwnerForm(forms.Form):
    """Who settles a safeguard, among the people whose discipline fits."""

    owner = PersonField(
        queryset=Person.objects.none(), to_field_name="public_id", empty_label=_("Choose somebody"), label=_("Owner")
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]
