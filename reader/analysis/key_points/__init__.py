"""The handful of statements that carry the story and can be read alone.

`pick.py` is the way in. `piece.py` tells news from columns, interviews, briefings and reports; `point_shape.py`,
`point_cuts.py` and `point_standing.py` say what is a statement, what is cut from it and whether it stands alone;
`hooks.py` joins two sentences that tell the event only together; `salience.py` says what a statement is worth, by the
weights in `weights.txt`; `choose.py` which make the list; `glosses.py` and `point_reasons.py` what stands beside.
"""
