"""Search: what the browser needs to find a page, an instrument, a definition or an abbreviation."""
