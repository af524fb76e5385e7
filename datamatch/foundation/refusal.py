"""Saying no with a reason: the only exception a person reads."""


class Refused(Exception):
    """A deed that may not happen now, with the reason in the reader's language."""

    def __init__(self, reason: str) -> None:
        """Keep the reason, which is shown to the person as it stands."""
        super().__init__(str(reason))
        self.reason = str(reason)


def refuse_if(reason: str | None) -> None:
    """Raise when a rule gave a reason.

    :raises Refused: there is a reason not to
    """
    if reason is not None:
        raise Refused(reason)
