"""What every room may lean on: refusal, trail, mail, jobs, tables, public identity; a closed list, not a drawer."""
