"""Stub: the article room's helper replaces this."""


def clean_line(text: str) -> str:
    """Text as one line without control characters."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
