"""Front matter: the YAML between `---` and `---` at the head of a Markdown file.

It is untrusted: what the article says about itself is taken from it and nothing else. Other keys are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reader.article.clean import clean_line
from reader.article.dates import read_date
from reader.article.model import Metadata, Wishes
from reader.errors import ReaderError
from reader.safe_yaml import Node, load_yaml

MAX_CHARACTERS = 64 * 1024
_MAX_VALUE = 300
_MAX_NAMES = 200
_OPENING = re.compile(r"---[ ]*\n(?=\s{0,8}(?:#[^\n]*\n\s{0,8}){0,20}[\"']?[^\W\d][\w -]{0,40}[\"']?[ ]*:(?:[ ]|\n))")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ ]*$", re.MULTILINE)


class FrontMatter(NamedTuple):
    """What stands at the head, and where the text begins."""

    metadata: Metadata = Metadata()
    length: int = 0
    """Characters up to the text; 0 where there is no front matter."""
    notice: str | None = None
    """Why it, or a part of it, could not be read."""
    wishes: Wishes = Wishes()


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a text; broken YAML is passed over, with a notice."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), MAX_CHARACTERS) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    try:
        # The line before it keeps the line numbers of the file.
        root = load_yaml("\n" + text[opening.end() : closing.start()], "front matter")
        values = root.mapping("front matter")
    except ReaderError as error:
        return FrontMatter(length=closing.end(), notice=f"passed over: {clean_line(str(error))}")
    by = {key.strip().lower(): node for key, node in values.items()}
    date = _value(by, "date", "published", "publish_date", "pubdate", "datepublished")
    byline = _value(by, "byline", "author", "authors", "by")
    metadata = Metadata(
        title=_value(by, "title", "headline"),
        byline=re.sub(r"\Aby\s+", "", byline, flags=re.IGNORECASE) if byline else None,
        date=read_date(date) if date else None,
        publication=_value(by, "publication", "source", "publisher", "site", "site_name"),
    )
    wishes, notice = Wishes(), None
    try:
        wishes = _wishes(by["reader"]) if "reader" in by else wishes
    except ReaderError as error:
        notice = f"passed over: {clean_line(str(error))}"
    return FrontMatter(metadata, closing.end(), notice, wishes)


def _wishes(node: Node) -> Wishes:
    """`reader: {rules: {on: […], off: […]}, words: {list: […]}}`; ReaderError for anything else."""
    parts = node.mapping("reader", {"rules", "words"})
    rules = parts["rules"].mapping("rules", {"on", "off"}) if "rules" in parts else {}
    words = parts["words"].mapping("words") if "words" in parts else {}
    return Wishes(
        _names(rules["on"], "on") if "on" in rules else (),
        _names(rules["off"], "off") if "off" in rules else (),
        tuple((name, _names(entries, name)) for name, entries in words.items()),
    )


def _names(node: Node, what: str) -> tuple[str, ...]:
    items = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(" ".join(clean_line(item.text(what)).split()) for item in items[:_MAX_NAMES])


def _value(values: Mapping[str, Node], *keys: str) -> str | None:
    """The first of the keys that has a value, as one clean line; a list is joined."""
    for key in keys:
        if key in values and (words := _words(values[key])):
            return words
    return None


def _words(node: Node) -> str:
    value = node.value
    if isinstance(value, tuple):
        names = [w for w in map(_words, value[:20]) if w]
        joined = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    elif isinstance(value, Mapping):
        joined = _words(value["name"]) if "name" in value else ""
    else:
        joined = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    line = " ".join(clean_line(joined).split())
    return line if len(line) <= _MAX_VALUE else line[: _MAX_VALUE - 1] + "…"
