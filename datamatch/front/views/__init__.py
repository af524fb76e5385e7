"""Pages of the hall: load, ask, answer; they only read."""
