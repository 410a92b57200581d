"""Benchmarks: each prints a table of ratios and asserts nothing."""
