"""Bytes to an `Article`: plain text and Markdown, cleaned of what a terminal must never be sent."""
