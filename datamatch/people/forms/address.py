"""The shape of another address (named in the settings); apart, for the library loads while it reads our other forms."""

from allauth.account.forms import AddEmailForm
from django import forms

from datamatch.people import rules


class AddAddressForm(AddEmailForm):  # type: ignore[misc]
    """Another address of somebody who has an account."""

    def clean_email(self) -> str:
        """Return the address.

        :raises ValidationError: it is taken, or not at a mail domain whose people take part
        """
        email: str = super().clean_email()
        if reason := rules.why_not_have_address(email=email):
            raise forms.ValidationError(reason)
        return email
