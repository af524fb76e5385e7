"""Shape of what managers type about the choice as a whole."""

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.screening.enums import Outcome

TAKE_BACK = "ranking"


class ManyForm(forms.Form):
    """What is decided about all ideas that are ticked."""

    outcome = forms.ChoiceField(
        label=_("What happens to the ideas you ticked"),
        choices=[*Outcome.choices, (TAKE_BACK, _("What the ranking proposes (undo)"))],
    )
    motive = forms.CharField(
        label=_("Why you depart from the ranking"),
        help_text=_("Only needed when your decision differs from what the ranking proposes. Managers read it."),
        max_length=1000,
        required=False,
    )


class LineForm(forms.Form):
    """Where the line below the shortlist is drawn, and why."""

    size = forms.IntegerField(label=_("Ideas above the line"), min_value=1, max_value=1000)
    line_reason = forms.CharField(label=_("Why the line moves"), max_length=1000)
