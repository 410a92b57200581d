"""Tests of `handreiking/lezen`."""
