"""How much we take, and the word for what we do not."""

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_NAME = 100


class Unfit(ValueError):
    """A file we do not take, with the reason in the reader's language."""
