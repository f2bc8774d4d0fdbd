"""What the driver adds to Textual's, without a terminal."""

from __future__ import annotations

import pytest
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers.linux_driver import LinuxDriver

from reader.tui.steady_driver import SteadyDriver


def test_a_picture_is_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(LinuxDriver, "write", lambda _, data: written.append(data))
    driver = SteadyDriver.__new__(SteadyDriver)
    for data in ("before", SYNC_START, "rows", "cursor", SYNC_END, "after"):
        driver.write(data)
    assert written == ["before", f"{SYNC_START}rowscursor{SYNC_END}", "after"]
