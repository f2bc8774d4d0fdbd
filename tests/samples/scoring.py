"""How well a reading agrees with the gold of its article.

Everything is compared by words, so marks and white space never count.
Gold spans index the raw file, the reading's its own text: where the two differ (Markdown), their words are aligned.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from reader.analysis.model import MentionKind
from reader.reading import Reading

Words = frozenset[int]
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Share:
    """A count of what is right among what there is."""

    right: int
    of: int

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else 1.0


class Page:
    """One article's gold and what was found in it, both as sets of the gold text's words."""

    def __init__(self, raw: str, gold: dict[str, Any], reading: Reading) -> None:
        self.gold, self.reading = gold, reading
        self._raw = [m.span() for m in _WORD.finditer(raw)]
        self._own = [m.span() for m in _WORD.finditer(reading.article.text)]
        raw_words = [raw[a:b] for a, b in self._raw]
        own_words = [reading.article.text[a:b] for a, b in self._own]
        matcher = SequenceMatcher(None, own_words, raw_words, autojunk=False)
        self._map = {i + k: j + k for i, j, n in matcher.get_matching_blocks() for k in range(n)}

    def wanted(self, spans: Iterable[Sequence[int]]) -> Words:
        return frozenset(i for a, b in spans for i, (s, e) in enumerate(self._raw) if s < b and a < e)

    def found(self, spans: Iterable[Sequence[int]]) -> Words:
        touched = (i for a, b in spans for i, (s, e) in enumerate(self._own) if s < b and a < e)
        return frozenset(self._map[i] for i in touched if i in self._map)


def load(article: Path, gold_file: Path, reading: Reading) -> Page:
    return Page(article.read_text(encoding="utf-8"), json.loads(gold_file.read_text(encoding="utf-8")), reading)


def _tight(a: Words, b: Words) -> bool:
    return len(a & b) >= 0.8 * max(len(a), len(b))


def _f(right: int, gold: int, found: int) -> Share:
    """F1 as a share: twice the right ones among all of both sides."""
    return Share(2 * right, gold + found)


def quotes(page: Page) -> tuple[Share, Share]:
    """F of quotes by four fifths of either side's words, and of those with their kind and speaker right as well."""
    nested = [page.wanted(n["parts"]) for n in page.gold.get("nested_quotes", ())]
    found = [(q, page.found(q.parts)) for q in page.reading.quotes]
    free = [(q, words) for q, words in found if not any(_tight(words, n) for n in nested)]
    names = {e["name"]: e for e in page.gold["entities"]}
    right = joint = 0
    for gold in page.gold["quotes"]:
        hit = next((q for q, words in found if _tight(words, page.wanted(gold["parts"]))), None)
        right += hit is not None
        if hit is None or hit.kind != gold["kind"]:
            continue
        said = (hit.speaker.name if hit.speaker else None) or ""
        if gold["speaker_type"] == "named":
            joint += set(said.split("; ")) == set(gold["speaker"].split("; ")) <= names.keys()
        elif gold["speaker_type"] == "unnamed":
            joint += said.lower().split()[-1:] == gold["speaker"].lower().split()[-1:]
        else:
            joint += not said
    return _f(right, len(page.gold["quotes"]), len(free)), _f(joint, len(page.gold["quotes"]), len(free))


def no_quotes_returned(page: Page) -> int:
    """Marked words that are no quotes (terms, nicknames) and were returned as quotes."""
    wrong = [page.wanted([s]) for s in page.gold.get("not_quotes", ())]
    return sum(any(_tight(page.found(q.parts), w) for w in wrong) for q in page.reading.quotes)


def names(page: Page) -> tuple[Share, Share]:
    """F of named mentions with their label, and the share of shared mentions in the right company.

    A mention is in the right company when its entity's most frequent gold entity is its own, both ways round.
    """
    gold = {
        page.wanted([span]): (n, entity["label"])
        for n, entity in enumerate(page.gold["entities"])
        for span in entity["mentions"]
    }
    found = {
        page.found([m.span]): (entity.id, entity.label)
        for entity in page.reading.entities
        for m in entity.mentions
        if m.kind is MentionKind.NAME
    }
    right = sum(words in found and found[words][1] == label for words, (_, label) in gold.items())
    common = [words for words in gold if words in found]
    pairs = Share(0, 0)
    for i, a in enumerate(common):
        for b in common[:i]:
            together, grouped = gold[a][0] == gold[b][0], found[a][0] == found[b][0]
            if together or grouped:
                pairs += Share(together and grouped, 1)
    return _f(right, len(gold), len(found)), pairs


def anaphors(page: Page) -> Share:
    """The share of pronouns and nominals that are mentions of the right entity."""
    votes: dict[str, list[int]] = {}
    gold_names = {page.wanted([s]): n for n, e in enumerate(page.gold["entities"]) for s in e["mentions"]}
    holder: dict[Words, str] = {}
    for entity in page.reading.entities:
        for m in entity.mentions:
            words = page.found([m.span])
            if m.kind is not MentionKind.NAME:
                holder[words] = entity.id
            elif words in gold_names:
                votes.setdefault(entity.id, []).append(gold_names[words])
    means = {id_: max(set(v), key=v.count) for id_, v in votes.items()}
    right = of = 0
    for n, entity in enumerate(page.gold["entities"]):
        for span in (*entity.get("pronoun_mentions", ()), *entity.get("nominal_mentions", ())):
            of += 1
            right += means.get(holder.get(page.wanted([span]), "")) == n
    return Share(right, of)


def key_points(page: Page) -> tuple[Share, Share]:
    """The share of facts that a point tells, and of points that tell one."""
    points = [page.found([k.span]) for k in page.reading.key_points]
    facts = [[page.wanted([s]) for s in k["spans"]] for k in page.gold["key_points"]]

    def tells(point: Words, spans: list[Words]) -> bool:
        return any(2 * len(point & s) >= max(len(point), len(s)) for s in spans)

    return (
        Share(sum(any(tells(p, f) for p in points) for f in facts), len(facts)),
        Share(sum(any(tells(p, f) for f in facts) for p in points), len(points)),
    )
