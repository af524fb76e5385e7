"""Shape of what is told in a case, looked for in the library, and taken from it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.cases.models import Case
from datamatch.editions.models import Theme
from datamatch.projects.enums import Ending


class CaseForm(forms.Form):
    """What others need to learn from a project."""

    title = forms.CharField(
        label=_("Title"), help_text=_("Say the result, not the name of the project."), max_length=120
    )
    summary = forms.CharField(
        label=_("In short"),
        help_text=_("Two or three sentences that somebody from another unit understands."),
        max_length=350,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    lessons = forms.CharField(
        label=_("What did you learn?"),
        help_text=_("What would you do again, and what would you do differently?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    reach = forms.CharField(
        label=_("Who uses it now, and who could?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    how_to_reuse = forms.CharField(
        label=_("How can others use this?"),
        help_text=_("Where it stands, whom to ask, what to arrange first."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    datasets = forms.CharField(
        label=_("Which data did you use?"),
        help_text=_("One per line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_datasets(self) -> list[str]:
        """Return one name per line, without empty lines."""
        return [line.strip() for line in self.cleaned_data["datasets"].splitlines() if line.strip()]


def words_of(case: Case) -> dict[str, Any]:
    """Return the words of a case as the form shows them."""
    names = ("title", "summary", "lessons", "reach", "how_to_reuse")
    return {name: getattr(case, name) for name in names} | {"datasets": "\n".join(case.datasets)}


class SearchForm(forms.Form):
    """What somebody looks for in the library."""

    q = forms.CharField(
        label=_("Words"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    ending = forms.ChoiceField(
        label=_("How did it end?"), choices=[("", _("Every ending")), *Ending.choices], required=False
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)

    def __init__(self, *args: Any, themes: list[Theme], **kwargs: Any) -> None:
        """Offer the themes that have a case."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Every theme")), *((theme.slug, str(theme)) for theme in themes)]
        self.fields["theme"].choices = choices  # type: ignore[attr-defined]


class ReuseForm(forms.Form):
    """What somebody takes from a case."""

    what = forms.CharField(
        label=_("What do you want to use of it?"),
        help_text=_("One sentence. Others see it when you send your idea."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
