"""The shape of a criterion that a manager writes, and of taking criteria over."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Criterion, Edition
from datamatch.editions.models.call import FEWEST_ANCHORS, MOST_ANCHORS
from datamatch.editions.rules import MOST_WEIGHT
from datamatch.foundation.addresses import free_slug

LONGEST_ANCHOR = 200
RESERVED = {"nieuw", "overnemen"}
ANCHOR_LABELS = {"nl": _("Anchor %(number)s in Dutch"), "en": _("Anchor %(number)s in English")}


class CriterionForm(forms.ModelForm):  # type: ignore[type-arg]
    """A criterion: its name and question in both languages, its weight, and four to six anchors from low to high."""

    class Meta:
        """What is asked, in the order of the page."""

        model = Criterion
        fields = ["name_nl", "name_en", "question_nl", "question_en", "weight"]
        labels = {
            "name_nl": _("Name in Dutch"),
            "name_en": _("Name in English"),
            "question_nl": _("Question in Dutch"),
            "question_en": _("Question in English"),
            "weight": _("Weight"),
        }
        help_texts = {"weight": _("With weight 2 a criterion counts twice as much as with weight 1.")}
        widgets = {
            "question_nl": forms.Textarea(attrs={"rows": 2}),
            "question_en": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["weight"] = forms.IntegerField(
            label=_("Weight"), help_text=self.fields["weight"].help_text, min_value=1, max_value=MOST_WEIGHT
        )
        so_far = {"nl": self.instance.anchors_nl, "en": self.instance.anchors_en}
        for number in range(1, MOST_ANCHORS + 1):
            for language, label in ANCHOR_LABELS.items():
                anchors = so_far[language]
                self.fields[f"anchor_{number}_{language}"] = forms.CharField(
                    label=label % {"number": number},
                    required=number <= FEWEST_ANCHORS,
                    max_length=LONGEST_ANCHOR,
                    initial=anchors[number - 1] if number <= len(anchors) else "",
                    widget=forms.Textarea(attrs={"rows": 2}),
                )

    def clean(self) -> dict[str, Any]:
        """Return the words with the anchors of each language as a list; say which anchor is lacking."""
        given = super().clean() or {}
        typed = {n: self.typed(given, n) for n in range(1, MOST_ANCHORS + 1)}
        last = max((n for n, words in typed.items() if any(words.values())), default=0)
        for number, words in typed.items():
            for language, word in words.items():
                name = f"anchor_{number}_{language}"
                if FEWEST_ANCHORS < number <= last and not word and name not in self.errors:
                    self.add_error(name, _("This anchor is lacking."))
        for language in ANCHOR_LABELS:
            given[f"anchors_{language}"] = [typed[n][language] for n in range(1, max(last, FEWEST_ANCHORS) + 1)]
        return given

    def typed(self, given: dict[str, Any], number: int) -> dict[str, str]:
        """Take one anchor out of the fields and return it by language."""
        return {language: given.pop(f"anchor_{number}_{language}", "") for language in ANCHOR_LABELS}

    def pairs(self) -> Iterator[tuple[int, Any, Any]]:
        """Yield each anchor with its two fields."""
        for number in range(1, MOST_ANCHORS + 1):
            yield number, self[f"anchor_{number}_nl"], self[f"anchor_{number}_en"]

    def free_slug(self) -> str:
        """Return a slug made from the Dutch name, which no criterion of the edition has."""
        stem = slugify(self.cleaned_data["name_nl"])[:50] or "criterium"
        taken = set(self.instance.edition.criteria.values_list("slug", flat=True)) | RESERVED
        return free_slug(stem, taken)


class CopyCriteriaForm(forms.Form):
    """From where criteria are taken over: the built-in ones, or another edition."""

    source = forms.ModelChoiceField(
        Edition.objects.none(),
        to_field_name="slug",
        required=False,
        label=_("Take over from"),
        empty_label=_("The five criteria that are built in"),
    )

    def __init__(self, *args: Any, editions: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["source"].queryset = editions  # type: ignore[attr-defined]
