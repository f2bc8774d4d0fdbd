"""An article's running text as sentences of tokens: what every analyser starts from, made once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reader.article.model import Article, Block, BlockKind
from reader.language.sentences import split_sentences
from reader.language.tags import Tag, tag
from reader.language.tokens import Token, tokenize
from reader.spans import Span

_CELL = re.compile(r"[^ \n]+(?: [^ \n]+)*")
"""A cell of a table: two blanks stand before the next one."""
_TITLE_CASE = 0.85
"""Share of a headline's longer words with a capital from which the capitals tell nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or what stands in its place: a headline, a caption, a table's cell."""

    span: Span
    first: int
    """Index of its first token in `Prose.tokens`."""
    past: int
    """Index past its last token."""
    block: int
    """Index of its block in `Article.blocks`."""


@dataclass(frozen=True)
class Prose:
    """Tokens and sentences of an article in the order of the text; a sentence never crosses a block."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    _token_starts: list[int] = field(repr=False)
    _sentence_starts: list[int] = field(repr=False)

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def plain_tokens(self) -> Sequence[Token]:
        """The tokens, those of headlines in capitals ("Mayor Says Bridge Is Safe") written small."""
        tokens = list(self.tokens)
        for sentence in self.sentences:
            if sentence.first and self.block_of(sentence).kind is not BlockKind.HEADING:
                continue
            words = [t for t in tokens[sentence.first : sentence.past] if t.text[0].isalpha() and len(t.text) > 3]
            if len(words) > 3 and sum(t.is_capitalised for t in words) >= _TITLE_CASE * len(words):
                for k in range(sentence.first, sentence.past):
                    tokens[k] = tokens[k]._replace(text=tokens[k].text.lower())
        return tokens

    @cached_property
    def tags(self) -> Sequence[Tag]:
        """What each token is in its sentence, told from `plain_tokens`."""
        tags: list[Tag] = []
        for sentence in self.sentences:
            tags += tag(self.plain_tokens[sentence.first : sentence.past])
        return tags

    def block_of(self, sentence: Sentence) -> Block:
        return self.article.blocks[sentence.block]

    def is_furniture(self, sentence: Sentence) -> bool:
        return self.block_of(sentence).kind is BlockKind.FURNITURE

    def tokens_of(self, sentence: Sentence) -> Sequence[Token]:
        return self.tokens[sentence.first : sentence.past]

    def token_at(self, offset: int) -> int:
        """Index of the token that covers `offset`, else of the first one after it (`len(tokens)` when none is)."""
        i = bisect_right(self._token_starts, offset)
        return i - 1 if i and self.tokens[i - 1].end > offset else i

    def sentence_at(self, offset: int) -> int:
        """Index of the last sentence that begins at or before `offset` (0 when none does)."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that lie at least partly in `span`."""
        first = self.token_at(span.start)
        past = self.token_at(span.end)
        if past < len(self.tokens) and self.tokens[past].start < span.end:
            past += 1
        return self.tokens[first:past]


def read_prose(article: Article) -> Prose:
    """Split the article's blocks into sentences and tokens; code blocks are left out."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.CODE:
            continue
        for piece in _pieces(article, block):
            found = tokenize(article.text, piece.start, piece.end)
            for first, past in split_sentences(found):
                span = Span(found[first].start, found[past - 1].end)
                sentences.append(Sentence(span, len(tokens) + first, len(tokens) + past, number))
            tokens += found
    return Prose(article, tuple(tokens), tuple(sentences), [t.start for t in tokens], [s.span.start for s in sentences])


def _pieces(article: Article, block: Block) -> list[Span]:
    """Stretches of a block that no sentence crosses: the dateline is one, and so is each cell of a table."""
    span, dateline = block.span, article.dateline_span
    if block.kind is BlockKind.TABLE:
        return [Span(*cell.span()) for cell in _CELL.finditer(article.text, *span)]
    if dateline is not None and span.holds(dateline):
        return [Span(span.start, dateline.end), Span(dateline.end, span.end)]
    return [span]
