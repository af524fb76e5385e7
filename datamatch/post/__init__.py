"""De postkamer: letters and reminders; what must reach whom, once."""
