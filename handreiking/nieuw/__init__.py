"""A new handreiking to begin with: its files, each with one example."""
