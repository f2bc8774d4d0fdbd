from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.links import MAX_LENGTH, clean_target
from reader.article.load import load_bytes


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "mailto:ada@example.org", "/quay", "#why", "quay.html"]
)
def test_plain_addresses_stay(address: str) -> None:
    assert clean_target(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java%0Ascript:alert(1)",
        "%01javascript:alert(1)",
        " \tjavascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
    ],
)
def test_other_schemes_are_dropped(address: str) -> None:
    assert clean_target(address) == ""


def test_user_and_password_are_left_out() -> None:
    assert clean_target("https://bank.example@evil.example/x@y") == "https://evil.example/x@y"
    assert clean_target("https://a:b@c@evil.example/") == "https://evil.example/"


def test_long_addresses_are_cut() -> None:
    assert len(clean_target("https://example.org/" + "x" * 10_000)) == MAX_LENGTH


@given(st.text(max_size=60))
def test_any_address_is_one_clean_line(address: str) -> None:
    assert clean_target(address).replace("\ufffd", "").isprintable() or not clean_target(address).isascii()
    assert not any(c in clean_target(address) for c in "\x1b\n\r\u202e")


def test_links_in_markdown_have_clean_targets() -> None:
    article = load_bytes(b"# Q\n\n[a](javascript:x) [b](https://u@e.example/\x1b) [c](<data:x>)", markdown=True)
    assert [i.target for i in article.inlines] == ["", "https://e.example/%EF%BF%BD", ""]
