"""What an administrator types about units."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.people.models import Unit
from datamatch.people.queries import Tree, unit_with_slug


class DayInput(forms.DateInput):
    """A day, picked or typed."""

    def __init__(self) -> None:
        """Write days as browsers want them."""
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")


class UnitChoice(forms.TypedChoiceField):
    """A choice among the units of a tree, with enough behind the name to tell namesakes apart."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=unit_with_slug, empty_value=None, **options)

    def offer(self, tree: Tree, *, without: Unit | None = None, empty: str = "") -> None:
        """Offer the units of a tree; an empty choice stands for none of them."""
        shown = [choice for choice in tree.choices() if without is None or choice[0] != without.slug]
        self.choices = [("", empty), *shown]


class UnitSearch(forms.Form):
    """What somebody looks for among the units."""

    text = forms.CharField(
        required=False, max_length=100, label=_("Search"), widget=forms.TextInput(attrs={"type": "search"}),
        help_text=_("A former name counts too."),
    )  # fmt: skip
    ended = forms.BooleanField(required=False, label=_("Also units that ended"))


class NameForm(forms.Form):
    """A name from a day on."""

    name = forms.CharField(max_length=200, label=_("Name"))
    abbreviation = forms.CharField(required=False, max_length=30, label=_("Abbreviation"))
    on = forms.DateField(
        label=_("From which day?"), widget=DayInput, help_text=_("A day to come is fine: the name turns by itself.")
    )


class AddUnitForm(forms.Form):
    """A new unit."""

    name = forms.CharField(max_length=200, label=_("Name"))
    abbreviation = forms.CharField(required=False, max_length=30, label=_("Abbreviation"))
    parent = UnitChoice(required=False, label=_("Stands under"))
    on = forms.DateField(
        required=False, label=_("From which day?"), widget=DayInput, help_text=_("Leave it empty when you do not know.")
    )

    def __init__(self, *args: Any, tree: Tree, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["parent"].offer(tree, empty=_("Nothing: it is at the top"))  # type: ignore[attr-defined]


class PlaceForm(forms.Form):
    """Under what a unit comes, from a day on, and whether that is instead of where it stands."""

    parent = UnitChoice(label=_("Comes under"))
    instead_of = forms.ChoiceField(required=False, label=_("Instead of"))
    on = forms.DateField(label=_("From which day?"), widget=DayInput)

    def __init__(self, *args: Any, tree: Tree, unit: Unit, parents: list[Unit], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["parent"].offer(tree, without=unit, empty=_("Choose a unit"))  # type: ignore[attr-defined]
        kept = ("", _("Nothing: it stands under both"))
        self.fields["instead_of"].choices = [kept, *((p.slug, p.name) for p in parents)]  # type: ignore[attr-defined]


class TakeForm(forms.Form):
    """From under what a unit is taken, from a day on."""

    parent = forms.ChoiceField(label=_("No longer under"))
    on = forms.DateField(label=_("From which day?"), widget=DayInput)

    def __init__(self, *args: Any, parents: list[Unit], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["parent"].choices = [(p.slug, p.name) for p in parents]  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """From which day on something holds."""

    on = forms.DateField(label=_("From which day?"), widget=DayInput)


class MergeForm(forms.Form):
    """Into which unit another one goes up."""

    into = UnitChoice(label=_("Goes up in"))

    def __init__(self, *args: Any, tree: Tree, unit: Unit, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["into"].offer(tree, without=unit, empty=_("Choose a unit"))  # type: ignore[attr-defined]


class UploadForm(forms.Form):
    """A file with units."""

    file = forms.FileField(
        label=_("File with units"),
        help_text=_("JSON of the register of government organisations, JSON-LD of TOOI, or your own. At most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".json,.jsonld,application/json"}),
    )
