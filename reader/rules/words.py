"""Word lists: entries read into phrases, and all the lists of a rule set found in one pass over the tokens.

The entries stand in one tree, a word a step, so that the time grows with the text and with what is found in it, not
with the number of entries (the tries of Fredkin 1960, with words for letters).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.language.prose import Prose
from reader.language.tokens import Token, tokenize
from reader.rules.seeds import Phrase
from reader.spans import Span

MAX_WORDS, MAX_CHARACTERS = 20, 500
"""Of one entry."""
_FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"})
_OPENERS = frozenset("“‘„«\"'([") | {"``"}


def fold_marks(text: str) -> str:
    """Marks and dashes in their plain forms, at the same length."""
    return text.translate(_FOLDED)


def fold(text: str) -> str:
    """Marks and dashes in their plain forms, white space as single spaces."""
    return " ".join(fold_marks(text).split())


def fold_name(name: str) -> str:
    """A name as names are compared: folded, and in lower case."""
    return fold(name).casefold()


def read_phrase(entry: str) -> Phrase:
    """An entry of a word list. Raises ValueError, in words for whoever wrote it."""
    if len(entry) > MAX_CHARACTERS:
        raise ValueError(f"'{entry[:20]}…' is longer than {MAX_CHARACTERS} characters")
    stem = entry.removesuffix("*")
    tokens = tokenize(stem)
    if "*" in stem:
        raise ValueError(f"'{entry}': a * stands at the end, for any ending")
    open_end = stem != entry
    if not any(token.is_word for token in tokens):
        raise ValueError(f"'{entry}' has no word in it")
    if open_end and not (tokens[-1].is_word and stem[-1].isalnum()):
        raise ValueError(f"'{entry}': a * stands right after the word whose ending it is")
    if len(tokens) > MAX_WORDS:
        raise ValueError(f"'{entry[:20]}…' has more than {MAX_WORDS} words")
    exact = tuple(None if t.text == t.text.lower() else t.text.translate(_FOLDED) for t in tokens)
    return Phrase(tuple(t.lower.translate(_FOLDED) for t in tokens), exact, stem != entry)


@dataclass(slots=True)
class _Step:
    """What is known after some words of an entry."""

    steps: dict[str, _Step] = field(default_factory=dict)
    ends: list[tuple[int, Phrase]] = field(default_factory=list)
    """Entries that are complete here, with the numbers of their lists."""
    stems: dict[str, list[tuple[int, Phrase]]] = field(default_factory=dict)
    """Entries whose last word is one more, of any ending."""
    lengths: tuple[int, ...] = ()
    """Of those stems, each once."""


class WordFinder:
    """Finds the entries of several word lists."""

    def __init__(self, lists: Iterable[Iterable[Phrase]]) -> None:
        self._root = _Step()
        self._count = 0
        for number, phrases in enumerate(lists):
            self._count += 1
            for phrase in phrases:
                self._add(number, phrase)

    def _add(self, number: int, phrase: Phrase) -> None:
        step = self._root
        for word in phrase.words[: -1 if phrase.open_end else None]:
            step = step.steps.setdefault(word, _Step())
        if phrase.open_end:
            step.stems.setdefault(phrase.words[-1], []).append((number, phrase))
            step.lengths = tuple(sorted({*step.lengths, len(phrase.words[-1])}))
        else:
            step.ends.append((number, phrase))

    def find(self, prose: Prose) -> list[list[Span]]:
        """For each list where its entries stand, from the left, the longest first, without overlap in a list.

        An entry never runs over the end of a sentence. Furniture is passed over.
        """
        found: list[list[Span]] = [[] for _ in range(self._count)]
        for sentence in prose.sentences:
            if prose.is_furniture(sentence):
                continue
            tokens = prose.tokens_of(sentence)
            keys = [t.lower if t.lower.isascii() else t.lower.translate(_FOLDED) for t in tokens]
            opening = True
            for i, key in enumerate(keys):
                if key in self._root.steps or self._root.lengths:
                    starts = opening or _is_quoted(tokens, i)
                    for number, past in self._longest(tokens, keys, i, starts).items():
                        spans = found[number]
                        if not spans or spans[-1].end <= tokens[i].start:
                            spans.append(Span(tokens[i].start, tokens[past - 1].end))
                opening = opening and not tokens[i].is_word
        return found

    def _longest(self, tokens: Sequence[Token], keys: list[str], first: int, starts: bool) -> dict[int, int]:
        """By list, the index past the last token of the longest entry that begins at token `first`."""
        longest: dict[int, int] = {}
        step: _Step | None = self._root
        i = first
        while step is not None and i < len(keys):
            for length in step.lengths:
                for number, phrase in step.stems.get(keys[i][:length], ()):
                    if _stands(phrase, tokens[first : i + 1], starts):
                        longest[number] = i + 1
            step = step.steps.get(keys[i])
            i += 1
            for number, phrase in step.ends if step is not None else ():
                if _stands(phrase, tokens[first:i], starts):
                    longest[number] = i
        return longest


def _is_quoted(tokens: Sequence[Token], i: int) -> bool:
    """Whether an opening mark stands right before token `i`."""
    return i > 0 and tokens[i - 1].text in _OPENERS and tokens[i - 1].end == tokens[i].start


def _stands(phrase: Phrase, tokens: Sequence[Token], starts: bool) -> bool:
    """Whether the capital letters are as the entry wants them.

    A word written with a capital is meant so. A single word in small letters has a capital only where a sentence
    or a quotation starts (May and Will are names elsewhere); in an entry of several words capitals do not matter.
    """
    for i, (token, exact) in enumerate(zip(tokens, phrase.exact, strict=True)):
        if exact is not None:
            text = token.text.translate(_FOLDED)
            if not (text.startswith(exact) if phrase.open_end and i == len(tokens) - 1 else text == exact):
                return False
        elif len(tokens) == 1 and token.text != token.text.lower():
            return starts and token.text[1:] == token.text[1:].lower()
    return True
