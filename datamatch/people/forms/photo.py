"""The shape of a photo; whether it is one is told by its bytes, in the action."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PhotoForm(forms.Form):
    """One file."""

    photo = forms.FileField(
        label=_("Your photo"),
        help_text=_(
            "JPEG, PNG or WebP, at most 5 MB. We keep a small square without the data that a phone adds to it."
        ),
        error_messages={"required": _("Choose a photo first."), "empty": _("This file is empty. Choose another one.")},
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
