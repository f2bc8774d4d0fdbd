"""The address of a link as it may be shown. Nothing is ever followed."""

from __future__ import annotations

import re
from urllib.parse import unquote

from reader.article.clean import clean_line

MAX_LENGTH = 500
_SCHEMES = frozenset({"http", "https", "mailto", "ftp", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_USER = re.compile(r"^([a-z]+://)[^/?#]*@", re.IGNORECASE)


def clean_target(address: str) -> str:
    """The address on one clean line, without user and password and cut to MAX_LENGTH.

    Empty for a scheme that is no plain address (`javascript:`, `data:`, `file:`), however it is disguised.
    """
    bare = "".join(c for c in unquote(address[: 4 * MAX_LENGTH]) if "!" <= c <= "~")
    scheme = _SCHEME.match(bare)
    if scheme is not None and scheme[1].lower() not in _SCHEMES:
        return ""
    shown = _USER.sub(r"\1", clean_line(address[: 4 * MAX_LENGTH]).strip())
    return shown if len(shown) <= MAX_LENGTH else shown[: MAX_LENGTH - 1] + "…"
