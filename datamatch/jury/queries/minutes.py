"""The minutes (verslag) of the jury: what happened and when, and never who voted what."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.jury.models import BallotBox, Pitch, Verdict
from datamatch.jury.queries.ballots import attendance_in, box_of, verdict_of
from datamatch.jury.queries.pitches import pitches_in, recusals_in
from datamatch.jury.queries.results import result_of
from datamatch.jury.queries.wording import titles_of


@dataclass(frozen=True)
class Line:
    """One line of the minutes."""

    at: datetime
    title: str
    text: str = ""
    icon: str = ""


def minutes_of(edition: Edition) -> list[Line]:
    """Return the minutes in order of time; empty before the first pitch."""
    lines = [line for pitch in pitches_in(edition) for line in _pitched(pitch)]
    lines += [
        Line(
            recusal.at,
            _("%(name)s stepped out for “%(idea)s”") % {"name": recusal.juror.name, "idea": recusal.pitch.idea.title},
            recusal.reason,
            icon="log-in",
        )
        for recusal in recusals_in(edition)
    ]
    box, verdict = box_of(edition), verdict_of(edition)
    lines += _voted(box) if box else []
    lines += [_settled(verdict)] if verdict else []
    return sorted(lines, key=lambda line: line.at)


def _pitched(pitch: Pitch) -> list[Line]:
    """Return when a pitch was on stage, or nothing when it was not yet."""
    if pitch.began_at is None:
        return []
    text = ""
    if pitch.ended_at is not None:
        minutes = max(1, round((pitch.ended_at - pitch.began_at).total_seconds() / 60))
        words = ngettext("On stage for %(count)s minute.", "On stage for %(count)s minutes.", minutes)
        text = words % {"count": minutes}
    return [Line(pitch.began_at, _("Pitch: “%(idea)s”") % {"idea": pitch.idea.title}, text, icon="mic")]


def _voted(box: BallotBox) -> list[Line]:
    """Return when the ballot was opened and closed, and its order."""
    count = attendance_in(box)
    quorum = _("At least %(quorum)s ballots are needed.") % {"quorum": box.quorum}
    way = _("Secret ballots.") if box.secret else _("Ballots by name.")
    share = _("Above the line on %(share)s %% an idea passes.") % {"share": box.pass_share} if box.pass_share else ""
    told = " ".join(part for part in (way, quorum, share) if part)
    lines = [Line(box.opened_at, _("The ballot was opened"), told, icon="vote")]
    result = result_of(box)
    if box.closed_at is not None and result is not None:
        held = _("%(ballots)s of %(jurors)s jurors voted.") % {"ballots": count.ballots, "jurors": result.jurors}
        order = "\n".join(f"{place.place}. {place.pitch.idea.title}" for place in result.places)
        lines.append(Line(box.closed_at, _("The ballot was closed"), f"{held}\n{order}", icon="vote"))
    return lines


def _settled(verdict: Verdict) -> Line:
    """Return the verdict with its motive."""
    own = _("The jury follows its ballot.") if not verdict.departs else _("The jury departs from its ballot.")
    title = _("The verdict: %(ideas)s") % {"ideas": titles_of(verdict.chosen.all())}
    told = f"{own} {verdict.motive}".strip()
    return Line(
        verdict.settled_at, title, "\n".join(part for part in (told, proposal_in(verdict)) if part), icon="trophy"
    )


def proposal_in(verdict: Verdict) -> str:
    """Return in words what the engine proposed beside the verdict; empty when it proposed nothing."""
    proposed = list(verdict.proposed.all())
    if not proposed:
        return ""
    if not verdict.departs_from_proposed:
        return _("The best set that was calculated is the same.")
    return _("The best set that was calculated: %(ideas)s.") % {"ideas": titles_of(proposed)}
