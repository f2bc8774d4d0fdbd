"""No test waits for an animation."""

from __future__ import annotations

import os

os.environ["TEXTUAL_ANIMATIONS"] = "none"
