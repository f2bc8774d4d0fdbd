"""What is pasted is never taken for keys."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.article.clean import clean
from reader.tui.pasted import BEGIN, END, Pasted, Pastes

_PIECES = st.lists(
    st.sampled_from(["q", "\x1b", "\x1b]52;c;x\x07", "[", "200", "~", "\x9b", "\u202e", "\n", "a"]), max_size=8
)
_WORDS = _PIECES.map("".join)


def parted(chunks: list[str]) -> list[str | Pasted]:
    """All that comes, keys that follow each other put together."""
    pastes, found = Pastes(), list[str | Pasted]()
    for chunk in chunks:
        for part in pastes.feed(chunk):
            if isinstance(part, str) and found and isinstance(found[-1], str):
                found[-1] += part
            else:
                found.append(part)
    return found


@given(_WORDS.filter(lambda words: END not in words), st.integers(2, 40))
def test_a_paste_is_one_clean_text_however_it_comes(words: str, size: int) -> None:
    sent = f"jk{BEGIN}{words}{END}n"
    start = sent.index(BEGIN) + 2  # a terminal sends what begins a paste at once
    chunks = [sent[:start], *(sent[at : at + size] for at in range(start, len(sent), size))]
    assert parted(chunks) == ["jk", Pasted(clean(words).text), "n"]


@given(_WORDS.filter(lambda words: BEGIN not in words))
def test_keys_are_sent_on_as_they_come(words: str) -> None:
    assert "".join(part for part in parted([*words, "."]) if isinstance(part, str)) == f"{words}."


def test_the_escape_key_is_not_held_back() -> None:
    assert list(Pastes().feed("\x1b")) == ["\x1b"]


def test_a_paste_that_never_ends_gives_nothing() -> None:
    assert parted([f"a{BEGIN}q", "\x1b[A", "x" * 1000]) == ["a"]
