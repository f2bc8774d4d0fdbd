"""One walk through everything that a reader does, each step with what must come on the screen.

The tests take it at several sizes; tools/record_walk.py records it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pty_tools import ROOT, Terminal

OPTIONS = ("--rules", "numbers", str(ROOT / "articles" / "harbour-strike.txt"))


_REST = 0.05
"""Seconds in which a picture that has begun is complete."""


class Step(NamedTuple):
    """What one does, and what the screen has when it is done."""

    title: str
    keys: str
    shown: str
    """Words that come."""
    gone: str = ""
    """Words that go."""


ENTER, ESCAPE, BACKSPACE, TAB, CTRL_P, CTRL_R = "\r", "\x1b", "\x7f", "\t", "\x10", "\x12"

STEPS: tuple[Step, ...] = (
    Step("the article, and what was found in it", "", "… The strike"),
    Step("down, and up again", "jjkk", "Dockers walk out"),
    Step("to the end", "G", "Samuel Iyer)"),
    Step("a page up", "b", " %", gone="Samuel Iyer)"),
    Step("a page down", " ", "Samuel Iyer)"),
    Step("to the top", "g", "shifts collapse"),
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
    Step("it is in the list of notes", "6nn", "#union"),
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
)


def walk(terminal: Terminal, steps: tuple[Step, ...] = STEPS) -> Iterator[Step]:
    """Take the steps one by one; each is yielded when it has come to its end."""
    for step in steps:
        terminal.tap(step.keys)
        after = f"after {step.keys!r}: {step.title}"
        terminal.until(lambda step=step: step.shown in terminal.shown, f"{step.shown!r} {after}")  # type: ignore[misc]
        terminal.until(lambda step=step: not step.gone or step.gone not in terminal.shown, f"no {step.gone!r} {after}")  # type: ignore[misc]
        terminal.read_for(_REST)
        yield step
