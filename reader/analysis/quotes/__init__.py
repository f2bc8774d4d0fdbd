"""Reported speech as the text shows it: what is said, the word that reports it, and whom the text names.

`attributions.py` is the way in. `marks.py` and `passages.py` find what stands in quotation marks, `direct.py` what
of it is a quote, `titles.py` what is none; `cues.py` finds words of saying, `reports.py` with `said.py`, `passives.py`,
`clauses.py`, `clause_ends.py`, `trailing.py` and `next_reports.py` the clauses that they report; `noun_cues.py` reads
nouns of saying, `resumed.py` words around their attribution, `other_verbs.py` and `loose.py` quotations that no word of
saying reports; `sources.py` with `appositions.py`, `joint_sources.py` and `stretches.py` finds whom the text names,
`subjects.py` whose word of saying it is that has no subject beside it; `transcript.py` and `headlines.py` read those
forms.
"""
