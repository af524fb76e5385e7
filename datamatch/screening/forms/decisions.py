"""Shape of a decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.screening import rules
from datamatch.screening.enums import Outcome


class DecisionForm(forms.Form):
    """What is decided, why, and what moved people to depart from the ranking."""

    outcome = forms.ChoiceField(label=_("Decision"), choices=Outcome.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why, for the makers"),
        help_text=_("This stands in their letter. Name what was strong and what would help; no scores, no names."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=3000,
    )
    condition = forms.CharField(
        label=_("On one condition"),
        help_text=_("Only with a yes: what must be settled before the pitch day. It stands in the letter."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )
    meet_by = forms.DateField(
        label=_("To be settled by"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    motive = forms.CharField(
        label=_("Why you depart from the ranking"),
        help_text=_("Only needed when your decision differs from what the ranking proposes. Managers read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, proposed: str | None, **kwargs: Any) -> None:
        """Remember what the ranking proposes."""
        super().__init__(*args, **kwargs)
        self.proposed = proposed

    def clean(self) -> dict[str, Any]:
        """Ask for the motive when the decision departs from the ranking."""
        given = super().clean() or self.cleaned_data
        outcome = given.get("outcome")
        if outcome and rules.departs(outcome=outcome, proposed=self.proposed) and not given.get("motive"):
            self.add_error("motive", _("This differs from the ranking. Say why, so that others can follow it later."))
        condition, meet_by = given.get("condition", ""), given.get("meet_by")
        if reason := rules.why_not_condition(outcome=outcome or "", condition=condition, meet_by=meet_by):
            self.add_error("condition", reason)
        return given
