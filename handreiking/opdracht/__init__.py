"""What the command `handreiking` does: each part gives outcomes, and one place prints them and gives the status."""
