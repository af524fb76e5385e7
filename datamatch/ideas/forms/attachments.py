"""The shape of a file that goes with an idea."""

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.files import EXTENSIONS, Fit, Unfit, fit


class AttachmentForm(forms.Form):
    """A file, and in a few words what it is."""

    about = forms.CharField(
        max_length=120,
        required=False,
        label=_("What is it?"),
        help_text=_("Others read this instead of the name of the file."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, PNG, JPEG, WebP, CSV, XLSX, DOCX, ODT, ODS or TXT, at most 10 MB."),
        error_messages={"required": _("Choose a file first."), "empty": _("This file is empty.")},
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(f".{name}" for name in EXTENSIONS)}),
    )

    def clean_file(self) -> Fit:
        """Return the file as it may be kept."""
        try:
            return fit(self.cleaned_data["file"])
        except Unfit as unfit:
            raise forms.ValidationError(str(unfit)) from unfit
