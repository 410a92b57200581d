"""The one way in which the YAML of the data and of the pages is written: order, indentation, comments, blank lines."""
