"""Tests of `handreiking/basis`."""
