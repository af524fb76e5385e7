"""Casuistiek: finished work, described, found again, reused in the next edition."""
