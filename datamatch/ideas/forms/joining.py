"""The shape of an answer to somebody who wants to join."""

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.ideas.enums import JoinAnswer


class AnswerForm(forms.Form):
    """Welcome, later, or not now; the last one only with a word why."""

    answer = forms.ChoiceField(choices=JoinAnswer.answers())
    word = forms.CharField(
        max_length=300,
        required=False,
        label=_("A word to them"),
        help_text=_("Needed when you say “not now”: tell why, and what would help."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
