"""What somebody looks for in a colleague."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.people.enums import Safeguarding, Spoken, discipline_name
from datamatch.people.forms.periods import DayInput
from datamatch.people.models import Skill, Unit
from datamatch.people.queries.facets import Facets, hours_words

FIRST = ("text", "discipline", "skill", "unit")
MORE = ("hours", "day", "safeguard", "learning", "language")
WISHES = (*FIRST, *MORE)


class PeopleFilter(forms.Form):
    """Words and choices that narrow the list; what is unknown is left out instead of refused."""

    text = forms.CharField(
        required=False, max_length=100, label=_("Search"), widget=forms.TextInput(attrs={"type": "search"})
    )
    discipline = forms.ChoiceField(required=False, label=_("Discipline"))
    skill = forms.ChoiceField(required=False, label=_("Skill"))
    unit = forms.ChoiceField(required=False, label=_("Unit"))
    learning = forms.ChoiceField(required=False, label=_("Wants to learn"))
    safeguard = forms.ChoiceField(required=False, label=_("Can safeguard"))
    language = forms.ChoiceField(required=False, label=_("Language"))
    hours = forms.ChoiceField(required=False, label=_("Hours per week"))
    day = forms.DateField(required=False, label=_("Available on"), widget=DayInput())

    def __init__(self, asked: Mapping[str, str]) -> None:
        super().__init__({name: asked.get(name, "").strip()[:100] for name in WISHES})

    @property
    def text_asked(self) -> str:
        """Return the words to look for."""
        return str(self.data["text"])

    def day_asked(self, today: date) -> date:
        """Return the day for which hours count; today when none was given."""
        try:
            return date.fromisoformat(self.data["day"])
        except ValueError:
            return today

    def wishes(self) -> dict[str, Any]:
        """Return what was asked, as the query takes it; an unknown unit counts as none, unknown hours too."""
        asked = {name: self.data[name] for name in ("discipline", "skill", "learning", "safeguard", "language")}
        asked["safeguard"] = asked["safeguard"] if asked["safeguard"] in Safeguarding.values else ""
        asked["language"] = asked["language"] if asked["language"] in Spoken.values else ""
        hours = self.data["hours"]
        unit = Unit.objects.filter(slug=self.data["unit"]).first() if self.data["unit"] else None
        return asked | {"unit": unit, "hours": int(hours) if hours.isascii() and hours.isdigit() else 0}

    def offer(self, facets: Facets) -> None:
        """Offer the choices that leave somebody, each with its count, and what was chosen even if it leaves nobody."""
        for name, choices in facets.items():
            offered = [(facet.value, f"{facet.name} ({facet.count})") for facet in choices]
            chosen = self.data[name]
            if chosen and chosen not in dict(offered):
                offered.append((chosen, f"{self._name_of(name, chosen)} (0)"))
            self.fields[name].choices = [("", _("All")), *offered]  # type: ignore[attr-defined]

    def _name_of(self, name: str, chosen: str) -> str:
        """Return how a choice is called."""
        listed: dict[str, dict[Any, Any]] = {"safeguard": dict(Safeguarding.choices), "language": dict(Spoken.choices)}
        if name in listed:
            return str(listed[name].get(chosen, chosen))
        if name == "discipline":
            return discipline_name(chosen)
        if name == "hours":
            return hours_words(int(chosen)) if chosen.isascii() and chosen.isdigit() else chosen
        stored = (Unit if name == "unit" else Skill).objects.filter(slug=chosen).first()
        return str(stored or chosen)

    def first_fields(self) -> list[forms.BoundField]:
        """Return what most people look for."""
        return [self[name] for name in FIRST]

    def more_fields(self) -> list[forms.BoundField]:
        """Return the choices behind one press."""
        return [self[name] for name in MORE]

    @property
    def more_chosen(self) -> int:
        """Return how many of the choices behind one press are made."""
        return sum(bool(self.data[name]) for name in MORE)
