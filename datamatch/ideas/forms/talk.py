"""The shape of a comment, and of looking for somebody to mention."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


class CommentForm(forms.Form):
    """A comment in plain words; `comment` is its identity, so that a second press places nothing twice."""

    comment = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    words = forms.CharField(
        max_length=2000,
        label=_("Your comment"),
        error_messages={"required": _("Write something first.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FindForm(forms.Form):
    """Whom to mention, by name."""

    find = forms.CharField(
        max_length=60,
        required=False,
        label=_("Mention somebody"),
        help_text=_("They get a mail that you call them in."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
