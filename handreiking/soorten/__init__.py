"""The kinds of record of `data/`: each is declared once."""
