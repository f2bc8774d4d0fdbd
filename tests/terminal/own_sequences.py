"""What the program sends of itself."""

from __future__ import annotations

import pytest
from hostile import HARMLESS, markdown, plain_text, written
from pty_tools import Terminal
from walking import Own, walk


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Own:
    learnt = Own()
    folder = tmp_path_factory.mktemp("harmless")
    for name, text in (("tides.txt", plain_text(HARMLESS * 6)), ("tides.md", markdown(HARMLESS * 2))):
        article = written(folder, name, text)
        with Terminal([str(article)]) as terminal:
            walk(terminal)
            learnt.learn(terminal)
    assert {form.split()[0] for form in learnt.forms} == {"text", "CSI", "C0", "OSC"}
    assert {form for form in learnt.forms if form[:3] in ("C0 ", "OSC")} <= {"C0 '\\r'", "C0 '\\n'", "OSC 22"}
    return learnt
