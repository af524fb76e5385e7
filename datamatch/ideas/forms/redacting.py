"""The shape of a redacted copy."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.ideas.models import Attachment, Idea, IdeaAnswer


class FilesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """A choice among files, by what they are called."""

    def label_from_instance(self, obj: Any) -> str:
        """Return how a file is named in the list."""
        return f"{obj.told} ({obj.name})" if obj.about else str(obj.name)


class PartField(forms.CharField):
    """One part of an idea that the copy says again."""

    def __init__(self, *, rows: int, **given: Any) -> None:
        """Be as high as the part is long, most times."""
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **given)


class RedactionForm(forms.Form):
    """What the copy says, and which files are held back."""

    title = forms.CharField(max_length=120, label=_("Title"))
    demand = PartField(max_length=2000, label=_("Demand"), rows=8)
    data = PartField(max_length=2000, label=_("Data"), rows=5)  # type: ignore[assignment]
    result = PartField(max_length=2000, label=_("Result"), rows=5)
    what_changed = PartField(max_length=500, label=_("What is different now"), rows=3)

    def __init__(self, *args: Any, idea: Idea, answers: Iterable[IdeaAnswer], **kwargs: Any) -> None:
        """Offer the parts and files that this idea has; of what has words something remains, be it blacked out."""
        super().__init__(*args, **kwargs)
        if not idea.earlier_id:
            del self.fields["what_changed"]
        for row in answers:
            self.fields[f"answer-{row.question.slug}"] = PartField(max_length=2000, label=str(row.question), rows=4)
        self.parts = list(self.fields)
        for name in self.parts:
            self.fields[name].required = bool(self.initial.get(name))
        files = Attachment.objects.filter(idea=idea)
        if files.exists():
            self.fields["held_back"] = FilesField(
                queryset=files, to_field_name="public_id", required=False,
                widget=forms.CheckboxSelectMultiple, label=_("Which files are held back?"),
                help_text=_("Also a drawing or a table can say who made it. Look inside before you decide."),
            )  # fmt: skip

    @property
    def copy(self) -> dict[str, Any]:
        """Return what the copy says by the name of each part, and the public ids of the files that are held back."""
        files = self.cleaned_data.get("held_back", [])
        return {
            "words": {name: self.cleaned_data[name] for name in self.parts},
            "held_back": [file.public_id for file in files],
        }
