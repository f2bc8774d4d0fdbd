"""Who and what is named.

`names.py` finds the names: `capitals.py` and `cutting.py` say where they begin and end, `labels.py` and
`evidence.py` what they name, `values.py` and `dates.py` find the figures. `grouping.py` says which names are one
entity.
"""
