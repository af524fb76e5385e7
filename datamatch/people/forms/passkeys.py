"""The library's forms for passkeys (named in the settings), which also say no to an answer that no device gives."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms
from django.forms import Form


class SoundAnswer(Form):
    """Takes an answer that misses a part, or holds something else, for one that does not fit: the library stumbles."""

    def clean_credential(self) -> Any:
        """Return what the library makes of the answer.

        :raises ValidationError: it does not fit
        """
        read = getattr(super(), "clean_credential", lambda: self.cleaned_data["credential"])
        return sound(read)

    def clean(self) -> Any:
        """Return everything that was sent, looked at by the library.

        :raises ValidationError: it does not fit
        """
        return sound(super().clean)


def sound(read: Any) -> Any:
    """Return what is read.

    :raises ValidationError: it cannot be read
    """
    try:
        return read()
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise get_adapter().validation_error("incorrect_code") from fault


class AddPasskeyForm(SoundAnswer, forms.AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey."""


class SignInByPasskeyForm(SoundAnswer, forms.LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey instead of a password."""


class PasskeyAsSecondForm(SoundAnswer, forms.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey after a password."""


class PasskeyOnceMoreForm(SoundAnswer, forms.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey before something that matters."""
