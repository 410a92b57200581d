"""Whether quotations still stand in their sources."""
