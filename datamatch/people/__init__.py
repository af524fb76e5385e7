"""Who: accounts, profiles, skills, units (with history), privacy."""
