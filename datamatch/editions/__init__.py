"""When and within what means: programme, edition, stage table, call themes, criteria, appointments."""
