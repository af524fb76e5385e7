"""The app behind the room."""

from django.apps import AppConfig


class EditionsConfig(AppConfig):
    """When and within what means."""

    name = "datamatch.editions"
    label = "editions"

    def ready(self) -> None:
        """Say why somebody cannot close their account yet."""
        from datamatch.editions.rules import why_not_close_account
        from datamatch.foundation import privacy

        privacy.keeps(why_not_leave=why_not_close_account)
