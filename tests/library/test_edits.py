"""Places of a text in another version of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.library.edits import moved

texts = st.text(alphabet="ab c\n", max_size=60)


@given(texts, texts, texts, texts, st.integers(0, 200))
def test_before_and_after_an_edit_every_place_is_exact_when_the_parts_tell_it(
    head: str, cut: str, put: str, tail: str, at: int
) -> None:
    head, tail = f"{head}<", f">{tail}"  # the edit ends there
    old, new = f"{head}[{cut}]{tail}", f"{head}({put}){tail}"
    place = moved(old, new)
    if at < len(head):
        assert place(at) == at
    elif len(old) - len(tail) <= at <= len(old):
        assert place(at) == at + len(new) - len(old)
    assert all(0 <= place(offset) <= len(new) for offset in range(len(old) + 1))


@given(texts)
def test_in_the_same_text_every_place_is_where_it_was(text: str) -> None:
    place = moved(text, text)
    assert [place(offset) for offset in range(len(text) + 1)] == list(range(len(text) + 1))


def test_words_that_moved_inside_the_changed_part_are_found() -> None:
    old = "First. The ferry to Ostrey was late again, said the captain of it. Second came last. End."
    new = "Begin. Second came last. The ferry to Ostrey was late again, said the captain of it. Stop."
    assert moved(old, new)(old.index("The ferry")) == new.index("The ferry")
