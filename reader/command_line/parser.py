"""The parser that says what is wrong in one line, and the options that commands share."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.command_line.status import WRONG_USAGE
from reader.settings import ENGINES, SPACY, Settings

if TYPE_CHECKING:
    from reader.analysis.analyse import NameFinder


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        """One line, as the contract has it."""
        from reader.article.clean import clean_line

        self.exit(WRONG_USAGE, clean_line(f"reader: {message} (try '{self.prog} --help')") + "\n")


def add_kind(parser: argparse.ArgumentParser) -> None:
    """--as"""
    parser.add_argument(
        "--as",
        dest="markdown",
        type=_kind,
        metavar="text|markdown",
        help="what the input is, when its name or content does not tell",
    )


def _kind(value: str) -> bool:
    if value not in ("text", "markdown"):
        raise argparse.ArgumentTypeError(f"'{value}' is neither text nor markdown")
    return value == "markdown"


def add_rules(parser: argparse.ArgumentParser) -> None:
    """--rules"""
    parser.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="FILE",
        help="rules to apply over those of your folder and beside the article: a YAML file, or a set of the program: "
        "hedging, loaded, numbers, passive, timeline, unsourced, vague (repeatable)",
    )


def add_engine(parser: argparse.ArgumentParser) -> None:
    """--engine and --model"""
    parser.add_argument("--engine", choices=ENGINES, help="what finds the names (spacy: pip install spacy)")
    parser.add_argument("--model", metavar="NAME", help="spaCy with this model: a package, or the path of a folder")


def load_engine(options: argparse.Namespace, settings: Settings, now: bool = False) -> NameFinder | None:
    """The engine that was asked for, by its name or by its model; None for the program's own.

    What it loads it loads `now`, or with the first article: on a screen nothing waits for it.
    """
    asked = options.engine or (SPACY if options.model is not None else settings.engine)
    if asked != SPACY:
        return None
    from reader.analysis.entities.spacy_engine import spacy_engine

    engine = spacy_engine(options.model or settings.model)
    if now:
        engine.load()
    return engine


def asked_rules(names: Sequence[str]) -> tuple[Path, ...]:
    """The rule files that are named; ReaderError when one of them is not there or not right."""
    if not names:
        return ()  # and nothing of the rules is imported before the first paint
    from reader.rules.files import find_rules
    from reader.rules.load import load_rules

    paths = tuple(find_rules(name) for name in names)
    load_rules(paths)
    return paths
