"""Pages of the post room: letters for managers and readers, and the mailbox of the demo."""
