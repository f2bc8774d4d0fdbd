"""A long article cut into chapters."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from reader.article.load import load_bytes
from reader.article.model import Article, Block, BlockKind
from reader.chapters.division import divide, part_of
from reader.spans import Span


def _article(bodies: list[str], headings: frozenset[int] = frozenset()) -> Article:
    text, blocks = "", []
    for number, body in enumerate(bodies):
        kind = BlockKind.HEADING if number in headings else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(len(text), len(text) + len(body)), int(number in headings)))
        text += body + "\n\n"
    return Article("long.txt", hashlib.sha256(text.encode()).hexdigest(), text, tuple(blocks))


_BODIES = st.lists(st.text("ab é", min_size=1, max_size=90).map(lambda words: f"x{words}x"), min_size=1, max_size=20)


@given(_BODIES, st.integers(10, 60))
def test_the_chapters_lie_side_by_side_and_are_no_longer_than_they_may_be(bodies: list[str], size: int) -> None:
    article = _article(bodies)
    spans = divide(article, whole=0, size=size)
    assert [span.end for span in spans[:-1]] == [span.start for span in spans[1:]]
    assert (spans[0].start, spans[-1].end) == (0, len(article.text))
    assert all(span.length <= size + 2 for span in spans)  # and the line ends after its last block


@given(_BODIES, st.integers(10, 60))
def test_the_chapters_have_all_words_of_all_blocks(bodies: list[str], size: int) -> None:
    article = _article(bodies)
    found = []
    for span in divide(article, whole=0, size=size):
        part = part_of(article, span)
        assert part.text == span.of(article.text)
        found += [block.span.of(part.text) for block in part.blocks]
    assert "".join(found) == "".join(bodies)


def test_an_article_that_is_not_long_is_one_chapter_and_the_same_article() -> None:
    article = _article(["one", "two"])
    assert divide(article) == (Span(0, len(article.text)),)
    assert part_of(article, Span(0, len(article.text))) == article


def test_a_chapter_begins_at_a_heading_where_it_can() -> None:
    article = _article(["a" * 60, "Castle Merrow", "b" * 60], frozenset({1}))
    assert [span.start for span in divide(article, whole=0, size=100)] == [0, 62]


def test_a_block_longer_than_a_chapter_is_cut_at_a_space() -> None:
    article = _article(["word " * 50])
    spans = divide(article, whole=0, size=33)
    assert len(spans) > 5
    assert all(article.text[span.start - 1] == " " for span in spans[1:])


def test_emphasis_and_links_are_in_the_chapter_that_holds_them() -> None:
    article = load_bytes(b"A *warm* word\n\nA [cold](https://e.example) one\n\nAnd `none`\n", path="long.md")
    parts = [part_of(article, span) for span in divide(article, whole=0, size=12)]
    assert [[inline.span.of(part.text) for inline in part.inlines] for part in parts] == [["warm"], ["cold"], ["none"]]
