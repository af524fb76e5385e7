"""The app behind the room."""

from django.apps import AppConfig


class SafeguardsConfig(AppConfig):
    """Legal, technical, ethical."""

    name = "datamatch.safeguards"
    label = "safeguards"

    def ready(self) -> None:
        """Say how answers put an idea in a lane, and what is told about who owns a safeguard."""
        from datamatch.foundation import privacy
        from datamatch.ideas.actions import lanes_follow
        from datamatch.safeguards.queries import own_safeguards
        from datamatch.safeguards.rules import lane_of

        lanes_follow(lane_of)
        privacy.keeps(tell=own_safeguards)
