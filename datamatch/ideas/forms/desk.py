"""What a manager asks on the desk: which ideas, and what to do with the chosen ones."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Edition, Theme
from datamatch.ideas.enums import DeskOrder, IdeaState, Joined, Lane
from datamatch.ideas.queries.desk import DeskWishes, chosen, units_of

DEEDS = [("write", _("Write to their authors")), ("theme", _("Give them another theme"))]


class DeskFilter(forms.Form):
    """Which ideas the desk shows; a word that fits nothing counts as none."""

    NAMES = ("text", "theme", "unit", "joined", "lane", "state", "order")

    text = forms.CharField(
        required=False, max_length=100, label=_("Search"), widget=forms.TextInput(attrs={"type": "search"})
    )
    theme = forms.ChoiceField(required=False, label=_("Theme"))
    unit = forms.ChoiceField(required=False, label=_("Unit"))
    joined = forms.ChoiceField(required=False, label=_("Joining"), choices=[("", _("All")), *Joined.choices])
    lane = forms.ChoiceField(required=False, label=_("Lane"), choices=[("", _("All")), *Lane.choices])
    state = forms.ChoiceField(required=False, label=_("State"))
    order = forms.ChoiceField(required=False, label=_("Order"), choices=DeskOrder.choices)

    def __init__(self, *args: Any, edition: Edition, **given: Any) -> None:
        super().__init__(*args, **given)
        self.themes = {theme.slug: theme for theme in edition.themes.all()}
        self.units = {unit.slug: unit for unit in units_of(edition)}
        states = [(one.value, one.label) for one in IdeaState if one != IdeaState.DRAFT]
        offered = {
            "theme": [("", _("All")), *((slug, str(theme)) for slug, theme in self.themes.items())],
            "unit": [("", _("All")), *((slug, str(unit)) for slug, unit in self.units.items())],
            "state": states,
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def wishes(self) -> DeskWishes:
        """Return what was asked, as the query takes it."""
        asked = self.cleaned_data if self.is_valid() else {**self.cleaned_data}
        return DeskWishes(
            text=asked.get("text", ""),
            theme=self.themes.get(asked.get("theme", "")),
            unit=self.units.get(asked.get("unit", "")),
            joined=asked.get("joined", ""),
            lane=asked.get("lane", ""),
            state=asked.get("state") or IdeaState.SENT,
            order=asked.get("order") or DeskOrder.NUMBER,
        )


class BulkForm(forms.Form):
    """What to do with the chosen ideas."""

    idea = forms.Field(required=False)
    deed = forms.ChoiceField(choices=DEEDS, widget=forms.RadioSelect, label=_("What do you want to do?"))
    theme = forms.ModelChoiceField(
        Theme.objects.none(),
        required=False,
        to_field_name="slug",
        label=_("New theme"),
        empty_label=_("Choose a theme"),
    )
    text = forms.CharField(
        required=False,
        max_length=2000,
        label=_("What do you want to write?"),
        help_text=_("Each author gets one mail, with your words and a link to their ideas."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, edition: Edition, **given: Any) -> None:
        super().__init__(*args, **given)
        self.edition = edition
        self.fields["theme"].queryset = edition.themes.all()  # type: ignore[attr-defined]

    def clean_idea(self) -> list[Any]:
        """Return the chosen ideas; identities that are none are left out."""
        given = self.data.getlist("idea") if hasattr(self.data, "getlist") else []
        return [value for value in given if _is_identity(value)]

    def clean(self) -> dict[str, Any]:
        """Return the deed with its ideas; what a deed needs is asked for."""
        given = super().clean() or {}
        given["ideas"] = chosen(self.edition, given.get("idea") or [])
        if not given["ideas"]:
            self.add_error(None, _("Choose at least one idea."))
        if given.get("deed") == "theme" and not given.get("theme") and "theme" not in self.errors:
            self.add_error("theme", _("Choose a theme."))
        if given.get("deed") == "write" and not given.get("text", "").strip():
            self.add_error("text", _("Write something first."))
        return given


def _is_identity(value: str) -> bool:
    """Tell whether this can be the identity of an idea."""
    try:
        forms.UUIDField().clean(value)
    except forms.ValidationError:
        return False
    return True
