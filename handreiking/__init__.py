"""A municipal handreiking: its content and data loaded, checked and made ready to render.

The way of the data is one direction: file → text → values that know their line →
checked, frozen records → rendered → written. Nothing here knows the site generator.
"""
