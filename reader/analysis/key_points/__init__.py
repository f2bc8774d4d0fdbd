"""The handful of statements that carry the story and can be read alone.

`pick.py` is the way in. `piece.py` tells news from columns, interviews, briefings and reports; `point_shape.py`,
`point_cuts.py` and `point_standing.py` say what is a statement, what is cut from it and whether it stands alone;
`salience.py` what it is worth, by the weights in `weights.txt`; `choose.py` which make the list; `glosses.py` and
`point_reasons.py` what is shown beside them.
"""
