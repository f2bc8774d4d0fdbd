"""What outlives a session: place, bookmarks, notes, corrections. `library.py` is the way in."""
