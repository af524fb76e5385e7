"""The app behind the room."""

from django.apps import AppConfig


class SafeguardsConfig(AppConfig):
    """Legal, technical, ethical."""

    name = "datamatch.safeguards"
    label = "safeguards"

    def ready(self) -> None:
        """Say how answers put an idea in a lane."""
        from datamatch.ideas.actions import lanes_follow
        from datamatch.safeguards.rules import lane_of

        lanes_follow(lane_of)
