"""The text of a page: Markdown to what site, PDF and search read, with the terms in it."""
