"""Shape of what a manager types in the post room."""

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
