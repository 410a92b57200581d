"""Tests that make PDFs and read them back."""
