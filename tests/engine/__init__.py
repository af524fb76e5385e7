"""The engine's invariants, its oracles and its figures on shared data."""
