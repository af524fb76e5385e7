"""Tables of the jury: pitches, scorecards and recusals, ballots, and the verdict."""

from datamatch.jury.models.ballot import Ballot, BallotBox, BallotRank
from datamatch.jury.models.pitch import CardScore, Pitch, Recusal, Scorecard
from datamatch.jury.models.verdict import Verdict

__all__ = ["Ballot", "BallotBox", "BallotRank", "CardScore", "Pitch", "Recusal", "Scorecard", "Verdict"]
