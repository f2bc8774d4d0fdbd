"""Where foreign text reaches the terminal, and which payloads can stand there at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hostile import CONTROLS, LINE_ENDS, PAYLOADS, Payload, without


class Surface(NamedTuple):
    """A place, and why it cannot hold some characters."""

    where: str
    lacks: str = ""
    why: str = ""

    @property
    def payloads(self) -> list[Payload]:
        return without(self.lacks)


_NAME = ("/", "no name of a file")
_LINE = (LINE_ENDS, "cut at the line's end")
_YAML = (CONTROLS, "refused by YAML")
_YAML_LINE = (CONTROLS + LINE_ENDS, "refused by YAML; shortened")

SURFACES: Mapping[str, Surface] = {
    "P": Surface("plain text, paragraphs"),
    "Q": Surface("plain text, quotations"),
    "S": Surface("plain text, speakers"),
    "L": Surface("plain text, list items"),
    "H": Surface("Markdown, headings"),
    "E": Surface("Markdown, emphasis"),
    "C": Surface("Markdown, code in a line"),
    "B": Surface("Markdown, code blocks"),
    "D": Surface("Markdown, tables"),
    "K": Surface("Markdown, block quotations"),
    "W": Surface("Markdown, words of links", "[", "another link"),
    "U": Surface("title"),
    "V": Surface("byline"),
    "X": Surface("publication"),
    "N": Surface("name of the file, in the header", *_NAME),
    "Q@list": Surface("list of quotes", '"', "ends the quotation"),
    "P@found": Surface("list of what was found by /", "\f", "cut at the paragraph’s end"),
    "F": Surface("find box"),
    "M": Surface("note box"),
    "M@detail": Surface("detail of a note"),
    "Z": Surface("list of notes, from a database tampered with"),
    "J": Surface("choosing: titles, from a database tampered with"),
    "N@chooser": Surface("choosing: names of files", *_NAME),
    "O": Surface("choosing: first lines of files", *_LINE),
    "G": Surface("choosing: the field", *_LINE),
    "I": Surface("palette: the field", "@", "longer than the field"),
    "T": Surface("names of rules’ lists", *_YAML),
    "N@rules": Surface("menu of rules: names of files", *_NAME),
    "T@why": Surface("why: reasons of rules", *_YAML),
    "R@menu": Surface("menu of rules: errors", *_YAML_LINE),
    "R@themes": Surface("themes: errors", *_YAML_LINE),
    "A": Surface("command line: errors"),
    "R": Surface("rules check: errors", *_YAML_LINE),
    "Y": Surface("names of the user’s folders, in errors", *_NAME),
    "Y@screen": Surface("the same, on the screen", *_NAME),
    **{form: Surface(f"export as {form}, to the terminal") for form in
       ("json", "jsonl", "markdown", "csv", "html", "webannotation")},
    "clipboard": Surface("what is copied", '"' + LINE_ENDS, "ends the quotation; is a line’s end"),
}  # fmt: skip


def rows() -> Iterator[str]:
    """The table as Markdown."""
    yield "| surface | payloads | others |"
    yield "| --- | --- | --- |"
    for surface in SURFACES.values():
        number = len(surface.payloads)
        rest = f"{len(PAYLOADS) - number}: {surface.why}" if number < len(PAYLOADS) else ""
        yield f"| {surface.where} | {number} | {rest} |"
    total = sum(len(surface.payloads) for surface in SURFACES.values())
    yield f"| {len(SURFACES)} surfaces × {len(PAYLOADS)} payloads | {total} | |"


TABLE = "".join(f"{row}\n" for row in rows())
