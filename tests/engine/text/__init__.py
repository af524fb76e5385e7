"""The language side of the engine."""
