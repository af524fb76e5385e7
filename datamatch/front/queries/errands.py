"""What somebody is asked to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Errand:
    """One thing that waits for a person; `where` names the edition, as somebody may have a duty in several."""

    text: str
    url: str
    icon: str
    where: str = ""
