"""The shape of what managers tell about a programme, an edition, its plan, themes and people."""

from datetime import time
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from datamatch.editions import rules
from datamatch.editions.enums import Duty, ThemeWords
from datamatch.editions.models import Edition, Programme, Theme
from datamatch.foundation.addresses import free_slug
from datamatch.people.models import Person


class DayInput(forms.DateInput):
    """A calendar of the browser."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")


class HourInput(forms.TimeInput):
    """An hour, in the browser's own way."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "time"}, format="%H:%M")


OPENS_BY_HAND = _("Leave it empty to open the call by hand.")
CLOSES_BY_HAND = _("Leave it empty to close the call by hand.")


class ProgrammeForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new programme; its address is made from its name."""

    class Meta:
        """What is asked."""

        model = Programme
        fields = ["name", "purpose"]
        labels = {"name": _("Name of the programme"), "purpose": _("What is it for?")}
        widgets = {"purpose": forms.Textarea(attrs={"rows": 4})}

    def clean(self) -> dict[str, Any]:
        """Return the words with the slug that belongs to the name."""
        return with_free_slug(super().clean() or {}, Programme)


class PrepareForm(forms.Form):
    """A new edition: its name, its place in a programme, the days of its call, its themes."""

    programme = forms.ModelChoiceField(Programme.objects.all(), label=_("Programme"), empty_label=None)
    name = forms.CharField(max_length=120, label=_("Name of the edition"), help_text=_("For instance: DataMatch 2027."))
    number = forms.IntegerField(min_value=1, max_value=999, label=_("Which edition is it?"))
    call_opens_on = forms.DateField(required=False, widget=DayInput, label=_("The call opens on"))
    call_opens_time = forms.TimeField(
        required=False, widget=HourInput, initial=time(9), label=_("Opening hour"), help_text=OPENS_BY_HAND
    )
    call_closes_on = forms.DateField(required=False, widget=DayInput, label=_("The call closes on"))
    call_closes_time = forms.TimeField(
        required=False, widget=HourInput, initial=time(17), label=_("Closing hour"), help_text=CLOSES_BY_HAND
    )
    themes = forms.CharField(
        required=False,
        label=_("Themes of the call"),
        help_text=_("One theme on a line: Dutch name | English name | question in Dutch | question in English."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def clean_themes(self) -> list[ThemeWords]:
        """Return the themes, one for each line that is not empty.

        :raises ValidationError: a line without an English name, too long, or the same theme twice
        """
        themes = [theme_on(line) for line in self.cleaned_data["themes"].splitlines() if line.strip()]
        if len({theme.slug for theme in themes}) < len(themes):
            raise forms.ValidationError(_("Two lines have the same theme."))
        return themes

    def clean(self) -> dict[str, Any]:
        """Return the words with a free slug; say so when the number is taken or the days are out of order."""
        given = with_free_slug(super().clean() or {}, Edition)
        number: int = given.get("number") or 0
        if Edition.objects.filter(programme=given.get("programme"), number=number).exists():
            self.add_error("number", _("This programme already has an edition with this number."))
        if why_not := rules.why_not_in_this_order({day: given.get(day) for day in rules.DAYS}):
            self.add_error("call_closes_on", why_not)
        elif why_not := rules.why_not_open_in_between(**given):
            self.add_error("call_closes_time", why_not)
        return given


class CloneForm(forms.Form):
    """A new edition like an earlier one: its name, its place, and the day its call opens."""

    name = forms.CharField(max_length=120, label=_("Name of the edition"), help_text=_("For instance: DataMatch 2027."))
    number = forms.IntegerField(min_value=1, max_value=999, label=_("Which edition is it?"))
    call_opens_on = forms.DateField(widget=DayInput, label=_("The call opens on"))

    def __init__(self, *args: Any, source: Edition, **given: Any) -> None:
        super().__init__(*args, **given)
        self.source = source

    def clean_number(self) -> int:
        """Return the number.

        :raises ValidationError: another edition of the programme has it
        """
        number: int = self.cleaned_data["number"]
        if Edition.objects.filter(programme=self.source.programme, number=number).exists():
            raise forms.ValidationError(_("This programme already has an edition with this number."))
        return number

    def clean(self) -> dict[str, Any]:
        """Return the words with a free slug."""
        return with_free_slug(super().clean() or {}, Edition)


class PlanForm(forms.ModelForm):  # type: ignore[type-arg]
    """The plan of an edition: days, sizes, means."""

    class Meta:
        """What is asked, in the order of the work."""

        model = Edition
        fields = [
            "name", *rules.DAYS, "call_opens_time", "call_closes_time",
            "delivery_weeks", "reviews_per_idea", "shortlist_size", "chosen_count", "quorum",
            "means_euros", "means_hours",
        ]  # fmt: skip
        labels = {
            "name": _("Name of the edition"),
            "call_opens_on": _("The call opens on"),
            "call_closes_on": _("The call closes on"),
            "call_opens_time": _("Opening hour"),
            "call_closes_time": _("Closing hour"),
            "pitch_on": _("Pitch day"),
            "delivery_starts_on": _("Delivery starts on"),
            "datadag_on": _("DataDag"),
            "delivery_weeks": _("Length of delivery"),
            "reviews_per_idea": _("Reviews for each idea"),
            "shortlist_size": _("Ideas that pitch"),
            "chosen_count": _("Ideas that the jury chooses"),
            "quorum": _("Jurors needed for a valid vote"),
            "means_euros": _("Money"),
            "means_hours": _("Time of people"),
        }
        help_texts = {
            "call_opens_time": OPENS_BY_HAND,
            "call_closes_time": CLOSES_BY_HAND,
            "reviews_per_idea": _("At least 2; with 3 the ranking is more certain."),
            "means_euros": _("For all projects together."),
            "means_hours": _("For all projects together, during delivery."),
        }
        widgets = dict.fromkeys(rules.DAYS, DayInput) | {"call_opens_time": HourInput, "call_closes_time": HourInput}

    def clean(self) -> dict[str, Any]:
        """Return the plan; say what is wrong in it."""
        given = super().clean() or {}
        stored = Edition.objects.get(pk=self.instance.pk)
        if not self.errors and (why_not := rules.why_not_have_plan(**given)):
            self.add_error(None, why_not)
        if not self.errors and (why_not := rules.why_not_resize(edition=stored, **given)):
            self.add_error(None, why_not)
        return given


class ThemeForm(forms.ModelForm):  # type: ignore[type-arg]
    """A theme of the call; its address is made from its Dutch name."""

    class Meta:
        """What is asked."""

        model = Theme
        fields = ["name_nl", "name_en", "question_nl", "question_en"]
        labels = {
            "name_nl": _("Name in Dutch"),
            "name_en": _("Name in English"),
            "question_nl": _("Question in Dutch"),
            "question_en": _("Question in English"),
        }

    def clean(self) -> dict[str, Any]:
        """Return the words, for a new theme with its slug; refuse one that is there already."""
        given = super().clean() or {}
        if self.instance.pk:
            return given
        given["slug"] = slugify(given.get("name_nl", ""))[:60]
        if Theme.objects.filter(edition=self.instance.edition, slug=given["slug"]).exists():
            self.add_error("name_nl", _("This theme is there already."))
        return given


class AppointmentForm(forms.Form):
    """Who gets, or loses, which duty."""

    person = forms.ModelChoiceField(Person.objects.filter(is_active=True), to_field_name="public_id")
    duty = forms.ChoiceField(choices=Duty.choices)


def theme_on(line: str) -> ThemeWords:
    """Return the theme that a line tells.

    :raises ValidationError: the line lacks an English name, or is too long
    """
    words = [word.strip() for word in line.split("|")]
    if not 2 <= len(words) <= 4 or not all(words[:2]) or not slugify(words[0]):
        lacking = _("A line needs a Dutch and an English name with | between: %(line)s")
        raise forms.ValidationError(lacking, params={"line": line[:80]})
    if any(len(name) > 80 for name in words[:2]) or any(len(question) > 300 for question in words[2:]):
        too_long = _("A name has at most 80 characters, a question at most 300: %(line)s")
        raise forms.ValidationError(too_long, params={"line": line[:80]})
    return ThemeWords(slugify(words[0])[:60], *words)


def with_free_slug(given: dict[str, Any], model: type[Programme] | type[Edition]) -> dict[str, Any]:
    """Return the words with a slug made from the name; numbered when another row has it."""
    stem = slugify(given.get("name", ""))[:50] or "x"
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True)) | {"nieuw"}
    return given | {"slug": free_slug(stem, taken)}
