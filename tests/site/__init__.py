"""Tests that build whole sites, and look at them."""
