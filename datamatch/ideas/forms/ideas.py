"""The shape of what people write: an idea, energy, and what they look for in the list."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Theme
from datamatch.ideas.enums import WORDS, EnergyKind, Joined, Lane, Look, Order
from datamatch.ideas.models import Idea
from datamatch.people.enums import Language, discipline_name, disciplines
from datamatch.people.models import Unit


class IdeaForm(forms.Form):
    """An idea in plain questions; a draft needs a title only, an idea to send needs its demand and theme too."""

    title = forms.CharField(
        max_length=120,
        label=_("What do you call your idea?"),
        help_text=_("A few words that make others curious."),
        error_messages={"required": _("Give your idea a title.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    theme = forms.ModelChoiceField(
        queryset=Theme.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=forms.RadioSelect,
        label=_("Which question of the call does it answer?"),
        error_messages={"required": _("Choose a theme.")},
    )
    demand = forms.CharField(
        max_length=2000,
        label=_("What do you want to solve or find out?"),
        help_text=_("Which question, task or decision gets better, and who has that question?"),
        error_messages={"required": _("Tell in a few words what you want to solve or find out.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    data = forms.CharField(  # type: ignore[assignment]
        max_length=2000,
        required=False,
        label=_("Which data could help?"),
        help_text=_("Name what you know of. Not sure whether it exists? Say so, that is fine."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    result = forms.CharField(
        max_length=2000,
        required=False,
        label=_("What would you show after three months?"),
        help_text=_("A map, a list, an answer: something others can use or judge."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = forms.ChoiceField(
        choices=Language.choices, widget=forms.RadioSelect, label=_("In which language do you write?")
    )

    def __init__(
        self,
        *args: Any,
        themes: QuerySet[Theme],
        only: Collection[str] = WORDS,
        complete: bool = True,
        **given: Any,
    ) -> None:
        """Ask these words; without `complete` a draft is kept, which may lack any of them.

        No control has a maximum length of its own: a browser would cut off silently what somebody pastes.
        """
        super().__init__(*args, **given)
        theme = self.fields["theme"]
        theme.queryset = themes  # type: ignore[attr-defined]
        theme.choice_hints = {theme.slug: theme.question for theme in themes}  # type: ignore[attr-defined]
        for name, field in list(self.fields.items()):
            field.widget.attrs.pop("maxlength", None)
            field.required = complete and field.required
            if name not in only or (name == "theme" and not themes):
                del self.fields[name]


def words_of(idea: Idea) -> dict[str, Any]:
    """Return the words of an idea as the form shows them."""
    return {
        "title": idea.title,
        "theme": idea.theme.slug if idea.theme else None,
        "demand": idea.demand,
        "data": idea.data,
        "result": idea.result,
        "language": idea.language,
    }


class EnergyForm(forms.Form):
    """One kind of energy; joining says in which role and for how many hours, the others only why."""

    role = forms.ChoiceField(label=_("As what?"))
    hours_per_week = forms.IntegerField(
        min_value=1,
        max_value=40,
        initial=4,
        label=_("Hours per week"),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    why = forms.CharField(
        max_length=300,
        required=False,
        label=_("Why?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, kind: EnergyKind, **given: Any) -> None:
        super().__init__(*args, **given)
        self.prefix = kind.value
        self.kind = kind
        known = [(discipline.id, discipline.name) for discipline in disciplines().values()]
        self.fields["role"].choices = [("", _("Choose a role")), *known]  # type: ignore[attr-defined]
        if kind != EnergyKind.JOIN:
            del self.fields["role"], self.fields["hours_per_week"]


class IdeasFilter(forms.Form):
    """What somebody looks for in the list of ideas; words that fit nothing are left out."""

    text = forms.CharField(
        max_length=100,
        required=False,
        label=_("Search in the ideas"),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(required=False, label=_("Looks for"))
    unit = forms.ChoiceField(required=False, label=_("Unit"))
    lane = forms.ChoiceField(required=False, label=_("Lane"))
    joined = forms.ChoiceField(required=False, label=_("Joining"), choices=[("", _("All")), *Joined.choices])
    order = forms.ChoiceField(required=False, label=_("Order"))
    look = forms.ChoiceField(required=False, choices=Look.choices, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        energy: bool,
        roles: Iterable[tuple[str, int]] = (),
        units: Iterable[Unit] = (),
        lanes: Iterable[tuple[Lane, int]] = (),
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        orders = [choice for choice in Order.choices if energy or choice[0] != Order.ENERGY]
        self.fields["order"].choices = orders  # type: ignore[attr-defined]
        offered = {
            "role": [(role, f"{discipline_name(role)} ({count})") for role, count in roles],
            "unit": [(unit.slug, str(unit)) for unit in units],
            "lane": [(lane.value, f"{lane.label} ({count})") for lane, count in lanes],
        }
        for name, choices in offered.items():
            self.fields[name].choices = [("", _("All")), *choices]  # type: ignore[attr-defined]
            if not choices:
                del self.fields[name]
        if not energy:
            del self.fields["joined"]

    def understood(self) -> dict[str, str]:
        """Return every wish; empty where nothing was asked, or something that is not offered."""
        self.is_valid()
        asked = {name: str(self.cleaned_data.get(name) or "") for name in self.base_fields}
        return asked | {"order": asked["order"] or Order.FAIR, "look": asked["look"] or Look.TABLE}
