"""Patterns from users, let through only when they cannot run away.

Python's `re` backtracks and cannot be interrupted. So a pattern is taken apart before it is used, and the most steps
that a match attempt may take are counted: the ways to pass through a sequence multiply, those of alternatives add up,
and a repeat has as many ways as it has lengths, unless what follows it cannot begin with what it repeats, for then
giving back never helps (the condition of "one-unambiguous" expressions, Brüggemann-Klein and Wood 1998). The count is
never too low, and may be too high: then the message says how to write the pattern so that it is plainly bounded.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

MAX_LENGTH = 500
PIECE = 1500
"""Code points that a pattern is run over at a time; a longer paragraph is cut between sentences."""
MAX_STEPS = 50_000
"""For one attempt: about a millisecond."""
HEAVY_STEPS = 1_000
"""Steps of an attempt above which a pattern goes through a piece in strides: there are up to `PIECE` attempts in one,
and so many steps come to some hundredths of a second."""
_STRIDE = 16
"""Attempts between two looks at the clock."""
_WHOLE = "_whole_"
_FLAGS = re.compile(r"\A\(\?[aimsux]+\)")
_ENOUGH = 10**9

Node: TypeAlias = tuple[Any, Any]


class PatternError(ValueError):
    """What is wrong with a pattern, in words for whoever wrote it."""


def compile_pattern(source: str) -> re.Pattern[str]:
    """The pattern; PatternError when it is wrong, may match nothing at all, or may take too long."""
    return examine(source)[0]


def examine(source: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """The same, and for one that may take long in a piece the pattern by which `scan` goes through it in steps."""
    if len(source) > MAX_LENGTH:
        raise PatternError(f"is longer than {MAX_LENGTH} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = _parser.parse(source)
            pattern = re.compile(source)
        shortest = tree.getwidth()[0]
        if shortest == 0:
            raise PatternError("can match the empty text; make one part of it required")
        if shortest > PIECE:
            raise PatternError(f"can match only texts longer than {PIECE} characters, which are never looked at whole")
        _, steps = _Cost(tree.state.flags).sequence(list(tree), _END)
    except (re.error, OverflowError, Warning) as error:
        raise PatternError(f"is not valid: {error}") from error
    except RecursionError as error:
        raise PatternError("is nested too deep") from error
    if steps > MAX_STEPS:
        raise PatternError(
            "can take too long: repeats inside or after one another can match the same text; bound them "
            "(`{0,40}` for `*`), or let the next part begin with something the repeat cannot match"
        )
    return pattern, _stepper(source, pattern.flags) if steps > HEAVY_STEPS else None


def _stepper(source: str, flags: int) -> re.Pattern[str]:
    """Finds the first match that begins in the next `_STRIDE` characters. (Nothing in a pattern refers to groups by
    number, so one more does no harm.)"""
    end = "\n)" if flags & re.VERBOSE else ")"  # after what may be a comment
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return re.compile(rf"(?s:.){{0,{_STRIDE - 1}}}?(?P<{_WHOLE}>{_FLAGS.sub('', source)}{end}", flags)


def scan(
    pattern: re.Pattern[str], stepper: re.Pattern[str] | None, text: str, watch: Callable[[], None]
) -> Iterator[tuple[tuple[int, int], re.Match[str]]]:
    """The matches in a piece, as `finditer` has them, with their spans.

    `watch` is called after some ten milliseconds at the latest, and may raise to end it.
    """
    if stepper is None:
        for match in pattern.finditer(text):
            yield match.span(), match
        watch()
        return
    at = 0
    while at < len(text):
        found = stepper.match(text, at)
        watch()
        if found is not None:
            yield found.span(_WHOLE), found
        at = found.end() if found is not None else at + _STRIDE


# --- sets of characters -------------------------------------------------------------------------------------------
# A set is a whole number with a bit for each ASCII character, one for each class of all the others, and one that says
# that the pattern may end here. Sets may hold too much, never too little.
_WORD, _SPACE, _OTHER, _END = (1 << bit for bit in (128, 129, 130, 131))
_BEYOND = _WORD | _SPACE | _OTHER
_ASCII = (1 << 128) - 1
_ALL = _ASCII | _BEYOND


def _ascii(test: Any) -> int:
    return sum(1 << i for i in range(128) if test(chr(i)))


_DIGITS, _SPACES = _ascii(str.isdigit), _ascii(str.isspace)
_WORDS = _ascii(lambda ch: ch.isalnum() or ch == "_")
_LETTERS = _ascii(str.isalpha)
_CATEGORIES = {
    # What it may hold, and what it holds for certain.
    c.CATEGORY_DIGIT: (_DIGITS | _WORD, _DIGITS),
    c.CATEGORY_NOT_DIGIT: (_ALL & ~_DIGITS, _ALL & ~_DIGITS & ~_WORD),
    c.CATEGORY_SPACE: (_SPACES | _SPACE,) * 2,
    c.CATEGORY_NOT_SPACE: (_ALL & ~_SPACES & ~_SPACE,) * 2,
    c.CATEGORY_WORD: (_WORDS | _WORD,) * 2,
    c.CATEGORY_NOT_WORD: (_ALL & ~_WORDS & ~_WORD,) * 2,
}


def _character(code: int) -> int:
    if code < 128:
        return 1 << code
    ch = chr(code)
    return _WORD if ch.isalnum() else _SPACE if ch.isspace() else _OTHER


def _member(op: Any, value: Any, flags: int) -> tuple[int, int]:
    """What a member of a `[…]` may hold, and what it holds for certain."""
    if op is c.CATEGORY:
        may, sure = _CATEGORIES[value]
        return (may | _BEYOND, sure & _ASCII) if flags & re.ASCII else (may, sure)
    low, high = value if op is c.RANGE else (value, value)
    sure = sum(1 << i for i in range(low, min(high, 127) + 1))
    may = sure | (_character(low) if low == high else _BEYOND if high > 127 else 0)
    if flags & re.IGNORECASE and may & _LETTERS:  # and beyond ASCII: the Kelvin sign is a k, the long s an s
        may |= sum(1 << ord(chr(i).swapcase()) for i in range(128) if may >> i & 1) | _WORD
    return may, sure


def _characters(op: Any, value: Any, flags: int) -> int:
    """What a node that matches one character may match."""
    if op is c.LITERAL:
        return _member(op, value, flags)[0]
    if op is c.IN:
        may = sure = 0
        for member_op, member_value in value:
            if member_op is not c.NEGATE:
                more, surely = _member(member_op, member_value, flags)
                may, sure = may | more, sure | surely
        return _ALL & ~sure if value[0][0] is c.NEGATE else may
    return _ALL & ~(1 << value) if op is c.NOT_LITERAL and value < 128 else _ALL


# --- counting -----------------------------------------------------------------------------------------------------
_ONE_CHARACTER = frozenset({c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN})
_REPEATS = frozenset({c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT})
_LOOKS = frozenset({c.ASSERT, c.ASSERT_NOT})


class _Cost:
    """Ways through parts of a pattern, and the steps to try all of them."""

    def __init__(self, flags: int) -> None:
        self._flags = flags

    def _inside(self, value: Any) -> _Cost:
        return _Cost((self._flags | value[1]) & ~value[2])

    def first(self, nodes: Sequence[Node], follow: int) -> int:
        """What may come first in a sequence that `follow` comes after."""
        for op, value in reversed(nodes):
            if op in _ONE_CHARACTER:
                follow = _characters(op, value, self._flags)
            elif op is c.SUBPATTERN:
                follow = self._inside(value).first(value[3], follow)
            elif op is c.ATOMIC_GROUP:
                follow = self.first(value, follow)
            elif op is c.BRANCH:
                firsts, after = 0, follow
                for branch in value[1]:
                    firsts |= self.first(branch, after)
                follow = firsts
            elif op in _REPEATS:
                follow = self.first(value[2], follow) | (follow if value[0] == 0 else 0)
            elif op in _LOOKS:
                follow = _ALL  # it may be tried after every character
        return follow

    def sequence(self, nodes: Sequence[Node], follow: int) -> tuple[int, int]:
        """Ways through a sequence, and steps to try them all."""
        ways, steps = 1, 0
        follows = [follow]
        for node in reversed(nodes[1:]):
            follows.append(self.first((node,), follows[-1]))
        for (op, value), after in zip(nodes, reversed(follows), strict=False):  # there may be no nodes
            more_ways, more_steps = self._node(op, value, after)
            steps = min(_ENOUGH, steps + ways * more_steps)
            ways = min(_ENOUGH, ways * more_ways)
        return ways, steps

    def _node(self, op: Any, value: Any, follow: int) -> tuple[int, int]:
        if op in _ONE_CHARACTER or op is c.AT:
            return 1, 1
        if op is c.SUBPATTERN:
            return self._inside(value).sequence(value[3], follow)
        if op is c.BRANCH:
            return self._branch(value[1], follow)
        if op in _REPEATS:
            ways, steps = self._repeat(value[0], value[1], value[2], follow)
            return (1 if op is c.POSSESSIVE_REPEAT else ways), steps
        if op is c.ATOMIC_GROUP:
            return 1, self.sequence(value, _ALL)[1]
        if op in _LOOKS:
            return 1, self.sequence(value[1], _ALL)[1]
        if op in (c.GROUPREF, c.GROUPREF_EXISTS):
            raise PatternError("refers back to a group, which is not allowed: it may take too long")
        if op is c.FAILURE:  # (?!)
            return 1, 1
        raise PatternError(f"uses {op}, which is not allowed")

    def _branch(self, branches: Sequence[Sequence[Node]], follow: int) -> tuple[int, int]:
        seen, apart = 0, True
        most, total, steps = 0, 0, 0
        for branch in branches:
            first = self.first(branch, follow)
            apart, seen = apart and not seen & first, seen | first
            branch_ways, branch_steps = self.sequence(branch, follow)
            most, total, steps = max(most, branch_ways), total + branch_ways, steps + branch_steps
        return (most if apart else total), steps

    def _repeat(self, low: Any, high: Any, item: Sequence[Node], follow: int) -> tuple[int, int]:
        most = min(int(high), PIECE)
        lengths = most - min(int(low), most) + 1
        first = self.first(item, follow)
        ways, steps = self.sequence(item, first | follow if most > 1 else follow)
        if ways == 1:
            # Text that is passed over one way only is passed over once, however repeats are nested.
            once = 2 * PIECE * self._size(item)
            return (lengths if first & follow else 1), min(most * steps, once) + lengths
        if most > 30:
            return _ENOUGH, _ENOUGH
        rounds = [min(_ENOUGH, ways**k) for k in range(most + 1)]
        return min(_ENOUGH, sum(rounds[int(low) :])), min(_ENOUGH, steps * sum(rounds[:most]))

    def _size(self, nodes: Sequence[Node]) -> int:
        """How many nodes; endless when one of them reads text again that is not passed over."""
        size = 0
        for op, value in nodes:
            if op in _LOOKS or op is c.ATOMIC_GROUP or op is c.POSSESSIVE_REPEAT:
                return _ENOUGH
            if op is c.SUBPATTERN:
                size += self._size(value[3])
            elif op is c.BRANCH:
                size += sum(self._size(branch) for branch in value[1])
            elif op in _REPEATS:
                size += self._size(value[2])
            size += 1
        return size
