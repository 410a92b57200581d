"""Tests of the command `handreiking`, from its arguments to its exit status."""
