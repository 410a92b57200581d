"""The linked handreiking: ties, changes, certainty, and what stands on a card."""
