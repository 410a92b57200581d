"""The checks on language: terms, abbreviations, readability and names of websites."""
