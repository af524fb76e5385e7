"""DataMatch: from an open call for data ideas to a reused case, edition after edition."""

__version__ = "0.1.0"
