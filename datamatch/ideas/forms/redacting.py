"""The shape of a redacted copy."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.ideas.models import Attachment, Idea


class FilesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """A choice among files, by what they are called."""

    def label_from_instance(self, obj: Any) -> str:
        """Return how a file is named in the list."""
        return f"{obj.told} ({obj.name})" if obj.about else str(obj.name)


class RedactionForm(forms.Form):
    """What the copy says, and which files are held back."""

    title = forms.CharField(max_length=120, label=_("Title"))
    demand = forms.CharField(max_length=2000, label=_("Demand"), widget=forms.Textarea(attrs={"rows": 8}))
    data = forms.CharField(  # type: ignore[assignment]
        max_length=2000, required=False, label=_("Data"), widget=forms.Textarea(attrs={"rows": 5})
    )
    result = forms.CharField(
        max_length=2000, required=False, label=_("Result"), widget=forms.Textarea(attrs={"rows": 5})
    )
    held_back = FilesField(
        queryset=Attachment.objects.none(), to_field_name="public_id", required=False,
        widget=forms.CheckboxSelectMultiple, label=_("Which files are held back?"),
        help_text=_("Also a drawing or a table can say who made it. Look inside before you decide."),
    )  # fmt: skip

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        """Offer the files of this idea; without files there is nothing to choose."""
        super().__init__(*args, **kwargs)
        field = self.fields["held_back"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - it is declared above
        field.queryset = Attachment.objects.filter(idea=idea)
        if not field.queryset.exists():
            del self.fields["held_back"]
