"""Broken and hostile input, and faults while something is written."""
