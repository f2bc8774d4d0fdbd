"""One walk through everything that a reader does, each step with what must come on the screen: from the choice of an
article to the next day, when it opens where one left it.

The tests take it at several sizes; tools/record_walk.py records it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pty_tools import ROOT, Terminal

_REST = 0.05
"""Seconds in which a picture that has begun is complete."""
_ARTICLE = ROOT / "articles" / "harbour-strike.txt"
_NAME = "dockers.txt"
_TAIL = "\n\n".join(
    ["Nothing moved on the water, and the gulls sat where they liked."] * 60 + ["Then the tide turned."]
)
"""So that no screen shows all of the article."""

_TWICE = """
import subprocess, sys
for day in range(2):
    status = subprocess.call([sys.executable, "-m", "reader", *sys.argv[1:]])
sys.exit(status)
"""
"""The program, and again when one has quit."""

Deed = Callable[[Terminal, Path], None]
"""What happens that is no key: to the terminal, or to the file that is read."""


class Step(NamedTuple):
    """What one does, and what the screen has when it is done."""

    title: str
    keys: str
    shown: str
    """Words that come."""
    gone: str = ""
    """Words that go."""
    deed: Deed | None = None
    """What happens before the keys."""


# --- what is done that is no key ----------------------------------------------------------------------------------
def _mouse(terminal: Terminal, button: int, column: int, row: int, *, down: bool = True) -> None:
    """What a terminal sends for the mouse, as SGR reports it; columns and rows are counted from 0."""
    terminal.send(f"\x1b[<{button};{column + 1};{row + 1}{'M' if down else 'm'}")
    terminal.read_for(_REST)


def _at(terminal: Terminal, words: str) -> tuple[int, int]:
    """The cell at which words begin; all before them on their row is narrow."""
    terminal.until_shown(words)
    rows = terminal.screen.lines()
    row = next(number for number, line in enumerate(rows) if words in line)
    return rows[row].index(words), row


def _clicked(words: str, times: int = 1) -> Deed:
    def deed(terminal: Terminal, _: Path) -> None:
        place = _at(terminal, words)
        for _time in range(times):
            _mouse(terminal, 0, *place)
            _mouse(terminal, 0, *place, down=False)

    return deed


def _dragged(first: str, last: str) -> Deed:
    def deed(terminal: Terminal, _: Path) -> None:
        _mouse(terminal, 0, *_at(terminal, first))
        _mouse(terminal, 32, *_at(terminal, last))
        _mouse(terminal, 0, *_at(terminal, last), down=False)

    return deed


def _wheeled(button: int) -> Deed:
    def deed(terminal: Terminal, _: Path) -> None:
        for _time in range(10):
            _mouse(terminal, button, 10, 4)

    return deed


def _resized(columns: int, rows: int) -> Deed:
    return lambda terminal, _: terminal.resize(columns, rows)


def _as_it_was(terminal: Terminal, _: Path) -> None:
    terminal.resize(*terminal.began)


def _saved(file: Path, text: str) -> None:
    """As editors save a file: another one takes its place."""
    other = file.with_suffix(".new")
    other.write_text(text, encoding="utf-8")
    other.rename(file)


def _edited(old: str, new: str) -> Deed:
    return lambda _, file: _saved(file, file.read_text(encoding="utf-8").replace(old, new))


def _without(opening: str) -> Deed:
    """The paragraph that begins so is taken out."""

    def deed(_: Terminal, file: Path) -> None:
        paragraphs = file.read_text(encoding="utf-8").split("\n\n")
        _saved(file, "\n\n".join(it for it in paragraphs if not it.startswith(opening)))

    return deed


ENTER, ESCAPE, BACKSPACE, TAB, CTRL_P, CTRL_R = "\r", "\x1b", "\x7f", "\t", "\x10", "\x12"

STEPS: tuple[Step, ...] = (
    Step("what is there to read: here, and samples", "", "harbour-strike.txt"),
    Step("fewer, as one types", "dock", "▸ dockers.txt", gone="ferry-interview"),
    Step("the article, and what was found in it", ENTER, "… The strike"),
    Step("how to begin is said until the first key", "", "n next"),
    Step("down, and up again", "jjkk", "Dockers walk out", gone="n next"),
    Step("to the end", "G", "Then the tide turned."),
    Step("back to where one read", "<", "Dockers walk out"),
    Step("and forward again", ">", "Then the tide turned."),
    Step("a page up", "b", " %", gone="Then the tide turned."),
    Step("a page down", " ", "Then the tide turned."),
    Step("to the top", "g", "shifts collapse"),
    Step("the wheel scrolls", "", " %", gone="ARDENNE, June", deed=_wheeled(65)),
    Step("and back", "", "ARDENNE, June", deed=_wheeled(64)),
    Step("two clicks select a word", "", "selected  1 word", deed=_clicked("ARDENNE, June", 2)),
    Step("or none", ESCAPE, "▸ ", gone="selected  1 word"),
    Step(
        "dragging selects from here to there",
        "",
        "selected  5 words",
        deed=_dragged("PORT ARDENNE, June", "(Northwire)"),
    ),
    Step("no more", ESCAPE, "▸ ", gone="selected  5 words"),
    Step("a click on a name of the text selects it", "", "▸ Northwire", deed=_clicked("Northwire)")),
    Step("a click on the name of a list shows it", "", "… The strike", deed=_clicked("Quotes")),
    Step("a smaller terminal", "", "Quotes", deed=_resized(62, 18)),
    Step("one that is too small says so", "", "Too small", deed=_resized(40, 10)),
    Step("as it was", "", "Quotes", gone="Too small", deed=_as_it_was),
    Step("the first quote; the article follows", "n", "▸ … The strike"),
    Step("the next one", "n", "▸ “Nobody here"),
    Step("and back", "N", "▸ … The strike"),
    Step("its links", "l", "▸ said by"),
    Step("along the first, to who said it", ENTER, "▸ Maeve Corrigan"),
    Step("back to the quote", BACKSPACE, "▸ said by"),
    Step("forward again", ">", "▸ Maeve Corrigan"),
    Step("her next mention", "]", "mention 2 of 5"),
    Step("and the one before", "[", "mention 1 of 5"),
    Step("into the article, to the next name, which is selected", TAB + "e", "▸ Harbour and"),
    Step("and the name before", "E", "▸ Maeve Corrigan"),
    Step("the key points", "3", "1  Some 1,400"),
    Step("through them", "n", "▸  1  Some 1,400"),
    Step("a list that rules fill", "4", "large number"),
    Step("the quotes again", "1", "Maeve Corrigan"),
    Step("find, as one types", "/dark", "is “dark"),
    Step("what is found is a list as any other", ENTER + "n", "is “dark"),
    Step("find by a regular expression that is not complete", "/" + CTRL_R + "strike[", "is not valid"),
    Step("and is put right", BACKSPACE + "(rs)?", "strike, the first", gone="is not valid"),
    Step("back to where one was", ESCAPE, "is “dark"),
    Step("select words", "vww", "selected"),
    Step("copy them", "y", "sent to the terminal"),
    Step("copy a quote with its speaker", "1ny", "sent to the terminal"),
    Step("a bookmark", "m", "bookmarked"),
    Step("another quote, and a note", "nna", "keep"),
    Step("with a tag", "ask her again #union" + ENTER, "noted"),
    Step("it is in the list of notes", "5nn", "#union"),
    Step("delete it", "x", "* “Nobody", gone="#union"),
    Step("no, keep it", "u", "#union"),
    Step("put right what was found", "2nc", "this is not a name"),
    Step("or leave it", ESCAPE, "▸ ", gone="this is not a name"),
    Step("why is this highlighted?", "i", "Why?"),
    Step("I see", ESCAPE, "▸ ", gone="Why?"),
    Step("the rules", "r", "Rules"),
    Step("enough", ESCAPE, "▸ ", gone="Rules"),
    Step("themes, each shown as one walks", "tjj", "▸ ansi"),
    Step("as before", ESCAPE, "Entities", gone="▸ ansi"),
    Step("another width", "w", "column:"),
    Step("all keys", "?", "Keys and signs"),
    Step("thanks", ESCAPE, "▸ ", gone="Keys and signs"),
    Step("a command by its name", CTRL_P + "next mention", "Next mention of it"),
    Step("done", ENTER, "▸ ", gone="Next mention of it"),
    Step("back to where one was before all that", "<<<", "▸ "),
    Step(
        "the file is edited, and shown as it is now",
        "1",
        "the file has changed",
        deed=_edited("of the dark", "of 40 dark"),
    ),
    Step("it is read again", "", "dark,” “We"),
    Step("a note on what was changed is to be looked at", "5N", "to review"),
    Step("its words are taken out", "", "not in the text any more", deed=_without("“Nobody")),
    Step("that is the end of the day", "q", "Recent"),
    Step("the next day it opens where one left it", ENTER, "not in the text any more"),
)


def opened(folder: Path, columns: int, rows: int, environment: dict[str, str] | None = None) -> Terminal:
    """The program on a terminal, with an article in `folder`."""
    text = _ARTICLE.read_text(encoding="utf-8")
    (folder / _NAME).write_text(f"{text}\n{_TAIL}\n", encoding="utf-8")
    options: dict[str, Any] = {"columns": columns, "rows": rows, "environment": environment}
    return Terminal(("--rules", "numbers"), cwd=folder, program=("-c", _TWICE), **options)


def walk(terminal: Terminal, folder: Path, steps: tuple[Step, ...] = STEPS) -> Iterator[Step]:
    """Take the steps one by one, in the terminal that was opened there; each is yielded when it has come to its end."""
    for step in steps:
        if step.deed is not None:
            step.deed(terminal, folder / _NAME)
        terminal.tap(step.keys)
        after = f"after {step.keys!r}: {step.title}"
        terminal.until(lambda step=step: step.shown in terminal.shown, f"{step.shown!r} {after}")  # type: ignore[misc]
        terminal.until(lambda step=step: not step.gone or step.gone not in terminal.shown, f"no {step.gone!r} {after}")  # type: ignore[misc]
        terminal.read_for(_REST)
        yield step
