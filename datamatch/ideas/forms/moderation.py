"""The shape of a complaint, a decision about it, an objection, and a note."""

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.ideas.enums import ComplaintReason, Ruling


class ComplaintForm(forms.Form):
    """What is wrong with an idea or a comment."""

    reason = forms.ChoiceField(
        choices=ComplaintReason.choices,
        widget=forms.RadioSelect,
        label=_("What is wrong with it?"),
        error_messages={"required": _("Choose what is wrong with it.")},
    )
    words = forms.CharField(
        max_length=500,
        required=False,
        label=_("Tell more"),
        help_text=_("Only the managers who decide read this, with your name."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RulingForm(forms.Form):
    """What becomes of it, and why."""

    ruling = forms.ChoiceField(
        choices=Ruling.choices,
        widget=forms.RadioSelect,
        label=_("What becomes of it?"),
        error_messages={"required": _("Choose what becomes of it.")},
    )
    reason = forms.CharField(
        max_length=500,
        label=_("Why?"),
        help_text=_("Who wrote it reads this reason, by mail and on the page."),
        error_messages={"required": _("Give a reason. Who wrote it gets to read it.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: object, **given: object) -> None:
        super().__init__(*args, **given)  # type: ignore[arg-type]
        self.fields["ruling"].choice_hints = {  # type: ignore[attr-defined]
            Ruling.KEEP.value: _("Everybody reads it, also when it was hidden before."),
            Ruling.HIDE.value: _("Only who wrote it and managers read it. It can come back."),
            Ruling.REMOVE.value: _("Its place says that it was taken off."),
        }


class ObjectionForm(forms.Form):
    """Why it should stay after all."""

    words = forms.CharField(
        max_length=500,
        label=_("Why should it stay?"),
        error_messages={"required": _("Say why it should stay.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class NoteForm(forms.Form):
    """A note of a manager."""

    words = forms.CharField(
        max_length=2000,
        label=_("New note"),
        error_messages={"required": _("Write something first.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
