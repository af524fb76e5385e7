"""The shape of what people tell on their profile, with who sees which part of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.people.enums import Audience, Level, Part, Safeguarding, SkillGroup, Spoken, disciplines
from datamatch.people.models import Learning, Profile, ProfileSkill, Skill, Unit

LEVEL, LEARN, SEES = "skill-", "learn-", "sees-"


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among the units that exist today, with the abbreviation people know."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Unit.objects.none(), label=_("Unit"), empty_label=_("Choose your unit"), **options)

    def label_from_instance(self, unit: Unit) -> str:
        """Return the name, with the abbreviation behind it."""
        return f"{unit.name} ({unit.abbreviation})" if unit.abbreviation else unit.name


@dataclass(frozen=True)
class SkillFields:
    """The two choices about one skill."""

    skill: Skill
    level: forms.BoundField
    learn: forms.BoundField

    @property
    def is_chosen(self) -> bool:
        """Tell whether something was said about this skill."""
        return bool(self.level.value() or self.learn.value())


class ProfileForm(forms.Form):
    """What a person can and wants; two small choices per skill on the list, one per part about who sees it."""

    unit = UnitField(required=False)
    discipline = forms.ChoiceField(required=False, label=_("What are you in a team?"))
    safeguards = forms.MultipleChoiceField(
        required=False,
        choices=Safeguarding.choices,
        widget=forms.CheckboxSelectMultiple,
        label=_("Which aspects can you safeguard?"),
        help_text=_("You help a team to see what is allowed, what is safe and what is right."),
    )
    hours_per_week = forms.IntegerField(
        min_value=0,
        max_value=40,
        label=_("How much time could you give?"),
        help_text=_("Only if an idea appeals to you. Zero is fine too."),
    )
    languages = forms.MultipleChoiceField(
        choices=Spoken.choices, widget=forms.CheckboxSelectMultiple, label=_("I can work in")
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

    def __init__(
        self, *args: Any, profile: Profile, levels: Iterable[ProfileSkill], learning: Iterable[Learning], units: Any,
        **given: Any,
    ) -> None:  # fmt: skip
        told = {field: getattr(profile, field) for field in self.base_fields}
        super().__init__(*args, **given | {"initial": told})
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        known = [(discipline.id, discipline.name) for discipline in disciplines().values()]
        self.fields["discipline"].choices = [("", _("Choose what fits best")), *known]  # type: ignore[attr-defined]
        self.skills = list(Skill.objects.all())
        self._add_skills({held.skill_id: held.level for held in levels}, {wanted.skill_id for wanted in learning})
        self._add_audiences(profile)

    def _add_skills(self, can: dict[int, int], wants: set[int]) -> None:
        """Add two choices per skill: the level it has now, and whether it is to be learned."""
        for skill in self.skills:
            self.fields[f"{LEVEL}{skill.slug}"] = forms.TypedChoiceField(
                choices=[("", _("not this one")), *Level.choices],
                coerce=int,
                empty_value=None,
                required=False,
                label=str(skill),
                initial=can.get(skill.pk, ""),
            )
            self.fields[f"{LEARN}{skill.slug}"] = forms.BooleanField(
                required=False, label=_("want to learn"), initial=skill.pk in wants
            )

    def _add_audiences(self, profile: Profile) -> None:
        """Add a choice per part of the profile: who sees it; a part that was not sent stays as it is."""
        for part in Part:
            self.fields[f"{SEES}{part}"] = forms.ChoiceField(
                choices=Audience.choices, required=False, label=part.label, initial=profile.audience_of(part).value
            )

    def skill_lines(self) -> list[SkillFields]:
        """Return the choices about every skill."""
        return [SkillFields(one, self[f"{LEVEL}{one.slug}"], self[f"{LEARN}{one.slug}"]) for one in self.skills]

    def chosen_skills(self) -> list[SkillFields]:
        """Return the skills about which something is said."""
        return [line for line in self.skill_lines() if line.is_chosen]

    def skill_groups(self) -> Iterator[tuple[str, list[SkillFields]]]:
        """Yield each group of skills about which nothing is said yet: its name, and the choices in it."""
        others = [line for line in self.skill_lines() if not line.is_chosen]
        for group in SkillGroup:
            if lines := [line for line in others if line.skill.group == group]:
                yield str(group.label), lines

    def audience_fields(self) -> list[forms.BoundField]:
        """Return the choices about who sees what."""
        return [self[f"{SEES}{part}"] for part in Part]

    @property
    def narrowed(self) -> int:
        """Return how many parts are not for everybody."""
        return sum(field.value() not in {"", None, Audience.EVERYONE} for field in self.audience_fields())

    def clean(self) -> dict[str, Any]:
        """Return the words of the profile, with `skills` (level per slug), `learning` and `audiences` gathered."""
        given = super().clean() or {}
        return {name: value for name, value in given.items() if name in self.base_fields} | {
            "skills": _chosen(given, LEVEL),
            "learning": list(_chosen(given, LEARN)),
            "audiences": _chosen(given, SEES),
        }


def _chosen(given: dict[str, Any], prefix: str) -> dict[str, Any]:
    """Return what was chosen in the fields that begin with this prefix, by what stands behind it."""
    return {name.removeprefix(prefix): value for name, value in given.items() if name.startswith(prefix) and value}
