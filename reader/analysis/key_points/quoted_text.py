"""Which tokens of a block stand in quotation marks; told by the marks alone, for weighing sentences."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.tokens import Token

_OPEN = {"“": "”", "«": "»", "„": "“", "‘": "’"}


def marked_tokens(tokens: Sequence[Token]) -> list[bool]:
    """For each token of one block whether it stands in quotation marks, the marks included.

    An opening mark without its partner holds to the end of the block, as when a quotation runs over paragraphs.
    Straight single marks are apostrophes as often as not: one opens only before a word and where a closing one
    follows.
    """
    inside: list[bool] = []
    closer = ""
    singles = _closing_singles(tokens)
    for i, token in enumerate(tokens):
        mark = token.text
        if closer:
            inside.append(True)
            if mark == closer and (mark not in "’'" or _may_close(tokens, i)):
                closer = ""
            continue
        if mark == '"':
            closer = '"'
        elif mark in _OPEN:
            closer = _OPEN[mark]
        elif mark == "'" and _may_open(tokens, i) and i < singles:
            closer = "'"
        inside.append(bool(closer))
    return inside


def marks_are_paired(tokens: Sequence[Token]) -> bool:
    """Whether double quotation marks and brackets come in pairs."""
    straight = curly = brackets = 0
    for token in tokens:
        match token.text:
            case '"':
                straight += 1
            case "“":
                curly += 1
            case "”":
                curly -= 1
            case "(" | "[":
                brackets += 1
            case ")" | "]":
                brackets -= 1
            case _:
                continue
        if curly < 0 or brackets < 0:
            return False
    return straight % 2 == 0 and not curly and not brackets


def _closing_singles(tokens: Sequence[Token]) -> int:
    """Index of the last straight single mark that may close a quotation, -1 without one."""
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].text == "'" and _may_close(tokens, i) and not _may_open(tokens, i):
            return i
    return -1


def _may_open(tokens: Sequence[Token], i: int) -> bool:
    glued_before = i > 0 and tokens[i - 1].end == tokens[i].start and tokens[i - 1].is_word
    return not glued_before and i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end


def _may_close(tokens: Sequence[Token], i: int) -> bool:
    return not (i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end and tokens[i + 1].is_word)
