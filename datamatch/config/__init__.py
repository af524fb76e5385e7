"""Wiring: settings from the environment, URL map, ASGI; nothing is decided here."""
