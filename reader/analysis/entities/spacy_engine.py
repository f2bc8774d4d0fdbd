"""spaCy in the place of our own finder of names, for whoever has it and a model installed (the extra `spacy`).

Only the names are taken: figures and dates stay ours, which have normal forms. Everything after them (grouping,
coreference, quotes, key points) is the same.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reader.analysis.entities.names import outside
from reader.analysis.entities.values import find_values
from reader.analysis.model import VALUE_LABELS, Label, Name
from reader.article.model import BlockKind
from reader.errors import ReaderError
from reader.language.prose import Prose
from reader.spans import Span

USUAL_MODEL = "en_core_web_sm"
_LABELS = {label.value: label for label in Label if label not in VALUE_LABELS} | {"PER": Label.PERSON}
"""spaCy's names of the labels: those of OntoNotes, and the one for people that models of other languages have."""
_NOT_NEEDED = ["parser", "lemmatizer", "textcat"]
_FINDERS = {"ner", "entity_ruler", "span_ruler"}
"""Parts of a pipeline that fill `doc.ents`."""
_LONGEST = 160
"""Characters of spaCy's own errors that are shown."""
_ARTICLES = ("the ", "a ", "an ")
_POSSESSIVES = ("'s", "’s")


class SpacyEngine:
    """Finds names with a spaCy pipeline, which is loaded when the first article is there: it takes seconds."""

    def __init__(self, model: str) -> None:
        self.model = model

    def load(self) -> None:
        """Load the pipeline now; ReaderError as of `load_pipeline`."""
        self._pipeline  # noqa: B018

    @cached_property
    def _pipeline(self) -> Any:
        return load_pipeline(self.model)

    def __call__(self, prose: Prose) -> tuple[Name, ...]:
        """All names and figures, in the order of the text; none overlaps another."""
        names = list(self._names(prose))
        return tuple(sorted([*names, *outside(find_values(prose), names)], key=lambda name: name.span))

    def _names(self, prose: Prose) -> Iterator[Name]:
        blocks = [block.span for block in prose.article.blocks if block.kind is not BlockKind.CODE]
        docs = self._pipeline.pipe(span.of(prose.text) for span in blocks)
        for span, doc in zip(blocks, docs, strict=True):
            for entity in doc.ents:
                label = _LABELS.get(entity.label_)
                inner = _trimmed(entity.text)
                if label is not None and inner.length:
                    start = span.start + entity.start_char + inner.start
                    yield Name(Span(start, start + inner.length), label)


def _trimmed(name: str) -> Span:
    """The part of a name that our contract takes for it: no article before, no possessive after."""
    start = next((len(word) for word in _ARTICLES if name.lower().startswith(word)), 0)
    end = len(name) - next((len(mark) for mark in _POSSESSIVES if name.endswith(mark)), 0)
    inner = name[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, max(start, start + len(inner.strip())))


def spacy_engine(model: str | None = None) -> SpacyEngine:
    """The engine with a model: a package that is installed, or the path of a folder (None: `en_core_web_sm`).

    Raises:
        ReaderError: spaCy or the model is not installed; with what to do.
    """
    model = model or USUAL_MODEL
    if find_spec("spacy") is None:
        raise ReaderError("spaCy is not installed (pip install spacy, or use --engine rules)")
    if "/" not in model:  # never a folder that happens to stand where the reader is
        if model.isidentifier() and find_spec(model) is not None:
            return SpacyEngine(model)
        what = f"./{model} for the folder" if Path(model).is_dir() else f"python -m spacy download {model}"
        raise ReaderError(f"the spaCy model '{model}' is not installed ({what})")
    folder = Path(model).expanduser()
    if not (folder / "config.cfg").is_file():
        raise ReaderError("is no folder with a spaCy model (it would hold a config.cfg)", file=model)
    return SpacyEngine(str(folder.absolute()))


def load_pipeline(model: str) -> Any:
    """A model, loaded: a package's name or the path of a folder.

    Raises:
        ReaderError: it is damaged or of another version, or it finds no entities; or spaCy itself does not work.
    """
    with warnings.catch_warnings():  # of another version of spaCy, on a screen that is not theirs
        warnings.simplefilter("ignore")
        try:
            spacy: Any = import_module("spacy")
        except Exception as error:  # its compiled parts may not fit the Python or NumPy that are here
            raise ReaderError(f"spaCy cannot be loaded: {_in_short(error)} (use --engine rules)") from error
        try:
            pipeline = spacy.load(Path(model) if "/" in model else model, exclude=_NOT_NEEDED)
        except Exception as error:  # a model of another version fails in many ways
            raise ReaderError(f"the spaCy model '{model}' cannot be loaded: {_in_short(error)}") from error
    if not _FINDERS & set(pipeline.pipe_names):
        raise ReaderError(f"the spaCy model '{model}' finds no entities (it has no 'ner')")
    return pipeline


def _in_short(error: Exception) -> str:
    """What went wrong, in one line that can be read."""
    words = " ".join(str(error).split())
    return (words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …") or type(error).__name__
