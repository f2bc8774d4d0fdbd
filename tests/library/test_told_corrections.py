"""What is taken back is told in the words of the article."""

from __future__ import annotations

import pytest

from reader.analysis.corrections import Correction, Merge, NotAName, Relabel, Rename, Respeak, Split
from reader.analysis.model import Label
from reader.library.told_corrections import in_words
from reader.spans import Span

TEXT = "Ana Orrel left. “It leaks,” Bram\nOrrel said to the whole Harbour Workers’ Union of Lorn."
ANA, BRAM, QUOTE, UNION = Span(0, 9), Span(28, 38), Span(16, 27), Span(56, 87)


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (Merge(ANA, BRAM), "“Bram Orrel” is the same as “Ana Orrel”"),
        (Split(BRAM), "“Bram Orrel” is somebody else"),
        (Split(BRAM, ANA), "“Bram Orrel” is “Ana Orrel”"),
        (Rename(ANA, "Mayor Orrel"), "“Ana Orrel” is called Mayor Orrel"),
        (Relabel(UNION, Label.ORG), "“Harbour Workers’ Union…” is of another kind"),
        (NotAName(ANA), "“Ana Orrel” is not a name"),
        (Respeak(QUOTE, ANA), "“Ana Orrel” said “It leaks,”"),
        (Respeak(QUOTE, None), "nobody who is named said “It leaks,”"),
    ],
)
def test_a_correction_is_told_in_few_words(correction: Correction, told: str) -> None:
    assert in_words(TEXT, correction) == told
