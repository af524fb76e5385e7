"""Vraag, haalbaarheid, resultaat, and the roles and hours an idea needs."""
