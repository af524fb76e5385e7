"""What every room may lean on: refusal, trail, mail, jobs, tables, identity, addresses; a closed list, not a drawer."""
