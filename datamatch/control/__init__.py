"""De regiekamer: opens and closes stages; asks every room whether its stage may be left."""
