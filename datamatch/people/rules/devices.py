"""Why a device is not signed out; None when it is."""

from typing import Any

from django.utils.translation import gettext as _

from datamatch.people.models import Person


def why_not_end_device(*, device: Any, by: Person) -> str | None:
    """Return why this person does not sign out on this device, or None when it is theirs."""
    return None if device.user_id == by.pk else _("This is not one of your devices.")
