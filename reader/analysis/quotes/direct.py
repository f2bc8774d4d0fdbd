"""Quotations in marks that no word of saying in their own sentence reports, and those that go on."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.analysis.quotes import sources
from reader.analysis.quotes.adjuncts import past_adjuncts
from reader.analysis.quotes.announced import announces, is_announced
from reader.analysis.quotes.clauses import closes_stretch, comma_after, has_verb, opens_stretch
from reader.analysis.quotes.cue import CueForm
from reader.analysis.quotes.cues import find_cues
from reader.analysis.quotes.noun_phrases import phrase_end
from reader.analysis.quotes.passages import Passage, Unit
from reader.analysis.quotes.reports import Report
from reader.analysis.quotes.said import addressee_end, said_after
from reader.analysis.quotes.transcript import signature
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_SHORTEST = 6  # tokens
_AFTER_STOP = frozenset({"say", "add", "tell", "write", "explain", "note"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_ASKED = frozenset({"asked", "asks"})
_STOPS = frozenset({".", "!", "?", "…", "...", "....", "?!", "!?"})


def join_attributions(passage: Passage, units: list[Unit]) -> list[Unit]:
    """Sentences as they are, but a quotation with its attribution that a stop inside the marks parts from it is one.

    "“Really?” the mayor asked." is read as two sentences by whoever does not know what asking is.
    """
    joined: list[Unit] = []
    for unit in units:
        if (
            joined
            and joined[-1].block == unit.block
            and joined[-1].past == unit.first
            and closes_stretch(passage, unit.first - 1)
            and passage.inside[unit.first] < 0
            and (_is_attribution(passage, joined[-1], unit) or signature(passage, unit, unit.first) is not None)
        ):
            joined[-1] = Unit(joined[-1].first, unit.past, unit.block, joined[-1].opens_block)
        else:
            joined.append(unit)
    return joined


def _is_attribution(passage: Passage, before: Unit, unit: Unit) -> bool:
    """Whether a sentence does no more than say who spoke."""
    cues = find_cues(passage, Unit(unit.first, min(unit.past, unit.first + 30), unit.block, False))
    cue = cues[0] if cues else None
    if cue is None or cue.form is not CueForm.FINITE or not cue.verb.frames & set("qp"):
        return False
    speaks = cue.verb.lemma in _AFTER_STOP and _stands_alone(passage, before)
    if passage.lowers[unit.first - 2] == "." and not speaks:
        return False  # "“Never.” The crowd roared.": what they did
    if cue.group == unit.first:
        source = sources.after(passage, cue.past, unit.past)
        return source is not None and (source.end >= unit.past or passage.lowers[source.end] != ":")
    source = sources.before(passage, cue.group, unit.first)
    if source is None or source.begin != unit.first:
        return False
    k = past_adjuncts(passage, cue.past, unit.past)
    if cue.verb.frames & set("oO"):
        k = past_adjuncts(passage, addressee_end(passage, k, unit.past) or k, unit.past)
    if k >= unit.past or passage.lowers[k] == ".":
        return True
    if passage.lowers[k] == ",":
        return said_after(passage, cue, k, unit.past) is None
    return (
        passage.inside[k] < 0
        and passage.tags[k] in (Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.GERUND, Tag.TO)
        and (passage.lowers[k] != "that")
    )


def with_quotations(passage: Passage, units: list[Unit], reports: list[Report]) -> list[Report]:
    """The reports, joined with the quotations that go on from them, and with those that stand alone."""
    by_unit: dict[int, list[Report]] = {}
    for report in reports:
        by_unit.setdefault(report.unit.first, []).append(report)
    thread = _Thread(passage, list(reports))
    for unit in units:
        thread.read(unit, by_unit.get(unit.first, []))
    return thread.found


@dataclass(slots=True)
class _Thread:
    """Who has the word, from sentence to sentence."""

    passage: Passage
    found: list[Report]
    last: Report | None = None
    """What a quotation without attribution may go on from."""
    grows: bool = False
    """Whether `last` takes in such a quotation from anywhere,"""
    grows_here: bool = False
    """or from its own paragraph."""
    before: Unit | None = None
    announced: Report | None = None
    """What a sentence that ends in a colon will report."""
    open: list[Unit] = field(default_factory=list)
    """Quotations whose mark is left open and whose attribution may stand in the next paragraph."""

    def read(self, unit: Unit, here: list[Report]) -> None:
        """Take the next sentence, with the reports in it."""
        known, near = self.last, self.before is not None and 0 <= unit.block - self.before.block <= 1
        if here:
            if self.open and near and _opens_with(self.passage, here[0], unit):
                here[0].parts[:0] = [(u.first, u.past) for u in self.open]
            self.open, self.announced = [], None
            quoted = [r for r in here if _precedes_cue(self.passage, r)]
            self.last = (quoted or here)[-1]
        elif _stands_alone(self.passage, unit):
            self._quotation(unit, near)
            self.announced = None
        elif self.last is not None and self.grows and _goes_on(self.passage, self.before, unit):
            self.last.parts.append((unit.first, unit.past))
        elif not self._signature(unit) and not self._announced_words(unit):
            self.open = []
            self.announced = announces(self.passage, unit)
            self.last = _signed(self.passage, unit)
            self.found += [self.last] if self.last is not None else []
        self.before = unit
        if self.last is not None and self.last is not known:
            self.grows_here = _precedes_cue(self.passage, self.last)
            self.grows = self.grows_here or _is_direct(self.passage, self.last)

    def _quotation(self, unit: Unit, near: bool) -> None:
        """A sentence that is a quotation and nothing else."""
        words, last, made = (unit.first, unit.past), self.last, None
        if self.announced is not None and near:
            made = self.announced
            made.parts = [words]
        elif last is not None and near and self._is_answered(last, unit):
            made = Report([words], None, None, unit)
        elif last is not None and near:
            if self.grows or (self.grows_here and self.before is not None and unit.block == self.before.block):
                last.parts.append(words)
            elif last.source is not None:
                made = Report([words], None, last.antecedent or last.source, unit, carried=True)
            else:
                made = _after_subject(self.passage, self.before, unit)
        else:
            made = _signed(self.passage, unit) or _after_subject(self.passage, self.before, unit)
        if made is not None:
            self.found.append(made)
            self.last = made
        if self.last is not None or not near:
            self.open = []
        if self.last is None and not self.passage.stretches[self.passage.inside[unit.first]].closed:
            self.open.append(unit)

    def _is_answered(self, last: Report, unit: Unit) -> bool:
        """Whether a new paragraph answers what was asked before it: "“Is it?” she asked. ¶ “It is.”"."""
        if last.cue is None or self.before is None or unit.block == self.before.block:
            return False
        asked = self.passage.lowers[last.cue[0]] in _ASKED
        return asked and last.unit.block == self.before.block and self.passage.lowers[last.parts[-1][1] - 2] == "?"

    def _signature(self, unit: Unit) -> bool:
        """Take a paragraph that only names whose the quotation before it is: "— Ada Berg"; whether it is one."""
        before = self.before
        if before is None or unit.block - before.block != 1 or not _stands_alone(self.passage, before):
            return False
        name = signature(self.passage, unit, unit.first)
        if name is None or (self.last is not None and self.last.unit is not before and self.last.cue is not None):
            return False
        words = [(u.first, u.past) for u in self.open if u is not before] + [(before.first, before.past)]
        self.found = [r for r in self.found if r.unit is not before or r.parts != [words[-1]]]
        self.last = Report(words, None, name, before)
        self.found.append(self.last)
        self.open = []
        return True

    def _announced_words(self, unit: Unit) -> bool:
        """Take a sentence without marks of the paragraph that "The mayor added:" announced; whether it is one."""
        report = self.announced
        if report is None or self.before is None or not is_announced(self.passage, report, self.before, unit):
            return False
        if not report.parts:
            report.direct = True
            self.found.append(report)
        report.parts.append((unit.first, unit.past))
        self.last = report
        return True


def _opens_with(passage: Passage, report: Report, unit: Unit) -> bool:
    """Whether a report begins with a quotation that opens its sentence."""
    return report.cue is not None and report.parts[0][0] == unit.first and passage.inside[unit.first] >= 0


def _stands_alone(passage: Passage, unit: Unit) -> bool:
    """Whether a unit is one quotation and nothing else."""
    number = passage.inside[unit.first]
    if number < 0:
        return False
    stretch = passage.stretches[number]
    if stretch.first != unit.first:
        return False
    rest = range(stretch.past, unit.past)
    return not any(passage.tokens[k].is_word for k in rest)


def _goes_on(passage: Passage, before: Unit | None, unit: Unit) -> bool:
    """Whether a sentence that opens with a quotation and has no attribution goes on with what was said before it."""
    if before is None or before.block != unit.block or not has_verb(passage, unit.first, unit.past):
        return False
    k = unit.first
    while k < unit.past and passage.tags[k] in (Tag.COORDINATOR, Tag.ADVERB, Tag.MARK) and passage.inside[k] < 0:
        k += 1
    if k >= unit.past or not opens_stretch(passage, k, unit.past):
        return False
    stretch = passage.stretches[passage.inside[k]]
    if stretch.past - stretch.first <= _SHORTEST:
        return False  # a term: "“Non-paper” is a word for a draft"
    if stretch.past >= unit.past:
        return k > unit.first  # "Then, “we bought a second boat.”"
    return passage.tokens[stretch.past].start > passage.tokens[stretch.past - 1].end


def _is_direct(passage: Passage, report: Report) -> bool:
    return all(passage.inside[k] >= 0 for a, b in report.parts for k in range(a, b) if passage.tokens[k].is_word)


def _precedes_cue(passage: Passage, report: Report) -> bool:
    """Whether words partly in marks stand before their attribution: what follows goes on from them."""
    if report.cue is None or report.parts[0][0] > report.cue[0]:
        return False
    return any(passage.inside[k] >= 0 for a, b in report.parts for k in range(a, b))


def _signed(passage: Passage, unit: Unit) -> Report | None:
    """A quotation with a name after it: `“…” — Ada Berg`."""
    number = passage.inside[unit.first]
    if number < 0 or passage.stretches[number].first != unit.first:
        return None
    past = passage.stretches[number].past
    name = signature(passage, unit, past) if past < unit.past else None
    if name is None:
        return None
    return Report([(unit.first, past)], None, name, unit)


def _after_subject(passage: Passage, before: Unit | None, unit: Unit) -> Report | None:
    """A quotation right after a sentence about somebody, in one paragraph: "Tolle shook his head. “Never.”"."""
    if before is None or before.block != unit.block or passage.inside[before.first] >= 0:
        return None
    first = before.first + (passage.tags[before.first] is Tag.COORDINATOR)  # "But Tolle disagreed. “Never.”"
    end = phrase_end(passage, first, before.past)
    if end is None:  # "Asked about the dam, Tolle laughed. “Never.”"
        comma = comma_after(passage, first, before.past)
        first = first if comma is None else comma + 1
        end = phrase_end(passage, first, before.past)
    if end is None or end >= before.past:
        return None
    k = end
    if passage.lowers[k] == ",":  # "Tolle, asked about the dam, laughed. “Never.”"
        k = next((m for m in range(k + 2, before.past) if passage.lowers[m - 1] == "," and _is_verb(passage, m)), k)
    while k < before.past and passage.tags[k] is Tag.ADVERB:
        k += 1
    if k >= before.past or passage.tags[k] not in FINITE_TAGS:
        return None
    noun = lexicon.table("person_nouns").get(passage.lowers[end - 1]) is not None
    person = noun or passage.lowers[first] in ("he", "she") or passage.tokens[end - 1].is_capitalised
    stretch = passage.stretches[passage.inside[unit.first]]
    if not person or passage.lowers[first] in _NOBODY or passage.tokens[stretch.past - 2].text not in _STOPS:
        return None
    source = sources.after(passage, first, before.past)
    if source is None:
        return None
    return Report([(unit.first, unit.past)], None, (source.first, source.past), unit, carried=True)


def _is_verb(passage: Passage, k: int) -> bool:
    return passage.inside[k] < 0 and passage.tags[k] in FINITE_TAGS
