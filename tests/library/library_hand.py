"""An article, and the library as the next session finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.article.load import load_file
from reader.article.model import Article
from reader.library.library import Library
from reader.spans import Span

TEXT = (
    "The ferry to Ostrey was late again.\n\nCaptain Hanne Vold said that 41 passengers had waited for an hour.\n\n"
    "“We did not leave anybody behind,” she told the harbour board. The board will meet on Tuesday to hear more.\n"
)


@pytest.fixture
def state_folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "reader"


@pytest.fixture
def state_library(folder: Path) -> Iterator[Library]:
    with_state = Library(folder)
    yield with_state
    with_state.close()


def an_article(folder: Path, text: str = TEXT, name: str = "ferry.txt") -> Article:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load_file(str(path))


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def again(library: Library) -> Library:
    """As the next session finds it."""
    library.close()
    assert library.trouble == ""
    assert library._folder is not None
    return Library(library._folder)
