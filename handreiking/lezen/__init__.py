"""Files to records and pages that know their line; it names no kind."""
