"""Search: what the build gives the browser, and what a reader finds with it."""
