"""Plain ways to do the same, written here to compare with."""
