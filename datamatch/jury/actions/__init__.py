"""Deeds of pitch day: the running order, the stage, the cards, the ballot and the verdict."""

from datamatch.jury.actions.ballots import cast_ballot, choose_rules, close_box, open_box
from datamatch.jury.actions.cards import give_card, jot_card, step_out
from datamatch.jury.actions.planning import plan_pitches
from datamatch.jury.actions.records import export_records
from datamatch.jury.actions.reserve import keep_reserve
from datamatch.jury.actions.stage import call_next, call_on_stage, end_pitch, pause_pitch, resume_pitch, step_back
from datamatch.jury.actions.verdict import settle_verdict

__all__ = [
    "call_next", "call_on_stage", "cast_ballot", "choose_rules", "close_box", "end_pitch", "export_records",
    "give_card", "jot_card", "keep_reserve", "open_box", "pause_pitch", "plan_pitches", "resume_pitch",
    "settle_verdict", "step_back", "step_out",
]  # fmt: skip
