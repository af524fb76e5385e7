"""What the pages of the second factor (allauth.mfa) say in our words; named in the settings."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from datamatch.people.models import Person


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Speaks B1, and names a passkey after its number."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _("Switch the extra step off first; then you can add an address."),
        "cannot_delete_authenticator": _("You cannot switch this off."),
        "cannot_generate_recovery_codes": _("You need no recovery codes as long as there is no extra step."),
        "incorrect_code": _("This code does not fit. Look at the newest one, and type it again."),
        "unverified_email": _("Verify your address first; then you can add an extra step."),
    }

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:  # noqa: A002  the library's word
        """Return a name for a new passkey, as long as its owner gives none."""
        known = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Passkey %(number)d") % {"number": known + 1}
