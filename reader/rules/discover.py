"""Which rule files go with an article, and what its front matter may say about them.

Of two files with a rule or a list of the same name the later one wins. From the first to the last: the user's own
folder, `reader.yaml` beside the article, what the article's front matter switches on, what the command line asks for.
Nothing of the rules is imported before there are any.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article.model import Article
from reader.user_folders import config_folder

if TYPE_CHECKING:
    from reader.rules.load import Loaded
    from reader.rules.model import RuleSet

BESIDE = "reader.yaml"
"""The rule file that lies beside an article."""
FOLDER = "rules"
"""In the folder of the user's configuration: every `*.yaml` in it."""


def rule_files(article: str, asked: Sequence[Path] = (), config: Path | None = None) -> tuple[Path, ...]:
    """The rule files for an article (its path; `-` has none beside it), what wins last.

    `config`: the folder of the user's configuration, their own when it is not given.
    """
    found: list[Path] = []
    config = config or config_folder()
    try:
        found += sorted(path for path in (config / FOLDER).glob("*.yaml") if path.is_file()) if config else []
        beside = Path(article).parent / BESIDE
        found += [beside] if article != "-" and beside.is_file() else []
    except (OSError, ValueError, RuntimeError):  # a folder that may not be read, a NUL in the name
        pass
    return tuple(dict.fromkeys((*(path for path in found if path not in asked), *asked)))


def rules_for(
    article: Article, asked: Sequence[Path] = (), last: RuleSet | None = None, config: Path | None = None
) -> Loaded | None:
    """The rules for an article, with what is wrong with their files; None where there are none.

    `asked`: what the command line names; the article cannot switch that off. `last`: the rules before a reload.
    """
    paths = rule_files(article.path, asked, config)
    wishes = article.wishes
    if not paths and not wishes.on and last is None:
        return None
    from reader.rules.wishes import wished

    return wished(article.path, wishes, paths, asked, last)
