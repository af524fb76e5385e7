"""The shape of what people tell: at sign-up, on their profile, and when they search."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from datamatch.people.enums import Language, Level, SkillGroup, discipline_name, disciplines
from datamatch.people.models import Person, Profile, ProfileSkill, Skill, Unit
from datamatch.people.queries import Facets, units_on

SKILL = "skill-"


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among the units that exist today, with the abbreviation people know."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Unit.objects.none(), label=_("Unit"), empty_label=_("Choose your unit"), **options)

    def label_from_instance(self, unit: Unit) -> str:
        """Return the name, with the abbreviation behind it."""
        return f"{unit.name} ({unit.abbreviation})" if unit.abbreviation else unit.name


class SignupForm(forms.Form):
    """What somebody tells beside address and password when they register (named in the settings)."""

    name = forms.CharField(max_length=120, label=_("Your name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    unit = UnitField(required=False, help_text=_("Where do you work? You can change this later."))
    accepted = forms.BooleanField(
        label=_("I understand what is kept about me"),
        help_text=_("Your name, address and unit, and what you tell yourself. You can always change it."),
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["unit"].queryset = units_on(timezone.localdate())  # type: ignore[attr-defined]

    def signup(self, request: HttpRequest, user: Person) -> None:
        """Do nothing more: the account adapter stored the person with everything told here."""


class ProfileForm(forms.Form):
    """What a person can and wants; one small choice per skill on the list."""

    unit = UnitField(required=False)
    discipline = forms.ChoiceField(required=False, label=_("What are you in a team?"))
    hours_per_week = forms.IntegerField(
        min_value=0,
        max_value=40,
        label=_("How much time could you give?"),
        help_text=_("Only if an idea appeals to you. Zero is fine too."),
    )
    languages = forms.MultipleChoiceField(
        choices=Language.choices, widget=forms.CheckboxSelectMultiple, label=_("I can work in")
    )
    about = forms.CharField(
        required=False,
        max_length=1000,
        label=_("About me"),
        help_text=_("What are you good at, what would you like to do? Colleagues read this."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    open_to_ask = forms.BooleanField(
        required=False,
        label=_("Colleagues may find me and ask me"),
        help_text=_("For a team or for advice. You always decide yourself."),
    )

    def __init__(self, *args: Any, profile: Profile, levels: Iterable[ProfileSkill], units: Any, **given: Any) -> None:
        told = {field: getattr(profile, field) for field in self.base_fields}
        super().__init__(*args, **given | {"initial": told})
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        known = [(discipline.id, discipline.name) for discipline in disciplines().values()]
        self.fields["discipline"].choices = [("", _("Choose what fits best")), *known]  # type: ignore[attr-defined]
        self.skills = list(Skill.objects.all())
        self._add_skills({level.skill_id: level.level for level in levels})

    def _add_skills(self, now: dict[int, int]) -> None:
        """Add a choice per skill, with the level it has now."""
        for skill in self.skills:
            self.fields[f"{SKILL}{skill.slug}"] = forms.TypedChoiceField(
                choices=[("", _("not this one")), *Level.choices],
                coerce=int,
                empty_value=None,
                required=False,
                label=str(skill),
                initial=now.get(skill.pk, ""),
            )

    def skill_groups(self) -> Iterator[tuple[str, list[forms.BoundField], int]]:
        """Yield each group of skills: its name, the choices in it, and how many of them are made."""
        for group in SkillGroup:
            names = [f"{SKILL}{skill.slug}" for skill in self.skills if skill.group == group]
            fields = [self[name] for name in names]
            if fields:
                yield str(group.label), fields, sum(bool(field.value()) for field in fields)

    def clean(self) -> dict[str, Any]:
        """Return the words of the profile, with the chosen levels per slug under `skills`."""
        given = super().clean() or {}
        told = {name: value for name, value in given.items() if not name.startswith(SKILL)}
        levels = {name.removeprefix(SKILL): value for name, value in given.items() if name.startswith(SKILL)}
        return told | {"skills": {slug: level for slug, level in levels.items() if level}}


class PeopleFilter(forms.Form):
    """What somebody looks for in a colleague."""

    text = forms.CharField(
        required=False, max_length=100, label=_("Search"), widget=forms.TextInput(attrs={"type": "search"})
    )
    discipline = forms.ChoiceField(required=False, label=_("Discipline"))
    skill = forms.ChoiceField(required=False, label=_("Skill"))
    unit = forms.ChoiceField(required=False, label=_("Unit"))

    def wishes(self) -> dict[str, Any]:
        """Return what was asked, as the query takes it; an unknown unit counts as none."""
        asked = {name: self.data.get(name, "").strip()[:100] for name in self.fields}
        return asked | {"unit": Unit.objects.filter(slug=asked["unit"]).first()}

    def offer(self, facets: Facets) -> None:
        """Offer the choices that leave somebody, each with its count, and what was chosen even if it leaves nobody."""
        for name, choices in facets.items():
            offered = [(facet.value, f"{facet.name} ({facet.count})") for facet in choices]
            chosen = self.data.get(name, "")
            if chosen and chosen not in dict(offered):
                offered.append((chosen, f"{self._name_of(name, chosen)} (0)"))
            self.fields[name].choices = [("", _("All")), *offered]  # type: ignore[attr-defined]

    def _name_of(self, name: str, chosen: str) -> str:
        """Return how a choice is called."""
        if name == "discipline":
            return discipline_name(chosen)
        stored = (Skill if name == "skill" else Unit).objects.filter(slug=chosen).first()
        return str(stored or chosen)
