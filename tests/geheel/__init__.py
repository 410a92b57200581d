"""Tests of `handreiking/geheel`."""
