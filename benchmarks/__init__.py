"""Figures of the engine beside plain methods and published ones: `python -m benchmarks`."""
