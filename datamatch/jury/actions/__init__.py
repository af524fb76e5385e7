"""Deeds of pitch day: the running order, the stage, the cards, the ballot and the verdict."""

from datamatch.jury.actions.ballots import cast_ballot, choose_rules, close_box, open_box
from datamatch.jury.actions.cards import give_card, jot_card, step_out
from datamatch.jury.actions.hall import change_hall, close_vote, open_hall, open_vote, vote
from datamatch.jury.actions.minutes import add_to_minutes, sign_minutes
from datamatch.jury.actions.planning import plan_pitches
from datamatch.jury.actions.questions import answer_question, ask, hide_question, show_question, want
from datamatch.jury.actions.records import export_records
from datamatch.jury.actions.reserve import keep_reserve
from datamatch.jury.actions.schedule import move_pitch, note_absence, remove_absence
from datamatch.jury.actions.stage import call_next, call_on_stage, end_pitch, pause_pitch, resume_pitch, step_back
from datamatch.jury.actions.times import tell_times
from datamatch.jury.actions.verdict import settle_verdict

__all__ = [
    "add_to_minutes", "answer_question", "ask", "call_next", "call_on_stage", "cast_ballot", "change_hall",
    "choose_rules", "close_box", "close_vote", "end_pitch", "export_records", "give_card", "hide_question", "jot_card",
    "keep_reserve", "move_pitch", "note_absence", "open_box", "open_hall", "open_vote", "pause_pitch", "plan_pitches",
    "remove_absence", "resume_pitch", "settle_verdict", "show_question", "sign_minutes", "step_back", "step_out",
    "tell_times", "vote", "want",
]  # fmt: skip
