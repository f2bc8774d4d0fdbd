"""Write the reference of the rule language into docs/rules.md, from the definitions that the loader checks with.

    python tools/rules_reference.py [--check]

With `--check` nothing is written; the status is 1 when the page is not up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from reader.rules.grammar import SHAPES
from reader.rules.shapes import Choice, Either, Flag, ListOf, MapOf, Ref, Shape, Table, Text, Whole

PAGE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"
BEGIN = "<!-- made by tools/rules_reference.py from reader/rules/grammar.py -->\n"
END = "<!-- end -->"
TITLES = {"file": "A rule file", "entry": "list, with a text", "list": "lists", "condition": "with, without"}


def kind_of(shape: Shape) -> str:
    """What a value is, in a few words."""
    match shape:
        case Ref():
            return f"[{TITLES.get(shape.name, shape.name)}](#{anchor(shape.name)})"
        case Text():
            return "text"
        case Choice():
            return " · ".join([*(f"`{word}`" for word in shape.words), *([f"`{shape.also}`"] if shape.also else [])])
        case Whole():
            return f"{shape.low} to {shape.high}" if shape.low < shape.high else f"`{shape.low}`"
        case Flag():
            return "`true` · `false`"
        case ListOf():
            return f"{kind_of(shape.item)}, one or a list" if shape.several else f"list of {kind_of(shape.item)}"
        case MapOf():
            return f"name: {kind_of(shape.value)}"
        case Either():
            return f"{kind_of(shape.scalar)} or {kind_of(shape.other)}"
    return "anything"


def anchor(name: str) -> str:
    return TITLES.get(name, name).lower().replace(",", "").replace(" ", "-")


def lines() -> Iterator[str]:
    for name, shape in SHAPES.items():
        if not isinstance(shape, Table):
            continue
        yield f"### {TITLES.get(name, name)}"
        yield ""
        yield shape.about
        yield ""
        yield "| key | value | |"
        yield "| --- | --- | --- |"
        for key, entry in shape.keys.items():
            needed = " **Needed.**" if entry.required else ""
            yield f"| `{key}` | {kind_of(entry.shape)} | {entry.about}{needed} |"
        yield ""


def page_with_reference(page: str) -> str:
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n" + "\n".join(lines()) + f"\n{END}{tail}"


def main() -> int:
    page = PAGE.read_text("utf-8")
    new = page_with_reference(page)
    if "--check" in sys.argv[1:]:
        return int(page != new)
    PAGE.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
