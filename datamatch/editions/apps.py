"""The app behind the room."""

from django.apps import AppConfig


class EditionsConfig(AppConfig):
    """When and within what means."""

    name = "datamatch.editions"
    label = "editions"

    def ready(self) -> None:
        """Say why somebody cannot close their account yet, what is told about them, and how duties follow a sign-in."""
        from datamatch.editions.actions import follow_duties
        from datamatch.editions.queries import own_duties
        from datamatch.editions.rules import why_not_close_account
        from datamatch.foundation import privacy, sign_on

        privacy.keeps(why_not_leave=why_not_close_account, tell=own_duties)
        sign_on.duties_follow(follow_duties)
