"""Tests of `handreiking/beeld`."""
