"""The published files: their format, their records, and what the pages say to programs."""
