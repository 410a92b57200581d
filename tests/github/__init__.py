"""What the workflows say on GitHub, against a GitHub of our own."""
