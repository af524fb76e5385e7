"""The outcome of a closed ballot box, put back into pitches and words."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.ideas.models import Idea
from datamatch.jury.models import BallotBox, Pitch
from datamatch.jury.queries.pitches import pitches_in


@dataclass(frozen=True)
class Duel:
    """Two pitches compared: how many ballots held both, and how many put each above the other."""

    other: Pitch
    won: int
    lost: int
    judged: int


@dataclass(frozen=True)
class Place:
    """One pitch in the order of the jury."""

    place: int
    pitch: Pitch
    ballots: int
    approved: int
    passes: bool
    beats: int
    proposed: bool
    by_lot: bool
    duels: list[Duel]
    why_before_next: str


@dataclass(frozen=True)
class Result:
    """The order of the jury (uitslag), with the base it rests on."""

    places: list[Place]
    ballots: int
    jurors: int
    quorum: int
    proposal: list[Idea]
    secret: bool
    pass_share: int

    @property
    def has_lot(self) -> bool:
        """Tell whether the draw settled an equal place."""
        return any(place.by_lot for place in self.places)


def result_of(box: BallotBox) -> Result | None:
    """Return the result of a closed box, or None while it is open."""
    if box.is_open or not box.outcome:
        return None
    by_id = {str(pitch.public_id): pitch for pitch in pitches_in(box.edition)}
    told = box.outcome
    pitches = [by_id[public_id] for public_id in told["pitches"]]
    passing = [at for at in told["order"] if _passes(told, at)][: box.edition.chosen_count]
    places = [_place(told, pitches, at, set(passing)) for at in range(len(pitches))]
    proposal = [place.pitch.idea for place in places if place.proposed]
    return Result(places, told["ballots"], told["jurors"], box.quorum, proposal, box.secret, box.pass_share)


def _passes(told: dict[str, Any], pitch: int) -> bool:
    """Tell whether enough of the ballots that hold a pitch put it above the line; without a line all pass."""
    share: int = told.get("pass_share", 0)
    return not share or (told["held"][pitch] > 0 and told["approved"][pitch] * 100 >= share * told["held"][pitch])


def _place(told: dict[str, Any], pitches: list[Pitch], at: int, proposed: set[int]) -> Place:
    """Return the pitch at one place of the order, with everything that is said about it."""
    order: list[int] = told["order"]
    me = order[at]
    after = order[at + 1] if at + 1 < len(order) else None
    return Place(
        place=at + 1,
        pitch=pitches[me],
        ballots=told["held"][me],
        approved=told.get("approved", told["held"])[me],
        passes=_passes(told, me),
        beats=told["beats"][me],
        proposed=me in proposed,
        by_lot=any(me in group for group in told["tied"]),
        duels=[_duel(told, pitches, me, other) for other in order if other != me],
        why_before_next="" if after is None else why_before(told, _duel(told, pitches, me, after), me, after),
    )


def _duel(told: dict[str, Any], pitches: list[Pitch], me: int, other: int) -> Duel:
    """Return two pitches compared."""
    return Duel(pitches[other], told["pairwise"][me][other], told["pairwise"][other][me], told["judged"][me][other])


def why_before(told: dict[str, Any], duel: Duel, me: int, other: int) -> str:
    """Return in one sentence why a pitch stands before the next one."""
    named = {"other": duel.other.idea.title, "won": duel.won, "judged": duel.judged, "lost": duel.lost}
    if any(me in group and other in group for group in told["tied"]):
        return _("Equal to “%(other)s”; the draw put this one first.") % named
    if duel.won > duel.lost:
        words = ngettext(
            "%(won)s of the %(judged)s juror who judged both put it above “%(other)s”.",
            "%(won)s of the %(judged)s jurors who judged both put it above “%(other)s”.",
            duel.judged,
        )
        return words % named
    by_others = _("Beside “%(other)s” alone it does not win; measured against all pitches together it stands higher.")
    return by_others % named
