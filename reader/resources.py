"""Where the files that come with the program lie: in a checkout beside the package, in a wheel inside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "bundled"


def _folder(name: str) -> Path:
    bundled = _BUNDLED / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name


def themes_folder() -> Path:
    """The themes that come with the program, one YAML file each."""
    return _folder("themes")


def articles_folder() -> Path:
    """The sample articles."""
    return _folder("articles")


def builtin_rules_folder() -> Path:
    """The rule sets that come with the program, one YAML file each."""
    return _PACKAGE / "rules" / "builtin"
