"""The shape of who may enter an edition, of a new access code, and of a code that is typed."""

import re

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from datamatch.editions.enums import Access
from datamatch.editions.rules.access import MOST_INVITED
from datamatch.people.queries import domains


class AccessForm(forms.Form):
    """Who may enter, and whether ideas stay sealed."""

    access = forms.ChoiceField(
        choices=Access.choices, widget=forms.RadioSelect, label=_("Who may enter this edition?"),
        help_text=_("For everybody else it does not exist: not in lists, not in search, not by its address."),
    )  # fmt: skip
    sealed = forms.BooleanField(
        required=False,
        label=_("Keep ideas sealed until the call is closed"),
        help_text=_("Until then only who writes an idea reads it. Managers see how many there are, and no more."),
    )


class DomainsForm(forms.Form):
    """Which mail domains belong to the programme."""

    domains = forms.ModelMultipleChoiceField(
        queryset=domains(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Mail domains of the programme"),
        help_text=_("People with a verified address at one of these enter every edition that is for mail domains."),
    )


class CodeForm(forms.Form):
    """A new access code."""

    note = forms.CharField(required=False, max_length=80, label=_("For whom?"), help_text=_("Only managers see this."))
    most_uses = forms.IntegerField(
        required=False, min_value=1, max_value=100_000, label=_("For how many people?"),
        help_text=_("Leave it empty for as many as come."),
    )  # fmt: skip
    expires_at = forms.DateTimeField(
        required=False,
        label=_("Until when does it work?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class EnterForm(forms.Form):
    """A code that somebody got."""

    code = forms.CharField(
        max_length=40,
        label=_("Access code"),
        help_text=_("Capitals, spaces and dashes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class InvitePeopleForm(forms.Form):
    """The addresses of people to invite."""

    addresses = forms.CharField(
        label=_("Addresses"),
        help_text=_("One on a line. Who has no account yet gets a link to make one."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_addresses(self) -> list[str]:
        """Return the addresses.

        :raises ValidationError: one is no address
        """
        addresses = [word for word in re.split(r"[\s,;]+", self.cleaned_data["addresses"]) if word]
        for address in addresses[: MOST_INVITED + 1]:
            try:
                validate_email(address)
            except forms.ValidationError as wrong:
                lacking = _("This is no address: %(address)s")
                raise forms.ValidationError(lacking, params={"address": address[:80]}) from wrong
        return addresses
