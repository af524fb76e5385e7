"""What a replay tells afterwards: the trace of everything, the letters, and a summary to read."""
