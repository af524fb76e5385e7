"""Pure numbers: assign, calibrate, rank, choose, staff, count ballots and schedule on NumPy arrays."""
