"""Stub: the article room's helper replaces this."""
from __future__ import annotations

import hashlib
import re
from pathlib import Path

from reader.article.model import Article, Block, BlockKind
from reader.spans import Span


def load_file(path: str, *, markdown: bool | None = None) -> Article:
    return load_bytes(Path(path).read_bytes(), path=path, markdown=markdown)


def load_bytes(data: bytes, *, path: str = "-", markdown: bool | None = None) -> Article:
    text = data.decode("utf-8", "replace")
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*m.span())) for m in re.finditer(r"\S[^\n]*", text))
    return Article(path, hashlib.sha256(data).hexdigest(), text, blocks)


def load_stdin(*, markdown: bool | None = None) -> Article:
    import sys
    return load_bytes(sys.stdin.buffer.read(), markdown=markdown)
