"""The checks on definitions: their quotations in the sources, what was reviewed, and when."""
