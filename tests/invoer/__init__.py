"""What becomes of a filled-in form: its answers, and the record they make."""
