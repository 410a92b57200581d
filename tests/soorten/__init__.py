"""Tests of `handreiking/soorten`."""
