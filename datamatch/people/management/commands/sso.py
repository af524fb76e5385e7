"""`datamatch sso`: what the provider of single sign-on has to know about this installation."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from datamatch.foundation.addresses import whole_address


class Command(BaseCommand):
    """Print the redirect address to register at the provider."""

    help = "Print the redirect address that your OpenID Connect provider has to know."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the address.

        :raises CommandError: no provider is set
        """
        if settings.SINGLE_SIGN_ON is None:
            raise CommandError("Set DATAMATCH_OIDC_ISSUER and DATAMATCH_OIDC_CLIENT_ID first.")
        path = reverse("openid_connect_callback", args=[settings.SINGLE_SIGN_ON.provider_id])
        self.stdout.write(whole_address(path))
