"""The handreiking as one accessible PDF, set by Typst.

The way of the data: the Markdown of each page, through the same conversion as the site's, → element tree
→ Typst source (`zetsel`) → PDF/UA-1 and PDF/A-2a (`zetten`) → links that say what they lead to (`annotaties`).
How it looks stands in the `.typ` files beside this one; the Python says what is in it.
"""
