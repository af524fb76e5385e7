"""The event: programme, registration, check-in, results on stage."""
