"""The words of an idea that are compared while somebody writes, and what they say about one like it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AlikeForm(forms.Form):
    """What stands in the form of an idea at this moment; anything may be missing."""

    title = forms.CharField(max_length=200, required=False)
    demand = forms.CharField(max_length=4000, required=False)
    data = forms.CharField(max_length=4000, required=False)  # type: ignore[assignment]
    result = forms.CharField(max_length=4000, required=False)
    idea = forms.UUIDField(required=False)

    @property
    def words(self) -> str:
        """Return the words as one text, the title first; a field that is far too long is left out."""
        given = (self.cleaned_data.get(name, "") for name in ("title", "demand", "data", "result"))
        return ". ".join(words for words in given if words)


class DifferenceForm(forms.Form):
    """In what an idea differs from one like it."""

    because = forms.CharField(
        max_length=300,
        required=False,
        label=_("Mine differs, because"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
