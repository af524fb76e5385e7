"""What people do in the post room."""

from datamatch.post.actions.giving_up import give_up
from datamatch.post.actions.letters import edit_letter, send_letters, write_letters
from datamatch.post.actions.reminding import remind_to_confirm
from datamatch.post.actions.sending import correct_letter, move_up, note_bounce, send_again

__all__ = [
    "correct_letter", "edit_letter", "give_up", "move_up", "note_bounce", "remind_to_confirm", "send_again",
    "send_letters", "write_letters",
]  # fmt: skip
