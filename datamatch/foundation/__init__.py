"""What every room may lean on: refusal, trail, mail, public identity; a closed list, not a drawer."""
