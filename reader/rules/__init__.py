"""YAML rules: read, checked, and run over an article for matches, styles and links."""
