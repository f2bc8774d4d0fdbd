"""Whether a text is Markdown: by the ending of its name, else by strong signs in what it says."""

from __future__ import annotations

import re

MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
"""Of names of files, in small letters."""
_SAMPLE = 100_000
_SIGNS = (
    # A sign, how many of them count, and how much; three make a text Markdown.
    (re.compile(r"\A\s{0,8}#{1,2} {1,3}\S"), 1, 3),
    (re.compile(r"^#{1,6} {1,3}\S", re.MULTILINE), 2, 3),
    (re.compile(r"^\|?[ ]{0,3}:?-{3,40}:?[ ]{0,3}\|[-:| ]{0,400}$", re.MULTILINE), 1, 3),
    (re.compile(r"^(?:```|~~~)", re.MULTILINE), 2, 3),
    (re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?://|mailto:|/|#)[^()\s]{0,500}\)"), 1, 2),
    (re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?://|mailto:|/|#)[^()\s]{0,500}\)"), 3, 1),
    (re.compile(r"^\[[^\[\]\n]{1,200}\]: {1,3}(?:https?://|/)", re.MULTILINE), 1, 1),
    (re.compile(r"(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?![*\w])"), 2, 2),
    (re.compile(r"^ {0,6}[-*+] \S", re.MULTILINE), 3, 1),
    (re.compile(r"^> \S", re.MULTILINE), 1, 1),
)


def is_markdown(path: str, text: str) -> bool:
    """Whether a file of this name with this text is to be read as Markdown."""
    if path.lower().endswith(MARKDOWN_ENDINGS):
        return True
    if text.startswith("---"):
        from reader.article.front_matter import read_front_matter

        if read_front_matter(text).length:
            return True
    sample = text[:_SAMPLE]
    score = 0
    for sign, needed, worth in _SIGNS:
        for found, _ in enumerate(sign.finditer(sample), 1):
            if found == needed:
                score += worth
                break
        if score >= 3:
            return True
    return False
