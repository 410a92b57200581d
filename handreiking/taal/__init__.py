"""The language of the content: whether terms and abbreviations are explained, in one way, and a page reads well.

`zichtbaar` gives the lines and sentences that a reader of a page sees, `teksten` every text of content and data with
its place; the rules are in `gebruik`, `afkortingen` and `leesbaarheid`.
"""
