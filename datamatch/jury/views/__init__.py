"""Pages of pitch day, ballot and verdict."""
