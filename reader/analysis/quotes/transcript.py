"""Turns of a transcript and block quotations: direct speech that no quotation marks show."""

from __future__ import annotations

from collections import Counter

from reader.analysis.quotes.noun_phrases import phrase_end
from reader.analysis.quotes.passages import Passage, Unit
from reader.analysis.quotes.reports import Report
from reader.article.model import BlockKind
from reader.language import lexicon
from reader.language.tags import Tag

_LONGEST_LABEL = 8  # tokens
_DASHES = frozenset({"—", "–", "--", "-", "―"})


def transcript_reports(passage: Passage) -> tuple[list[Report], frozenset[int]]:
    """What is said in turns and in block quotations, and the numbers of the blocks that this leaves to nobody else."""
    blocks = _blocks(passage)
    turns, used = _turns(passage, blocks)
    quoted, more = _block_quotations(passage, blocks, used)
    return turns + quoted, frozenset(used | more)


def _blocks(passage: Passage) -> list[Unit]:
    """Each block as one unit."""
    found: list[Unit] = []
    for unit in passage.units:
        if found and found[-1].block == unit.block:
            found[-1] = Unit(found[-1].first, unit.past, unit.block, found[-1].opens_block)
        else:
            found.append(unit)
    return found


# --- turns --------------------------------------------------------------------------------------------------------


def _turns(passage: Passage, blocks: list[Unit]) -> tuple[list[Report], set[int]]:
    """A turn is a paragraph that opens with a label, and the ones without a label up to the next turn."""
    labels = [_label(passage, block) for block in blocks]
    counts = Counter(_name_of(passage, label) for label in labels if label is not None)
    labelled = [(n, label) for n, label in enumerate(labels) if label is not None]
    speakers = {
        _name_of(passage, label) for n, label in labelled if _is_speaker(passage, label, blocks[n].past, counts)
    }
    turns = [n for n, label in labelled if _name_of(passage, label) in speakers and _speaks(passage, label, blocks[n])]
    if len(turns) < 2 or not any(counts[_name_of(passage, labels[n])] > 1 for n in turns):
        return [], set()
    found: list[Report] = []
    used: set[int] = set()
    for place, n in enumerate(turns):
        label = labels[n]
        assert label is not None
        until = turns[place + 1] if place + 1 < len(turns) else n + 1
        parts = [(label[2], blocks[n].past)] if label[2] < blocks[n].past else []
        for m in range(n + 1, until if until - n <= 4 else n + 1):
            if passage.lowers[blocks[m].first] in ("(", "["):
                break
            parts.append((blocks[m].first, blocks[m].past))
            used.add(blocks[m].block)
        used.add(blocks[n].block)
        if parts:
            found.append(Report(parts, None, (label[0], label[1]), blocks[n], direct=True))
    return found, used


def _label(passage: Passage, block: Unit) -> tuple[int, int, int] | None:
    """The first and past token of a name at the opening of a block, and where the words after its colon begin."""
    tokens, lowers = passage.tokens, passage.lowers
    first = block.first
    while first < block.past and not tokens[first].is_word:
        if tokens[first].text not in ('"', "“", "*", "**", "''", "_"):
            return None
        first += 1
    k = first
    while k < block.past and k - first < _LONGEST_LABEL and (tokens[k].is_word or lowers[k] in (".", "’", "'", "-")):
        k += 1
    end = k
    while k < block.past and tokens[k].text == "(":
        k = _past_bracket(passage, k, block.past)  # "Bram Tolle (Lorn) (Lib):"
    while k < block.past and tokens[k].text in ("*", "**", "_"):
        k += 1
    if end == first or k >= block.past:
        return None
    capitals = all(t.text.isupper() for t in tokens[first:end] if t.is_word and t.lower not in ("mc", "mac"))
    if lowers[k] == ":" or (lowers[k] in _DASHES and capitals and len(tokens[first].text) > 1):
        k += 1
        while k < block.past and tokens[k].text in ("*", "**", "_"):
            k += 1
        return first, end, k
    return None


def _past_bracket(passage: Passage, k: int, past: int) -> int:
    """Past the bracket that opens at `k`, or past nothing but its mark when it is long."""
    for m in range(k + 1, min(past, k + _LONGEST_LABEL)):
        if passage.tokens[m].text == ")":
            return m + 1
    return k + 1


def _name_of(passage: Passage, label: tuple[int, int, int] | None) -> str:
    return " ".join(t.text for t in passage.tokens[label[0] : label[1]]) if label else ""


def _speaks(passage: Passage, label: tuple[int, int, int], block: Unit) -> bool:
    """Whether more than figures follow a label: "Berg: 46" is a result."""
    return label[2] >= block.past or any(token.text[:1].isalpha() for token in passage.tokens[label[2] : block.past])


def _is_speaker(passage: Passage, label: tuple[int, int, int], past: int, counts: Counter[str]) -> bool:
    """Whether a label names a speaker: in capitals, Q or A, or a name that comes again."""
    words = [t for t in passage.tokens[label[0] : label[1]] if t.is_word]
    if all(t.text.isupper() for t in words) and not words[0].text[0].isdigit():
        return True
    if sum(t.is_word for t in passage.tokens[label[2] : min(past, label[2] + 6)]) < 4:
        return False
    return all(t.is_capitalised for t in words) and counts[_name_of(passage, label)] > 1 and len(words) < 5


# --- block quotations ---------------------------------------------------------------------------------------------


def _block_quotations(passage: Passage, blocks: list[Unit], used: set[int]) -> tuple[list[Report], set[int]]:
    """Markdown's quotations that end in a line "— Name", in the same block or in the next."""
    found: list[Report] = []
    taken: set[int] = set()
    open_parts: list[Unit] = []
    kinds = passage.prose.article.blocks
    for block in blocks:
        if kinds[block.block].kind is not BlockKind.QUOTATION or block.block in used:
            open_parts = []
            continue
        dash = _attribution_line(passage, block)
        if dash is None:
            open_parts.append(block)
            continue
        end = phrase_end(passage, dash + 1, block.past)
        name = dash + 1
        while end is not None and name < end and not passage.tokens[name].is_word:
            name += 1
        parts = [(b.first, b.past) for b in open_parts]
        if dash > block.first:
            parts.append((block.first, dash))
        if end is not None and parts:
            found.append(Report(parts, None, (dash + 1, end), block, direct=True))
            taken |= {b.block for b in open_parts} | {block.block}
        open_parts = []
    return found, taken


def _attribution_line(passage: Passage, block: Unit) -> int | None:
    """The dash that opens the last line of a block, when a name follows it."""
    text, tokens = passage.prose.text, passage.tokens
    for k in range(block.past - 2, block.first - 1, -1):
        fresh = k == block.first or "\n" in text[tokens[k - 1].end : tokens[k].start]
        if fresh:
            return k if tokens[k].text in _DASHES and tokens[k + 1].is_capitalised else None
        if block.past - k > 30:
            return None
    return None


def signature(passage: Passage, unit: Unit, k: int) -> tuple[int, int] | None:
    """A name that signs a quotation: `“…” — Ada Berg`; `k` is where the quotation ends."""
    if k + 1 >= unit.past or passage.tokens[k].text not in _DASHES or not passage.tokens[k + 1].is_capitalised:
        return None
    if passage.tags[k + 1] is not Tag.NOUN and passage.lowers[k + 1] not in lexicon.table("person_nouns"):
        return None
    end = phrase_end(passage, k + 1, unit.past)
    if end is None or not all(t.is_capitalised for t in passage.tokens[k + 1 : min(end, k + 3)]):
        return None
    if end < unit.past and passage.tokens[end].is_word:
        return None
    return k + 1, end
