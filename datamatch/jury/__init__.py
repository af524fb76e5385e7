"""Pitch day and verdict: running order, scorecards, recusal, ballots, minutes."""
