"""Pitch day: the running order, recusals, scorecards, the ballot and the verdict."""

from collections.abc import Sequence
from datetime import datetime, time

from django.utils.translation import gettext as _

from datamatch.control.actions import move_stage
from datamatch.editions.enums import Duty
from datamatch.editions.queries import appointed
from datamatch.jury import actions as jury
from datamatch.jury import rules
from datamatch.jury.enums import Signatory
from datamatch.jury.models import BallotBox, Pitch
from datamatch.jury.queries import pitches_judged_by, result_of
from datamatch.jury.weighing import proposal_of
from datamatch.people.models import Person
from datamatch.screening.enums import Round
from datamatch.screening.rules import conflict_of
from datamatch.story.actions.in_the_hall import ask_about, hear_hall, open_hall
from datamatch.story.actions.journey import ZONE, Journey, in_words_of
from datamatch.story.actions.matching import complete
from datamatch.story.actions.screening import answer_everybody

ROOM = "Zaal 3"


def pitch(journey: Journey) -> None:
    """Hold the pitch day and settle what the jury chose."""
    edition, by = journey.edition, journey.manager
    journey.simulated.append("ballots")
    make_ready(journey, starts_at=datetime.combine(journey.plan.pitch_on, time(9, 30), tzinfo=ZONE))
    journey.clock.go_to(journey.plan.pitch_on)
    for on_stage in Pitch.objects.filter(idea__edition=edition).select_related("idea").order_by("place"):
        present(journey, on_stage)
    hear_hall(journey)
    vote(journey)
    answer_everybody(journey, Round.VERDICT)
    complete(journey)
    journey.clock.go_to(journey.plan.delivery_starts_on)
    move_stage(edition=edition, by=by, at=journey.clock.tick())


def make_ready(journey: Journey, *, starts_at: datetime) -> None:
    """Make the running order, let jurors with a tie step out, and give the audience its page."""
    at = journey.clock.tick()
    jury.plan_pitches(edition=journey.edition, by=journey.manager, at=at, starts_at=starts_at, room=ROOM)
    step_out(journey)
    open_hall(journey)


def step_out(journey: Journey) -> None:
    """Let jurors with a conflict step out before the day."""
    for planned in Pitch.objects.filter(idea__edition=journey.edition).select_related("idea").order_by("place"):
        for juror in appointed(journey.edition, Duty.JUROR):
            with in_words_of(juror):
                reason = conflict_of(idea=planned.idea, person=juror)
            if reason is not None and rules.why_not_step_out(pitch=planned, by=juror) is None:
                jury.step_out(pitch=planned, by=juror, at=journey.clock.tick(), reason=reason)


def present(journey: Journey, on_stage: Pitch) -> None:
    """Put one pitch on stage and let the jurors who stayed fill in their card."""
    on_stage = jury.call_on_stage(pitch=on_stage, by=journey.manager, at=journey.clock.tick())
    fill_cards(journey, on_stage, list(appointed(journey.edition, Duty.JUROR)))
    ask_about(journey, on_stage.idea.title)
    jury.end_pitch(pitch=on_stage, by=journey.manager, at=journey.clock.tick())


def fill_cards(journey: Journey, on_stage: Pitch, jurors: Sequence[Person]) -> None:
    """Let these jurors fill in their card, as far as they may judge this pitch."""
    row = journey.row_of(on_stage.idea)
    criteria = list(journey.edition.criteria.values_list("slug", flat=True))
    for juror in jurors:
        if rules.why_not_give_card(pitch=on_stage, by=juror) is None:
            scores = journey.world.scores(row, juror.email, criteria, occasion="card")
            jury.give_card(pitch=on_stage, by=juror, at=journey.clock.tick(), scores=scores)


def vote(journey: Journey) -> None:
    """Open the box, let every juror rank what they may judge, close it and settle the verdict."""
    by = journey.manager
    edition, at = journey.edition, journey.clock.tick()
    jury.choose_rules(edition=edition, secret=False, quorum=edition.quorum, pass_share=50, by=by, at=at)
    box = jury.open_box(edition=journey.edition, by=by, at=journey.clock.tick())
    for juror in appointed(journey.edition, Duty.JUROR):
        cast(journey, box, juror.email)
    box = jury.close_box(ballot_box=box, by=by, at=journey.clock.tick())
    result = result_of(box)
    chosen = result.proposal if result else []
    departs = rules.departs_from(chosen=chosen, proposed=proposal_of(edition).ideas)
    with in_words_of(by):
        motive = _("The jury heard the makers; a calculation did not.") if departs else ""
    jury.settle_verdict(ballot_box=box, chosen=chosen, motive=motive, by=by, at=journey.clock.tick())
    sign(journey)
    journey.tell(_("The jury chose %(count)s of %(pitches)s") % {
        "count": len(chosen), "pitches": Pitch.objects.filter(idea__edition=journey.edition).count(),
    })  # fmt: skip


def sign(journey: Journey) -> None:
    """Let the first juror and the programme manager sign the minutes."""
    chair = appointed(journey.edition, Duty.JUROR).order_by("name").first()
    for role, by in ((Signatory.CHAIR, chair), (Signatory.SECRETARY, journey.manager)):
        if by is not None and rules.why_not_sign(edition=journey.edition, role=role, by=by) is None:
            jury.sign_minutes(edition=journey.edition, role=role, by=by, at=journey.clock.tick())


def cast(journey: Journey, box: BallotBox, email: str) -> None:
    """Let one juror rank the pitches they did not step out for."""
    juror = journey.people[email]
    by_row = {journey.row_of(pitch.idea): pitch for pitch in pitches_judged_by(juror, journey.edition)}
    if not by_row:
        journey.notes.append(_("One juror stepped out for every pitch and cast no ballot."))
        return
    order = journey.world.order(sorted(by_row), email)
    choice = [by_row[row] for row in order]
    jury.cast_ballot(ballot_box=box, by=juror, choice=choice, at=journey.clock.tick())
