"""reader: close reading of news in the terminal."""

__version__ = "0.1.0"
