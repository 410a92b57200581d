"""The definitions as time goes by: whether a quotation still stands in its source, and when a text was looked over.

The way of a quotation: source bytes → `brontekst` → `vouwen` (letters and digits) → `citaat` (the verdict, with
`verschil` for the words that differ) → `controle` (all definitions at once). `vastlegging` remembers what was
reviewed; `houdbaarheid` holds the dates against the calendar. The network and the clock are passed in.
"""
