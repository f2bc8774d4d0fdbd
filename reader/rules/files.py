"""Rule files where they lie: read, and found with what they extend, never outside the folder of whoever extends."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reader.errors import ReaderError
from reader.resources import builtin_rules_folder
from reader.rules.grammar import FILE_HEAD, SHAPES
from reader.rules.shapes import Checker
from reader.safe_yaml import MAX_CHARACTERS, Node, did_you_mean, load_yaml
from reader.small_files import read_small_file

BUILTIN = "builtin/"
"""Before the name of a set that comes with the program."""
CORE = BUILTIN + "core"
"""The program's own highlights and links."""
MAX_FILES = 50
"""Behind one rule file."""
_LARGEST = 4 * MAX_CHARACTERS
"""Bytes: so many that no text that is not too long is refused."""
SUFFIXES = (".yaml", ".yml")


@dataclass(slots=True)
class RuleFile:
    """A file that has the shape of a rule file, but for its rules."""

    name: str
    """What the set is called: `builtin/hedging`, or the path."""
    root: Node


@dataclass(slots=True)
class Opened:
    """A rule file with all that it extends."""

    files: list[RuleFile] = field(default_factory=list)
    """What is extended goes before what extends it; each once."""
    paths: list[Path] = field(default_factory=list)
    """All that were looked at."""
    errors: list[ReaderError] = field(default_factory=list)
    """Why it cannot be used. (What is wrong with one rule or one word list is found later.)"""


def builtin_names() -> set[str]:
    """The sets that come with the program: `core`, `hedging` …"""
    return {path.stem for path in builtin_rules_folder().glob("*.yaml")}


def builtin_path(name: str) -> Path:
    """The file of a set that comes with the program; ReaderError when there is none of that name."""
    known = builtin_names()
    if name not in known:
        raise ReaderError(f"no such file, and no rule set of that name{did_you_mean(name, known)}", file=name)
    return builtin_rules_folder() / f"{name}.yaml"


def find_rules(name: str) -> Path:
    """The file that the command line means: a set of the program by its bare name or as `builtin/NAME`, else a path.

    Raises ReaderError for a bare name that is neither. A file that has a set's name is meant by `./name`.
    """
    bare = name.removeprefix(BUILTIN)
    if "/" in bare or "." in bare:
        return Path(name)
    if bare not in builtin_names() and Path(name).exists():
        return Path(name)
    return builtin_path(bare)


def open_rules(path: Path, text: str | None = None, shown: str | None = None) -> Opened:
    """A rule file and all that it extends; `text` when it is read already, `shown` what messages call it."""
    opened = Opened()
    _open(path, shown or str(path), text, opened, ())
    return opened


def _open(path: Path, shown: str, text: str | None, opened: Opened, chain: tuple[Path, ...]) -> None:
    is_builtin = path.parent == builtin_rules_folder()
    opened.paths.append(path)
    try:
        source = read_small_file(path, _LARGEST, shown) if text is None else text
        root = load_yaml(source, shown, quick=is_builtin)
    except ReaderError as error:
        opened.errors.append(error)
        return
    checker = Checker(SHAPES)
    if not checker.check(root, FILE_HEAD, "a rule file"):
        opened.errors += checker.errors
        return
    here = path.resolve()
    parts = root.mapping("a rule file")
    for node in _entries(parts.get("extends"))[: MAX_FILES + 1]:
        try:
            other, name = _extended(node, path)
            if other.resolve() in (*chain, here):
                raise node.error("extends itself" if other.resolve() == here else "extends in a circle")
            if other.resolve() in (known.resolve() for known in opened.paths):
                continue
            if len(opened.paths) >= MAX_FILES:
                raise node.error(f"extends more than {MAX_FILES} files")
        except ReaderError as error:
            opened.errors.append(error)
            continue
        _open(other, name, None, opened, (*chain, here))
    opened.files.append(RuleFile(BUILTIN + path.stem if is_builtin else shown, root))


def _entries(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return node.value if isinstance(node.value, tuple) else (node,)


def _extended(node: Node, by: Path) -> tuple[Path, str]:
    """The file that an entry of `extends` means, and what messages call it."""
    text = node.text("extends")
    if text.startswith(BUILTIN):
        name = text.removeprefix(BUILTIN)
        if name not in builtin_names():
            raise node.error(f"unknown set '{text}'{did_you_mean(text, {BUILTIN + n for n in builtin_names()})}")
        return builtin_path(name), str(builtin_path(name))
    path = Path(text)
    if path.is_absolute() or not path.name.endswith(SUFFIXES):
        raise node.error(f"extends '{text}': write builtin/NAME, or a file of this folder as ./name.yaml")
    folder = by.parent
    try:
        inside = (folder / path).resolve().is_relative_to(folder.resolve())
        is_file = inside and (folder / path).is_file()
    except (OSError, RuntimeError, ValueError) as error:  # a circle of symbolic links, a NUL
        raise node.error(f"extends '{text}': cannot be read") from error
    if not inside:
        raise node.error(f"extends '{text}': it lies outside the folder of this file")
    if not is_file:
        raise node.error(f"extends '{text}': no such file")
    return folder / path, str(folder / path)
