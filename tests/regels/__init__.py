"""Tests of `handreiking/regels`."""
