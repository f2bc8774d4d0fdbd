"""What outlives a session is found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from library_hand import TEXT, again, an_article, at, state_folder, state_library

from reader.analysis.corrections import Correction, Merge, NotAName, Relabel, Rename, Respeak, Split
from reader.analysis.model import Label
from reader.article.load import Unloaded
from reader.library.anchors import State
from reader.library.library import Library, resumed
from reader.library.model import KeptCorrection, Note
from reader.library.session import Session

folder, library = state_folder, state_library  # fixtures


# --- sessions -----------------------------------------------------------------------------------------------------
def test_a_session_is_as_it_was_left(library: Library, tmp_path: Path) -> None:
    article = an_article(tmp_path)
    session = Session(at("Captain").start, at("The ferry").start, "entities", at("Hanne Vold"), 60, "light")
    library.opened(article)
    library.keep_session(article, session)
    assert again(library).session(article) == session


def test_an_article_is_known_by_its_content_wherever_it_lies(library: Library, tmp_path: Path) -> None:
    library.keep_session(an_article(tmp_path), Session(10, 5))
    moved = an_article(tmp_path, name="elsewhere.txt")
    assert again(library).session(moved) == Session(10, 5)


def test_a_changed_file_is_known_by_its_path_and_the_place_moves_with_the_words(
    library: Library, tmp_path: Path
) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    library.keep_session(article, Session(at("Captain").start, at("Captain").start, "quotes", at("41 passengers")))
    changed = an_article(tmp_path, "A new beginning, and then another.\n\n" + TEXT)
    library = again(library)
    found = library.session(changed)
    assert found is not None and found.item is not None
    assert changed.text[found.cursor :].startswith("Captain") and found.top == found.cursor
    assert found.item.of(changed.text) == "41 passengers"


def test_another_article_knows_nothing_of_it(library: Library, tmp_path: Path) -> None:
    library.opened(an_article(tmp_path))
    library.keep_session(an_article(tmp_path), Session(10, 5))
    assert again(library).session(an_article(tmp_path, "Bees.\n", "bees.txt")) is None


def test_what_comes_from_standard_input_is_known_by_its_content(library: Library, tmp_path: Path) -> None:
    from reader.article.load import load_bytes

    article = load_bytes(TEXT.encode())
    library.opened(article)
    library.keep_session(article, Session(10, 5))
    library = again(library)
    assert library.session(article) == Session(10, 5)
    assert library.recents() == ()


def test_only_a_place_beyond_the_opening_has_the_whole_loaded(library: Library, tmp_path: Path) -> None:
    whole = an_article(tmp_path)
    opening = replace(whole, text=whole.text[:90])
    unloaded = Unloaded(Path(whole.path).read_bytes(), whole.path)
    assert resumed(library, opening, unloaded) == (None, opening, unloaded)
    library.keep_session(whole, Session(0, 0))
    library.settle()
    assert resumed(library, opening, unloaded)[1] is opening and unloaded.data
    library.keep_session(whole, Session(at("The board").start, at("“We did").start))
    library.settle()
    session, article, left = resumed(library, opening, unloaded)
    assert (article, left) == (whole, None)
    assert session is not None and session.cursor == at("The board").start


# --- notes and corrections ----------------------------------------------------------------------------------------
def test_notes_come_back_in_the_order_of_the_text(library: Library, tmp_path: Path) -> None:
    article = an_article(tmp_path)
    later = Note("b", at("harbour board"), "which one? #ask #board", "harbour board", 1.0)
    first = Note("a", at("Ostrey"), "", "Ostrey", 2.0)
    library.keep_note(article, later)
    library.keep_note(article, first)
    library = again(library)
    assert library.notes(article) == (first, later)
    assert later.tags == ("ask", "board") and first.is_bookmark
    library.remove_note("b")
    assert again(library).notes(article) == (first,)


def test_notes_on_changed_words_are_to_be_reviewed_and_on_lost_words_orphans_but_none_is_lost(
    library: Library, tmp_path: Path
) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    for name, words in (("kept", "Ostrey was late"), ("figure", "41 passengers had waited"), ("gone", "harbour board")):
        library.keep_note(article, Note(name, at(words), "a note", words, 1.0))
    text = "New.\n\n" + TEXT.replace("41", "57").split("“We did")[0] + "Nothing more is known of any of this.\n"
    changed = an_article(tmp_path, text)
    library = again(library)
    found = {note.id: note for note in library.notes(changed)}
    assert {id_: note.state for id_, note in found.items()} == {
        "kept": State.ANCHORED,
        "figure": State.REVIEW,
        "gone": State.ORPHAN,
    }
    assert found["figure"].quoted == "41 passengers had waited"
    assert found["figure"].span == at("57 passengers had waited", text)
    # Changing the words of an orphan keeps what it was on; when the words are there again it is no orphan.
    library.keep_note(changed, Note("gone", None, "still wanted", "harbour board", 1.0, State.ORPHAN))
    library = again(library)
    back = {note.id: note for note in library.notes(an_article(tmp_path))}
    assert (back["gone"].words, back["gone"].state) == ("still wanted", State.ANCHORED)


def test_a_note_follows_its_words_through_many_edits(library: Library, tmp_path: Path) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    library.keep_note(article, Note("n", at("41 passengers"), "x", "41 passengers", 1.0))
    body = TEXT
    for number in range(5):
        body = f"Edit {number} of the desk comes in here. " + body.replace("for an hour", f"for an hour{'!' * number}")
        library = again(library)
        (note,) = library.notes(an_article(tmp_path, body))
        assert note.span is not None and note.span.of(body) == "41 passengers" and note.state is State.ANCHORED
    library.close()


ALL_KINDS: tuple[Correction, ...] = (
    Merge(at("Hanne Vold"), at("she")),
    Split(at("she")),
    Split(at("she"), at("Ostrey")),
    Rename(at("Ostrey"), "Ostrey Island"),
    Relabel(at("Ostrey"), Label.GPE),
    NotAName(at("Tuesday")),
    Respeak(at("“We did not leave anybody behind,”"), at("Hanne Vold")),
    Respeak(at("“We did not leave anybody behind,”"), None),
)


def test_every_kind_of_correction_comes_back_in_order_and_moves_with_the_words(
    library: Library, tmp_path: Path
) -> None:
    article = an_article(tmp_path)
    library.opened(article)
    for number, correction in enumerate(ALL_KINDS):
        library.keep_correction(article, KeptCorrection(f"c{9 - number}", correction))
    library = again(library)
    assert tuple(kept.correction for kept in library.corrections(article)) == ALL_KINDS
    changed = an_article(tmp_path, TEXT.replace("Ostrey", "Estrey"))
    left = [kept.correction for kept in library.corrections(changed)]
    assert left == [c for c in ALL_KINDS if at("Ostrey") not in [getattr(c, n, None) for n in ("mention", "to")]]
    library.remove_correction("c9")
    assert len(again(library).corrections(article)) == len(ALL_KINDS) - 1


def test_recent_articles_come_last_read_first_and_without_those_that_are_gone(library: Library, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt", "three.txt", "one.txt"):
        library.opened(an_article(tmp_path, f"{name} and its text.\n", name))
    (tmp_path / "two.txt").unlink()
    assert [Path(recent.path).name for recent in again(library).recents()] == ["one.txt", "three.txt"]


# --- without a folder ---------------------------------------------------------------------------------------------
def test_without_a_folder_everything_is_there_until_the_end_and_nothing_is_left(tmp_path: Path) -> None:
    article = an_article(tmp_path)
    note = Note("n", at("Ostrey"), "x", "Ostrey", 1.0)
    library = Library(None)
    assert (library.session(article), library.notes(article), library.corrections(article)) == (None, (), ())
    library.opened(article)
    library.keep_session(article, Session(10, 5))
    library.keep_note(article, note)
    library.settle()
    assert (library.session(article), library.notes(article)) == (Session(10, 5), (note,))
    assert library.trouble == ""
    library.close()
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.txt"]


def test_asking_alone_leaves_nothing(library: Library, tmp_path: Path, folder: Path) -> None:
    article = an_article(tmp_path)
    library.session(article), library.notes(article), library.corrections(article), library.recents()
    library.close()
    assert not folder.exists()
