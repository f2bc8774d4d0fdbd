"""Whom "he", "she", "the ambassador" mean: one answer for entities and for the speakers of quotes.

`resolve.py` is the way in; `walk.py` goes through the text with what is in mind (`mind.py`, `discourse.py`), over what
stands for something (`markables.py`). Whom each means: "he" in `anaphors.py`, "it" in `things.py`, "they" in
`groups.py`, noun phrases in `descriptions.py` and `phrases.py`, "our club" in `own_bodies.py`, what stands beside
a name or is said of it in `beside.py`, a name told at a distance in `namings.py`, whom a headline means in `leads.py`;
all from what the text tells of the named (`profiles.py`, `ages.py`, `affiliations.py`, `kinships.py`).
"""
