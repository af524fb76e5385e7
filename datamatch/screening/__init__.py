"""From 111 to 10: blind reviews, assignment, calibration, shortlist, decisions."""
