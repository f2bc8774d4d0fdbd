"""Texts to be read without fault: anything at all, and news with its parts put together wrongly."""

from __future__ import annotations

from hypothesis import strategies as st

ANYTHING = st.text(max_size=400)
BYTES = st.binary(max_size=400)


def _lines(block: str) -> list[str]:
    return [line for line in block.split("\n") if line]


_NAMES = _lines("""
Oda Brandt
Brandt
Mayor Ilse Quist
the Quillon Trust
QT
the Trust
Dr. A. B. Vell
van der Hoek
""")
_PRONOUNS = ["he", "she", "they", "it", "I", "we", "who", "nobody"]
_DESCRIPTIONS = ["the mayor", "two officials", "the company", "her brother", "a spokesman for the Trust"]
_CUES = _lines("""
said
says
told
added
according to
warned that
asked
was told that
claims
saying
:
""")
_MARKS = [*"“”'‘’«»„()[]—–-,.…?!;:&/%$#*_`|><", '"', "\\", "``", "''", "’s", "'s"]
_BREAKS = ["\n", "\n\n", "\n\n> ", "\n- ", "\n1. ", "\n# ", "\n    ", "\n| a | b |\n|---|---|\n", "\n---\n", "\t"]
_BREAKS += ["\r\n", "\r", "\nQ: ", "\nNAME: ", "\n\n— "]
_FIGURES = _lines("""
3 May 2024
May
$4 million
12.5 per cent
1,000
on Monday
1999
9999-99-99
0
1111111111111111111111111111111111111111
""")
_PLAIN = _lines("""
the north quay would close
is not
and
but
that
which
because
of
in
yes
no
to him
WASHINGTON (AP) —
By
Published in
http://a.example/b?c
a@b.example
""")
_ODD = ["\x00", "\x1b[2J", "\x1b]0;x\x07", "\x9b", "\u202e", "\u2028", "\u0085", "\u200b", "\u00ad", "\ufeff", "\ufffe"]
_ODD += ["e\u0301", "👩\u200d👩\u200d👧", "中文", "العربية", "\U000e0041", "ﬁ", "İ", "ß", "\u0345", "\u1e9e", "\ud800"]

_KINDS = (_NAMES, _PRONOUNS, _DESCRIPTIONS, _CUES, _MARKS, _MARKS, _BREAKS, _FIGURES, _PLAIN, _ODD)
_piece = st.one_of(*(st.sampled_from(kind) for kind in _KINDS))
_gap = st.sampled_from([" ", " ", " ", " ", "", "", "  ", "\n"])
NEWS = st.lists(st.tuples(_piece, _gap), max_size=60).map(lambda parts: "".join(a + b for a, b in parts))
"""Names, cues, marks, breaks and figures in any order: far more often something to find than in any text."""
