"""The shape of who sees whose name when."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.editions.enums import FellowsKnown, MakersKnown, ReadersKnown


class NamesForm(forms.Form):
    """One moment for each of three kinds of names."""

    makers_known = forms.ChoiceField(
        choices=MakersKnown.choices, widget=forms.RadioSelect, label=_("When does a screener see who made an idea?")
    )
    readers_known = forms.ChoiceField(
        choices=ReadersKnown.choices,
        widget=forms.RadioSelect,
        label=_("When do the makers see who reviewed their idea?"),
    )
    fellows_known = forms.ChoiceField(
        choices=FellowsKnown.choices, widget=forms.RadioSelect, label=_("When do screeners of one idea see each other?")
    )
    choices_of: ClassVar[dict[str, Any]] = {
        "makers_known": MakersKnown,
        "readers_known": ReadersKnown,
        "fellows_known": FellowsKnown,
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say beside every choice what it means."""
        super().__init__(*args, **kwargs)
        for name, words in self.choices_of.items():
            self.fields[name].choice_hints = {one.value: one.hint for one in words}  # type: ignore[attr-defined]
