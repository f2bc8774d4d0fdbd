"""Text to tokens and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.load import load_bytes
from reader.language.prose import read_prose
from reader.language.sentences import split_sentences
from reader.language.tokens import tokenize


def sentences(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens[first].start : tokens[past - 1].end] for first, past in split_sentences(tokens)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Quill’s gate isn't shut.", ["Quill", "’s", "gate", "isn't", "shut", "."]),
        ("A well-known U.S. firm, up 1,000.5%.", ["A", "well-known", "U.S.", "firm", ",", "up", "1,000.5", "%", "."]),
        ("See https://orrel.example/a?b=1.", ["See", "https://orrel.example/a?b=1", "."]),
        ("Dr. Quill said no. 5 leaks.", ["Dr.", "Quill", "said", "no.", "5", "leaks", "."]),
        ("He said no. Then he left.", ["He", "said", "no", ".", "Then", "he", "left", "."]),
    ],
)
def test_words_figures_and_marks_are_tokens(text: str, tokens: list[str]) -> None:
    assert [t.text for t in tokenize(text)] == tokens


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Quill met Mr. Orme at 5 p.m. on Friday. They spoke.", 2),
        ("“Shut it.” She left. ‘Why?’ he asked.", 3),
        ("''Shut it.'' ''Why?'' She left.", 3),
        ("The gate rose 3.5 metres. Nobody saw it.", 2),
        ("J. R. Quill lives in Orrel.", 1),
        ("“Really?” said Quill.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(max_size=200))
def test_tokens_lose_nothing_but_white_space_and_sentences_hold_every_token(text: str) -> None:
    tokens = tokenize(text)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(text[t.start : t.end] == t.text for t in tokens)
    covered = sum(t.end - t.start for t in tokens)
    assert covered >= sum(not c.isspace() for c in text)
    ranges = split_sentences(tokens)
    assert [i for first, past in ranges for i in range(first, past)] == list(range(len(tokens)))


def test_no_sentence_goes_from_one_cell_of_a_table_into_the_next() -> None:
    table = b"| Route taken | Minutes late |\n| --- | --- |\n| Holm to Orrel | 12.4 |\n"
    article = load_bytes(table, markdown=True)
    found = [sentence.span.of(article.text) for sentence in read_prose(article).sentences]
    assert found == ["Route taken", "Minutes late", "Holm to Orrel", "12.4"]
