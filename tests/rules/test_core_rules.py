"""`builtin/core`: the program's own highlights and links, said in the rule language."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_tools import ANALYSIS, TEXT, article_of, rules_of, run

from reader.analysis.model import VALUE_LABELS, Analysis, Link
from reader.analysis.quotes.repeats import repeats
from reader.article.load import load_file
from reader.read import apply, read, reading_of, study
from reader.resources import articles_folder
from reader.rules import apply as applying
from reader.rules.load import core_rules, parse_rules, with_core
from reader.rules.model import RuleSet
from reader.spans import Span


def links_by_definition(text: str, analysis: Analysis) -> list[Link]:
    """What the four kinds of links mean, worked out by comparing everything with everything."""

    def named_in(spans: tuple[Span, ...]) -> list[str]:
        found = [
            (span.start, mention.span, entity.id)
            for span in spans
            for entity in analysis.entities
            for mention in entity.mentions
            if span.holds(mention.span) and entity.label not in VALUE_LABELS
        ]
        return list(dict.fromkeys(id_ for _, _, id_ in sorted(found, key=lambda at: (at[1].start, -at[1].end))))

    said = [Link(q.id, q.speaker.entity, "said_by") for q in analysis.quotes if q.speaker and q.speaker.entity]
    mentions = [Link(q.id, id_, "mentions") for q in analysis.quotes for id_ in named_in(q.parts)]
    about = [Link(k.id, id_, "about") for k in analysis.key_points for id_ in named_in((k.span,))]
    again = [Link(later, earlier, "repeats") for earlier, later in repeats(text, analysis.quotes)]
    return [*said, *mentions, *about, *again]


@pytest.mark.parametrize("path", sorted(articles_folder().iterdir()), ids=lambda path: path.stem)
def test_the_links_of_an_article_are_those_that_core_says(path: Path) -> None:
    studied = study(load_file(str(path)))
    reading = apply(studied, RuleSet())
    expected = links_by_definition(studied.prose.text, studied.analysis)
    assert len(reading.links) == len(set(reading.links))
    assert set(reading.links) == set(expected) and [k.rel for k in reading.links] == [k.rel for k in expected]


def test_core_has_no_matches_in_the_list_or_the_export_and_each_shows_an_item() -> None:
    reading = reading_of(article_of(TEXT), ANALYSIS)
    assert reading.matches == ()
    ids = {q.id for q in ANALYSIS.quotes} | {e.id for e in ANALYSIS.entities} | {k.id for k in ANALYSIS.key_points}
    assert {match.item for match in reading.highlights} == ids
    assert all(match.place is not None and match.place.file.endswith("core.yaml") for match in reading.highlights)
    assert [(m.rule, m.span.of(TEXT)) for m in reading.highlights if m.rule == "cue"] == [
        ("cue", "said"),
        ("cue", "said"),
    ]


def test_without_core_nothing_is_painted_or_tied() -> None:
    found = run(core_rules().switched(off=["builtin/core"]), article_of(TEXT), ANALYSIS)
    assert (found.core, found.links) == ((), ())
    reading = apply(study(article_of(TEXT)), RuleSet(), {"builtin/core"})
    assert (reading.highlights, reading.links) == ((), ())


def test_a_file_that_extends_core_can_replace_its_rules_and_no_other_can() -> None:
    text = "version: 1\nextends: builtin/core\nrules:\n- {id: quote, match: {quote: any}, link: {to: speaker}}\n"
    replaced = reading_of(article_of(TEXT), ANALYSIS, parse_rules(text, "f"))
    assert [(k.source, k.target, k.rel) for k in replaced.links if k.source[0] == "q"] == [
        ("q1", "e2", "said_by"),
        ("q2", "e1", "said_by"),
    ]
    assert [match.rule for match in replaced.matches] == ["quote", "quote"]
    assert [rule.id for rule in with_core(rules_of("- {id: x, match: {words: [a]}}")).rules][-1] == "x"


def test_rules_that_are_asked_for_change_nothing_about_what_core_finds() -> None:
    article = load_file(str(articles_folder() / "harbour-strike.txt"))
    rules = rules_of("- {id: x, match: {entity: any}, style: match, link: {to: quotes, rel: said}}")
    plain, ruled = read(article), read(article, rules)
    assert ruled.highlights == plain.highlights
    assert ruled.links[: len(plain.links)] == plain.links and len(ruled.links) > len(plain.links)


def test_the_limits_of_what_a_rule_may_find_are_not_for_the_programs_own(monkeypatch: pytest.MonkeyPatch) -> None:
    article = load_file(str(articles_folder() / "harbour-strike.txt"))
    before = read(article)
    monkeypatch.setattr(applying, "MAX_MATCHES", 1)
    monkeypatch.setattr(applying, "MAX_LINKS", 1)
    after = read(article)
    assert after.rule_notices == ()
    assert (after.links, after.highlights) == (before.links, before.highlights)
    assert len(after.links) > 1 < len(after.highlights)
