"""The Textual app: pure layout and rows, panes that draw them, commands, themes; nothing of how anything was found."""
