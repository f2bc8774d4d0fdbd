"""The whole of a long article comes from a process of its own, piece by piece, and is what it would be here."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.load import LONG, Unloaded
from reader.chapters.starting import start_process
from reader.errors import ReaderError
from reader.tui import loading
from reader.tui.loading import Loading, Whole, joined, load_whole, parts_of

_LINE = "The wardens of Merrow counted their boats — again — on Friday. “Eleven,” said José Kíl, “and a raft.”\n\n"
_LONG = (_LINE * (LONG // len(_LINE) + 1)).encode()


def assert_same(one: Whole, other: Whole) -> None:
    assert one.article == other.article and one.words == other.words
    assert one.outline.columns == other.outline.columns
    assert (one.outline.text, one.outline.blocks) == (one.article.text, one.article.blocks)


@given(st.lists(st.sampled_from(["*on* [a](b)", "# Boats", "- a", "> 東 é", "\n", "\n\n", " ", "x" * 200]), min_size=1))
@settings(max_examples=50, deadline=None)
def test_the_pieces_joined_are_the_whole_whatever_their_size(words: list[str]) -> None:
    data = ("Boats\n\n" + "".join(words)).encode()
    whole = load_whole(Unloaded(data, "x.md", True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "_PIECE", 7)
        patch.setattr(loading, "_INLINES", 2)
        assert_same(joined(parts_of(whole)), whole)


def test_another_process_loads_what_would_be_loaded_here() -> None:
    loading = Loading(Unloaded(_LONG, "x.txt"))
    loading.begin()
    assert_same(loading(), load_whole(Unloaded(_LONG, "x.txt")))


def test_what_is_wrong_with_the_whole_is_told() -> None:
    loading = Loading(Unloaded(_LONG + b"\x01\x02\x03\x04" * 20_000, "x.txt"))
    loading.begin()
    with pytest.raises(ReaderError, match=r"x\.txt: is not a text") as told:
        loading()
    assert told.value.file == "x.txt"


def test_where_there_can_be_no_process_it_is_loaded_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: str) -> None:
        raise BlockingIOError

    monkeypatch.setattr("reader.tui.loading.start_process", none)
    loading = Loading(Unloaded(_LONG, "x.txt"))
    loading.begin()
    assert_same(loading(), load_whole(Unloaded(_LONG, "x.txt")))


def test_a_process_that_ends_too_early_is_no_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    no_main = partial(start_process, "reader.article.model")
    monkeypatch.setattr("reader.tui.loading.start_process", lambda _: no_main())
    beside = Loading(Unloaded(_LONG, "x.txt"))
    beside.begin()
    assert_same(beside(), load_whole(Unloaded(_LONG, "x.txt")))


def test_ended_before_it_has_come_it_is_loaded_nowhere() -> None:
    loading = Loading(Unloaded(_LONG, "x.txt"))
    loading.begin()
    loading.end()
    with pytest.raises((EOFError, OSError)):
        loading()
