"""The shape of two words that stand for the same."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SynonymForm(forms.Form):
    """A word as people type it, and what it stands for."""

    word = forms.CharField(max_length=60, label=_("Word or abbreviation"), help_text=_("For instance: Woo."))
    means = forms.CharField(max_length=120, label=_("Stands for"), help_text=_("For instance: Wet open overheid."))
