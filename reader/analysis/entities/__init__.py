"""Who and what is named.

`names.py` finds the names: `capitals.py`, `cutting.py` and `titles.py` say where they begin and end, and `joining.py`
looks at that a second time with a small model; `labels.py`, `neighbours.py`, `kinds.py` and `evidence.py` say what the
rules take them for, `features.py` and `tagger.py` what a model makes of it, `deciding.py` puts the two together;
`values.py` and `dates.py` find the figures. `grouping.py` says which names are one entity.
"""
