"""The app behind the room."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    """What people want to try."""

    name = "datamatch.ideas"
    label = "ideas"

    def ready(self) -> None:
        """Say what is told about ideas, energy and talk, and what of them goes with a closed account."""
        from datamatch.foundation import privacy
        from datamatch.ideas.actions import forget_author, forget_talker
        from datamatch.ideas.queries import own_ideas, own_talk

        privacy.keeps(forget=forget_author, tell=own_ideas)
        privacy.keeps(forget=forget_talker, tell=own_talk)
