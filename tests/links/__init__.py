"""The link check against a server that does everything servers do wrong. No test reaches the internet."""
