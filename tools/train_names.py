"""Fits the models of names in `reader/analysis/entities/model`: `joins.model`, then `names.model`. For developers only.

    python tools/train_names.py FOLDER_OF_TRAINING_DATA

Needs python-crfsuite 0.9.12 (MIT; CRFsuite 0.12 is BSD) in a virtual environment with this package. The folder
holds these sets, one JSON object a line (`sentences`: lists of tokens; `entities`: sentence, first token, past token,
class), names marked by hand:

- `gum_free`: GUM without its news (Zeldes 2017, gucorpling.org/gum), annotations CC BY 4.0, texts CC BY or CC BY-SA
- `wikigold`: Balasuriya et al. 2009, CC BY 4.0
- `docred_dev`, `docred_test`: Re-DocRED (Tan et al. 2022), MIT; texts of Wikipedia, CC BY-SA

The texts are put together as articles and read by the rules, as the program does. For `joins.model` each gap that
touches a name is an example: inside one name, or not. For `names.model` each candidate, cut with that first model, is
one with the class of the name that it is exactly, else "no name"; one cut otherwise than the name is a little of both.
The fit is multinomial logistic regression, by L-BFGS with an elastic net, which is CRFsuite on sequences of length one.
Order and settings are fixed: the same data, versions and rules give the same files. Fit again when features.py,
joining.py, the rules or the lexicons change much.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.analysis.entities import joining, tagger
from reader.analysis.entities.evidence import Found
from reader.analysis.entities.features import FIGURE, NO_NAME, features_of, page_of, verdict
from reader.analysis.entities.joining import APART, ONE, context_of, features_of_gap, gaps_of
from reader.analysis.entities.names import cut_lines, find_candidates
from reader.analysis.entities.tagger import write_model
from reader.analysis.entities.values import find_values
from reader.article.load import load_bytes
from reader.language.prose import read_prose

SETS = {"gum_free": 2, "wikigold": 3, "docred_dev": 1, "docred_test": 1}
"""The sets, and how often each is read: the small ones are less of one kind."""
CLASSES = (NO_NAME, "PER", "ORG", "LOC", "MISC")
SPARSE = frozenset({"docred_dev", "docred_test"})
"""Sets in which not every name is marked."""
SURE = 0.6
"""Weight from which a name that the rules see and the data do not is passed over there."""
LEAST_TEXTS = 2
"""Texts that a feature must be in: what one text does with a word is no rule."""
SETTINGS = {"c1": 2.8, "c2": 2.0, "max_iterations": 100}
JOIN_SETTINGS = {"c1": 0.5, "c2": 0.5, "max_iterations": 100}
ABOUT = (
    "Made by tools/train_names.py from GUM without news (CC BY 4.0, texts CC BY and CC BY-SA), Wikigold (CC BY 4.0) "
    "and Re-DocRED (MIT, texts CC BY-SA); holds weights of single words and word endings, none of the texts."
)
_TIGHT_BEFORE = frozenset(".,;:!?)]}%”") | {"'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"}
_TIGHT_AFTER = frozenset("([{$£€“")
_QUOTES = "“”\"‘’'"
_MARKS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "“", "''": "”"}

Gold = dict[tuple[int, int], str]


# --- the articles -------------------------------------------------------------------------------------------------
def documents(folder: Path) -> Iterator[tuple[str, str, Gold]]:
    """Each document: its set, its text and the spans in it that are names, with their classes."""
    for name in SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                document: dict[str, Any] = json.loads(line)
                text, places = put_together(document["sentences"])
                if text.strip():
                    gold = {
                        (places[n][first][0], places[n][past - 1][1]): kind
                        for n, first, past, kind in document["entities"]
                    }
                    yield name, text, trimmed(text, gold)


def put_together(sentences: Sequence[Sequence[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Running text of tokens, with the place of each; what does not end as a sentence is a paragraph of its own."""
    parts: list[str] = []
    places: list[list[tuple[int, int]]] = []
    at = 0
    for n, tokens in enumerate(sentences):
        if n:
            ended = not sentences[n - 1] or sentences[n - 1][-1] in (".", "!", "?", '"', "''", "”", ")")
            parts.append(" " if ended else "\n\n")
            at += len(parts[-1])
        row: list[tuple[int, int]] = []
        tight, quoting = True, False
        for i, token in enumerate(tokens):
            token = _MARKS.get(token, token)
            if token == '"':
                token = "”" if quoting else "“"
                quoting = not quoting
            # hyphenated words are several tokens in GUM and Re-DocRED
            hyphen = token in ("-", "/") and 0 < i < len(tokens) - 1
            inside = hyphen and tokens[i - 1][-1:].isalnum() and tokens[i + 1][:1].isalnum()
            plural_owner = token == "'" and not quoting and i > 0 and tokens[i - 1].endswith("s")
            if not (tight or inside or plural_owner or token in _TIGHT_BEFORE):
                parts.append(" ")
                at += 1
            parts.append(token)
            row.append((at, at + len(token)))
            at += len(token)
            tight = inside or token in _TIGHT_AFTER
        places.append(row)
    return "".join(parts), places


# --- the examples of gaps -----------------------------------------------------------------------------------------
def gap_examples(text: str, gold: Gold, sparse: bool) -> Iterator[tuple[list[str], str]]:
    """The features and the verdict of each gap that touches a name."""
    prose = read_prose(load_bytes(text.encode(), path="training.txt"))
    if prose.text != text:
        return
    lines, habits = cut_lines(prose, find_values(prose))
    context = context_of([line.candidates for line in lines], habits)
    inside = {at: span for span in sorted(gold, key=lambda s: s[0] - s[1], reverse=True) for at in range(*span)}
    for line in lines:
        if line.lettered:
            continue
        for gap in gaps_of(line.atoms, line.candidates):
            left, right = line.atoms[gap.left], line.atoms[gap.right]
            of_left, of_right = inside.get(left.start), inside.get(right.start)
            if of_left or of_right:
                one = of_left is not None and of_left == of_right
                yield features_of_gap(line.atoms, gap, context), ONE if one else APART


# --- the examples -------------------------------------------------------------------------------------------------
def examples(text: str, gold: Gold, sparse: bool) -> Iterator[tuple[list[str], str]]:
    """The features and the class of each candidate in a text; a plain example comes four times.

    Where the names of a text are marked sparsely, what the rules take for a name and nobody has marked is passed over.
    """
    prose = read_prose(load_bytes(text.encode(), path="training.txt"))
    if prose.text != text:
        return  # cleaned or cut: the places would not fit
    found, habits = find_candidates(prose, find_values(prose))
    page = page_of(found, habits)
    for n, f in enumerate(found):
        if verdict(f) != FIGURE:
            features = features_of(page, n)
            classes = classes_of(f, gold)
            if sparse and classes[-1] == NO_NAME and f.label is not None and f.sums[f.label] >= SURE:
                continue
            for kind in classes:
                yield features, kind


def classes_of(f: Found, gold: Gold) -> list[str]:
    """The class of the name that a candidate is, whether or not the data have its article and its title inside.

    Four times where it is plain. With another cut than the data have, it speaks for no name and a little for the class
    of that name: what is to be learnt is first whether there is a name at all.
    """
    start, end = f.span.start, f.span.end
    if f.title:
        for (first, past), kind in gold.items():
            if past == end and start - len(f.title) - 5 <= first < start:
                return [kind] * 4
    article = len(f.words[0]) + 1 if f.words[0].lower() in ("the", "a", "an") else 0
    exact = gold.get((start, end)) or gold.get((start + article, end))
    if exact:
        return [exact] * 4
    touching = [kind for (first, past), kind in gold.items() if first < end and start < past]
    return [NO_NAME, NO_NAME, touching[0]] if touching else [NO_NAME] * 4


def trimmed(text: str, gold: Gold) -> Gold:
    """The same names as the program would cut them: without quotation marks, an article before and a possessive."""
    out: Gold = {}
    for (first, past), kind in gold.items():
        while first < past and text[first] in _QUOTES:
            first += 1
        while past > first and text[past - 1] in _QUOTES:
            past -= 1
        if text[first:past].endswith(("'s", "’s")):
            past -= 2
        out.setdefault((first, past), kind)
        if text[first:past].lower().startswith(("the ", "a ", "an ")):
            out.setdefault((text.index(" ", first) + 1, past), kind)
    return out


# --- the fit ------------------------------------------------------------------------------------------------------
def fit(
    folder: Path,
    examples: Callable[[str, Gold, bool], Iterator[tuple[list[str], str]]],
    classes: Sequence[str],
    settings: Mapping[str, float],
) -> dict[str, list[float]]:
    """The weights of each feature, in the order of `classes`."""
    import pycrfsuite  # type: ignore[import-not-found, import-untyped, unused-ignore]

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(settings)
    read = [(name, list(examples(text, gold, name in SPARSE))) for name, text, gold in documents(folder)]
    texts = Counter(feature for _, page in read for feature in {f for features, _ in page for f in features})
    for name, page in read:
        for features, kind in page:
            kept = [f for f in features if texts[f] >= LEAST_TEXTS]
            for _ in range(SETS[name]):
                trainer.append([kept], [kind])
    weights: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        file = str(Path(scratch) / "model")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        for (feature, kind), weight in tagger.info().state_features.items():
            weights.setdefault(feature, [0.0] * len(classes))[classes.index(kind)] = weight
        tagger.close()
    return weights


def main(arguments: list[str]) -> None:
    if not arguments:
        raise SystemExit(__doc__)
    data = Path(arguments[0])
    joins = (APART, ONE)
    write_model(joining.MODEL, fit(data, gap_examples, joins, JOIN_SETTINGS), joins, ABOUT)
    write_model(tagger.MODEL, fit(data, examples, CLASSES, SETTINGS), CLASSES, ABOUT)


if __name__ == "__main__":
    main(sys.argv[1:])
