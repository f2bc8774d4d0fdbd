"""Reported speech as the text shows it: what is said, the word that reports it, and whom the text names.

`attributions.py` is the way in. `marks.py` and `passages.py` find what stands in quotation marks, `direct.py` what
of it is a quote; `cues.py` finds words of speech, `reports.py` with `clauses.py` and `clause_ends.py` the clauses
that they report; `noun_cues.py` reads nouns of saying, `resumed.py` words around their attribution; `sources.py`
finds whom the text names; `transcript.py` and `headlines.py` read those forms.
"""
