"""What must hold across what was read: every rule, in one list."""
