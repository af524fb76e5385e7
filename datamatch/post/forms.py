"""Shape of what people type in the post room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class LetterForm(forms.Form):
    """The words of one letter."""

    subject = forms.CharField(
        label=_("Subject"), help_text=_("Say what was decided and what the reader does now."), max_length=200
    )
    body = forms.CharField(
        label=_("Letter"),
        help_text=_("Plain text. No scores, and no names of screeners."),
        widget=forms.Textarea(attrs={"rows": 24}),
        max_length=12000,
    )


class ReasonForm(forms.Form):
    """Why the makers give their place up; the usual ones are one click."""

    usual = forms.ChoiceField(
        label=_("Why can you not take part?"),
        choices=[
            ("hours", _("We have no hours for it")),
            ("elsewhere", _("It is carried out elsewhere already")),
            ("people", _("Somebody who is needed left")),
            ("other", _("Something else")),
        ],
        widget=forms.RadioSelect,
    )
    more = forms.CharField(
        label=_("In your own words"), widget=forms.Textarea(attrs={"rows": 3}), max_length=400, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where none of the usual reasons fits."""
        given = super().clean() or self.cleaned_data
        if given.get("usual") == "other" and not given.get("more", "").strip():
            self.add_error("more", _("Say in a few words why, so that the programme can learn from it."))
        return given

    @property
    def reason(self) -> str:
        """Return the reason of a valid form in words."""
        usual, more = self.cleaned_data["usual"], self.cleaned_data["more"].strip()
        words = "" if usual == "other" else str(dict(self.fields["usual"].choices)[usual])  # type: ignore[attr-defined]
        return ". ".join(part for part in (words, more) if part)


class PlanForm(forms.Form):
    """By which day the chosen confirm."""

    confirm_by = forms.DateField(
        label=_("The chosen confirm by"),
        help_text=_("They are reminded a week, three days and a day before. Leave it empty to ask nobody."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )


class MoveUpForm(PlanForm):
    """Who moves up confirms too; out of turn with a motive."""

    motive = forms.CharField(
        label=_("Why this one before the others"),
        help_text=_("Only needed when it is not the first in reserve."),
        max_length=1000,
        required=False,
    )


class CorrectionForm(forms.Form):
    """What is put right in a letter that was sent."""

    text = forms.CharField(
        label=_("What was wrong, and what is right"),
        help_text=_(
            "The reader gets this as a mail, and finds it above the letter. The letter itself stays as it was."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )


class BounceForm(forms.Form):
    """How a mail came back."""

    note = forms.CharField(label=_("How it came back"), max_length=300)
