"""Tests of `handreiking/tekst`."""
