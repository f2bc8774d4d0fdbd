"""Whom "he", "she", "the ambassador" mean: one answer for entities and for the speakers of quotes.

`resolve.py` is the way in; `walk.py` goes through the text, `markables.py` says what stands for something,
`anaphors.py` chooses whom it means, from `profiles.py` (gender, roles) and `discourse.py` (who is being talked
about).
"""
