"""The Textual app: pure layout and rows, the panes that draw them, commands, themes. Knows nothing of how anything was found."""
