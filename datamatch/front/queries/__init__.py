"""What the pages of the hall show: read from every room, changed in none."""
