"""Tables of the jury: pitches, scorecards and recusals, ballots, and the verdict."""

from datamatch.jury.models.ballot import (
    Ballot,
    BallotBox,
    BallotRank,
    BallotRules,
    LineTally,
    PairTally,
    Voter,
)
from datamatch.jury.models.pitch import CardScore, Pitch, Recusal, Scorecard
from datamatch.jury.models.verdict import Verdict

__all__ = [
    "Ballot", "BallotBox", "BallotRank", "BallotRules", "CardScore", "LineTally", "PairTally", "Pitch", "Recusal",
    "Scorecard", "Verdict", "Voter",
]  # fmt: skip
