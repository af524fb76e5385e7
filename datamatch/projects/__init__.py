"""Three months of work: plan, reports, milestones, gates passed, outcome."""
