"""The site: makers of its files, and the templates, styles and scripts that they use."""
