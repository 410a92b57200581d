"""The ground: addresses, days, colours, YAML with lines, problems, and writing files whole."""
