"""What an article's front matter may say about rules: sets of the program and rules on and off, and words for lists.

It is untrusted. It names things that are there; it brings no pattern and no path, and what the command line asks for it
cannot switch off: a text shall not hide what its reader looks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reader.article.model import Wishes
from reader.errors import ReaderError
from reader.rules.files import BUILTIN, CORE, builtin_names, builtin_path
from reader.rules.load import Loaded, try_rules
from reader.rules.model import RuleSet
from reader.rules.words import read_phrase
from reader.safe_yaml import did_you_mean


def wished(
    article: str, wishes: Wishes, paths: Sequence[Path], asked: Sequence[Path], last: RuleSet | None = None
) -> Loaded:
    """The rules of the files as the article (its path is for messages) wishes them."""
    errors: list[ReaderError] = []

    def wrong(message: str) -> None:
        errors.append(ReaderError(f"front matter: {message}", file=article))

    sets = [name for name in wishes.on if name in builtin_names() and BUILTIN + name != CORE]
    own = [path for path in paths if path not in asked]
    switched_on = [builtin_path(name) for name in sets]
    all_paths = dict.fromkeys((*own, *(path for path in switched_on if path not in asked), *asked))
    loaded = try_rules(tuple(all_paths), last, more_words=_words(wishes, wrong))
    rules = loaded.rules

    known = {rule.id for rule in rules.rules}
    names = builtin_names() - {"core"}
    for name in (*wishes.on, *wishes.off):
        if name not in known and name not in names:
            wrong(f"there is no rule or set '{name}'{did_you_mean(name, known | names)}")
    safe = {part.path for part in rules.parts if part.path in asked}
    kept = {rule.id for part in rules.parts if part.path in safe for rule in part.rules}
    by_name = {name: BUILTIN + name for name in names}
    off = {rule.id for rule in rules.rules if rule.id in wishes.off or rule.set in {by_name.get(n) for n in wishes.off}}
    return Loaded(rules.switched(on=wishes.on, off=off - kept - set(wishes.on)), (*loaded.errors, *errors))


def _words(wishes: Wishes, wrong: Callable[[str], None]) -> Mapping[str, Sequence[str]]:
    """The words that can be words of a list."""
    words: dict[str, list[str]] = {}
    for name, entries in wishes.words:
        for entry in entries:
            try:
                read_phrase(entry)
            except ValueError as error:
                wrong(str(error))
            else:
                words.setdefault(name, []).append(entry)
    return words
