"""Key points of what is no plain news: columns, interviews, briefings, reports, very short pieces."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

import pytest

from reader.analysis.analyse import analyse
from reader.analysis.key_points.piece import PieceKind, read_piece
from reader.article.load import load_bytes
from reader.article.model import BlockKind
from reader.language.prose import read_prose
from reader.spans import Span

NEWS = """Orrin mill closes after flood

The Orrin paper mill closed on Monday after the river Lode flooded its cellars, the owner Halden Paper said.

Some 140 people work at the mill, which has made envelopes since 1911.

"We pumped all night," said the foreman, Tam Reyes.
"""

COLUMN = """Give the river its meadow back

I moved to Orrin for the river, and I have swept it out of my kitchen four times since.

We built our houses where the Lode used to lie down in winter. My own stands on what an old map calls Water Meadow.

The council wants to raise the wall by two metres for £9 million. I have read the plan twice, and slept once.

I asked my neighbour Odile Marsh what her wall was for. It keeps the water in, she said.

A wall sends the flood to Hollin, which has no wall. Our luck is their cellar.

The council should buy the forty houses on Water Meadow, mine among them, and let the river have its bed.
"""

INTERVIEW = """The last keeper of the Skerry light

Ilse Brandt kept the light on Skerry Rock for 26 years, until the coast guard put a machine in her place in May.

ODILE MARSH: How often did the lamp go out?

ILSE BRANDT: The lamp went out twice in 26 years, both times in January, and I lit it again by hand within the hour.

MARSH: I have heard that the coast guard of Tern Bay counts eleven failures since the machine came in May.

BRANDT: The machine has failed eleven times since May because nobody oils it.

MARSH: Will you go back?

BRANDT: The harbour office at Tern Bay asked me in June to come back for the winter, and I have said yes.

MARSH: What will you take with you?

BRANDT: I shall take a radio, forty books and a goose.
"""

BRIEFING = """# Briefing: the Lode flood

Prepared for the desk on 4 March 2031.

- **Water:** The Lode at Orrin stood at 6.2 metres on Tuesday, the highest level since 1954
- **Homes:** Some 310 households in Orrin and Hollin have been moved to schools, the county said
- **Cost:** Insurers expect claims of £48 million, of which a third is for the Orrin paper mill
- Coffee for the crews
"""


def kind_of(text: str, name: str = "piece.txt") -> PieceKind:
    return read_piece(read_prose(load_bytes(text.encode(), path=name))).kind


def points(text: str, name: str = "piece.txt") -> list[str]:
    article = load_bytes(text.encode(), path=name)
    return [point.span.of(article.text) for point in analyse(article).key_points]


def report(sections: int, *, headed: bool = True) -> str:
    """A report of some 6,000 words on invented towns, a section each."""
    blocks = ["# What the towns of the Lode spend\n\nThe county of Lode spent £90 million on its towns in 2030.\n"]
    towns = ["Orrin", "Hollin", "Kelder", "Marl", "Sallow", "Brack", "Tarn", "Wick", "Dunmar", "Esk", "Fenn", "Gorse"]
    for number in range(sections):
        town = f"{towns[number % len(towns)]}{'' if number < len(towns) else number}"
        blocks += [f"## {town}\n"] if headed else []
        blocks.append(f"{town} raised {3 + number} crowns a head for the bridge in {number + 2001}, its mayor said.\n")
        blocks += [
            f"Item {number} and {line} of the books is {100 + line} crowns for a firm that mends lamp {line} "
            f"on street {line * 7} every spring.\n"
            for line in range(280 // sections)
        ]
    return "\n".join(blocks)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (NEWS, PieceKind.NEWS),
        (COLUMN, PieceKind.COLUMN),
        (INTERVIEW, PieceKind.INTERVIEW),
        (BRIEFING, PieceKind.BRIEFING),
    ],
)
def test_the_kind_of_piece_is_told_from_its_form(text: str, kind: PieceKind) -> None:
    assert kind_of(text, "piece.md" if kind is PieceKind.BRIEFING else "piece.txt") is kind


def test_a_quoted_i_makes_no_column() -> None:
    said = '"I know my mill and I love my river, and we will pump until I drop," said Tam Reyes.\n\n'
    assert kind_of(NEWS + "\n" + said * 3) is PieceKind.NEWS


def test_a_pulled_quotation_without_marks_makes_no_column() -> None:
    pulled = "I know my mill and I love my river, and we will pump until I drop, I tell you. Tam Reyes\n\n"
    assert kind_of(f"{NEWS}\n\n{pulled}The county will meet in Hollin on Friday.") is PieceKind.NEWS


def test_a_column_has_a_point_from_its_end() -> None:
    assert any(point.startswith("The council should buy") for point in points(COLUMN))


THESIS = "Birch should withdraw the plan before the vote on Thursday, and mend the library instead."
LAMPS = f"""The case for doing nothing on Quay Street

My neighbour has a theory about the lamps on Quay Street. I have sympathy with her.

I sat at the second lamp for eleven minutes last week, and nobody came but a heron. My sandwich was gone by then.

The council wants to tear the lamps out and to build a roundabout for £3.4 million. I like the heron better.

Its own study, which I suspect four people have read, found that a lamp delays a driver by 38 seconds. I timed it.

Councillor Anselm Birch, who asked for the study, says that the figure misses the annoyance of it all.

Hollin built a roundabout in 2029, and the number of cyclists hurt there rose by a third within two years.

I know that a street without diggers wins no votes. {THESIS} I would bring the heron.
"""


def test_a_column_has_what_it_urges_among_its_points() -> None:
    assert kind_of(LAMPS) is PieceKind.COLUMN
    assert THESIS in points(LAMPS)


KEEPER = """'I was never afraid of the dark'

The lighthouse keeper Petra Lowick spoke to Tam Reyes about forty years on Skell Rock, and why she thinks the \
automatic lamp is a mistake.

Q: You leave the rock on Friday. How does it feel?

A: Strange. I have packed four times and unpacked three. My sister says I should just go.

Q: What will change when the lamp is automatic?

A: The company says nothing will change, and that is nonsense. In the storm of 2013 the power failed for nine \
hours and I turned the lens by hand. A machine would have left 40 fishing boats in the dark. Norlight, which \
bought the lamp, has told me there is a battery, but the battery lasts two hours.

Q: Did you tell them so?

A: I wrote to Norlight in May and in June. They sent me a brochure. In September I wrote to the minister, \
Anselm Birch, and he has promised an inquiry before the winter.

Q: Is there anything you won't miss?

A: The tinned peaches.

Q: And what comes next for you?

A: I am writing a book about the birds. There were 61 kinds when I came and there are 34 now, and nobody else \
has counted them every morning since 1984. Then I want to see a tree up close.
"""


def test_an_answer_tells_as_much_further_in_as_at_its_head() -> None:
    found = points(KEEPER)
    assert kind_of(KEEPER) is PieceKind.INTERVIEW
    assert any("nine hours" in point or "lasts two hours" in point for point in found)
    assert "I wrote to Norlight in May and in June." not in found


def test_an_interview_is_told_by_its_answers() -> None:
    found = points(INTERVIEW)
    assert any("failed eleven times" in point for point in found)
    assert not any("I have heard" in point for point in found)  # who asks is not the news
    assert not any(point.startswith(("BRANDT", "MARSH", "ILSE")) for point in found)


def test_a_point_of_an_interview_says_who_tells_it() -> None:
    article = load_bytes(INTERVIEW.encode())
    reasons = [p.reason for p in analyse(article).key_points if "machine has failed" in p.span.of(article.text)]
    assert reasons and all("told by Ilse Brandt" in reason for reason in reasons)


def test_the_items_of_a_briefing_are_its_points() -> None:
    found = points(BRIEFING, "briefing.md")
    assert sum("metres on Tuesday" in p or "310 households" in p or "£48 million" in p for p in found) >= 2
    assert not any("Coffee" in point for point in found)


@pytest.mark.parametrize("sections", [7, 11])
def test_a_report_has_a_point_for_each_section(sections: int) -> None:
    text = report(sections)
    article = load_bytes(text.encode(), path="report.md")
    assert kind_of(text, "report.md") is PieceKind.REPORT
    found = [p.span for p in analyse(article).key_points]
    assert found[0].of(article.text).startswith("The county of Lode spent £90 million")
    begins = [b.span.start for b in article.blocks if b.kind is BlockKind.HEADING and b.level == 2]
    assert sorted(bisect_right(begins, span.start) for span in found) == list(range(sections + 1))


def test_many_sections_are_brought_together_to_twelve_points_at_most() -> None:
    assert 6 <= len(points(report(40), "report.md")) <= 12


def test_a_report_without_headings_has_points_from_all_over_it() -> None:
    article = load_bytes(report(9, headed=False).encode(), path="report.md")
    spans = sorted(p.span for p in analyse(article).key_points)
    assert 6 <= len(spans) <= 12
    gaps = [b.start - a.start for a, b in pairwise([*spans, Span(len(article.text), len(article.text))])]
    assert max(gaps) < 0.4 * len(article.text)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Orrin mill closes\n\nThe Orrin paper mill closed on Monday after a flood.", 1),
        ("The Orrin paper mill closed on Monday after a flood. It had made envelopes since 1911.", 2),
    ],
)
def test_a_notice_of_a_line_or_two_has_a_point(text: str, most: int) -> None:
    found = points(text)
    assert 1 <= len(found) <= most
    assert found[0] == "The Orrin paper mill closed on Monday after a flood."
