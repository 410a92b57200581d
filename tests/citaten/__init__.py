"""Tests of `handreiking/citaten`."""
