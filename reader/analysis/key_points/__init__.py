"""The handful of statements that carry the story and can be read alone.

`pick.py` is the way in; `point_shape.py` and `point_standing.py` say what is a statement and whether it stands alone,
`salience.py` what it is worth.
"""
