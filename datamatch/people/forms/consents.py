"""What is asked of a line manager, and what they answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.people.enums import ConsentState
from datamatch.people.models import HoursConsent


class ConsentForm(forms.Form):
    """Whom to ask, and for how many hours."""

    email = forms.EmailField(
        label=_("Mail address of your line manager"), help_text=_("They get one mail, and need no account."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    hours_per_week = forms.IntegerField(label=_("How much time do you want to give?"), min_value=1, max_value=40)


class ConsentAnswerForm(forms.Form):
    """Yes, yes but fewer hours, or no with a reason."""

    state = forms.ChoiceField(label=_("Your answer"), widget=forms.RadioSelect)
    hours = forms.IntegerField(
        required=False,
        label=_("How many hours a week?"),
        min_value=1,
        max_value=40,
        help_text=_("Only with fewer hours."),
    )
    reason = forms.CharField(
        required=False, max_length=300, label=_("In a few words"), widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("With a no, say why: the person reads it."),
    )  # fmt: skip

    def __init__(self, *args: Any, consent: HoursConsent, **given: Any) -> None:
        """Offer fewer hours only where there are fewer, and show what was answered before."""
        before = {"state": consent.state, "hours": consent.hours_granted or None, "reason": consent.reason}
        super().__init__(*args, **given | {"initial": before if consent.stands else {}})
        choices = [(ConsentState.AGREED.value, _("Yes")), (ConsentState.REFUSED.value, _("No"))]
        if consent.hours_asked > 1:
            choices.insert(1, (ConsentState.FEWER.value, _("Yes, but fewer hours")))
        self.fields["state"].choices = choices  # type: ignore[attr-defined]
