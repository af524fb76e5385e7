"""Tables of the jury: pitches, scorecards and recusals, ballots, and the verdict."""

from datamatch.jury.models.absence import Absence
from datamatch.jury.models.ballot import (
    Ballot,
    BallotBox,
    BallotRank,
    BallotRules,
    LineTally,
    PairTally,
    Voter,
)
from datamatch.jury.models.hall import Hall, HallTally, HallVoter
from datamatch.jury.models.minutes import Addendum, Minutes, Signature
from datamatch.jury.models.pitch import CardScore, Pitch, Recusal, Scorecard
from datamatch.jury.models.question import HallQuestion, UpVote
from datamatch.jury.models.verdict import Verdict

__all__ = [
    "Absence", "Addendum", "Ballot", "BallotBox", "BallotRank", "BallotRules", "CardScore", "Hall", "HallQuestion",
    "HallTally", "HallVoter", "LineTally", "Minutes", "PairTally", "Pitch", "Recusal", "Scorecard", "Signature",
    "UpVote", "Verdict", "Voter",
]  # fmt: skip
