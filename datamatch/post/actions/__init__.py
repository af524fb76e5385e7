"""What people do in the post room."""

from datamatch.post.actions.letters import edit_letter, send_letters, write_letters

__all__ = ["edit_letter", "send_letters", "write_letters"]
