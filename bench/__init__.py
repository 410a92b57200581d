"""Benchmarks: each yields tables of ratios and targets, and asserts nothing."""
