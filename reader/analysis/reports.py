"""Words of saying with what they report, one sentence at a time: by index of token."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis import clauses, sources
from reader.analysis.clauses import DASHES, closes_stretch, opens_stretch
from reader.analysis.cues import Cue, CueForm, find_cues
from reader.analysis.passages import Passage, Unit
from reader.analysis.sources import Source
from reader.language import lexicon
from reader.language.tags import FINITE_TAGS, Tag

_JOINS = frozenset({"and", "but", "or"})
_OBJECTS = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN, Tag.OBJECT, Tag.NUMBER, Tag.FINITE, Tag.AUXILIARY, Tag.MODAL})
_ADVERBIAL = frozenset(
    {Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.GERUND, Tag.PARTICIPLE, Tag.COORDINATOR, Tag.TO, Tag.RELATIVE}
)
_SUBORDINATES = frozenset({"when", "after", "before", "because", "if", "while", "although", "though", "since", "once"})


@dataclass(slots=True)
class Report:
    """What one cue reports."""

    parts: list[tuple[int, int]]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    unit: Unit
    carried: bool = False
    direct: bool = False
    """Whether it is direct though no marks say so: a turn of a transcript, a block quotation."""


def reports_of(passage: Passage, unit: Unit) -> list[Report]:
    """The reports of a unit, in the order of their cues."""
    cues = find_cues(passage, unit)
    found: list[Report] = []
    subject: Source | None = None
    taken = unit.first  # what stands before this belongs to an earlier report
    for number, cue in enumerate(cues):
        if any(a <= cue.first < b for r in found for a, b in r.parts):
            continue  # reported within a report
        reading = _Reading(passage, unit, cue, cues[number + 1 :], subject, taken)
        report = reading.report()
        if reading.source is not None and cue.form is not CueForm.ACCORDING:
            subject = reading.source
        if report is not None:
            found.append(report)
            taken = max(taken, reading.taken)
    return found


class _Reading:
    """One cue being read."""

    def __init__(
        self, passage: Passage, unit: Unit, cue: Cue, later: list[Cue], subject: Source | None, taken: int
    ) -> None:
        self.passage, self.unit, self.cue, self.later = passage, unit, cue, later
        self.subject, self.floor = subject, unit.first
        self.source: Source | None = None
        self.taken = taken
        self._left = taken

    def report(self) -> Report | None:
        form = self.cue.form
        if form is CueForm.ACCORDING:
            return self._according()
        if form is CueForm.FINITE:
            return self._finite()
        if form is CueForm.GERUND:
            self.source = self._subject_of_gerund()
            return self._after(self.cue.past)
        if form is CueForm.PASSIVE:
            return self._passive()
        return self._infinitive()

    # --- forms ---

    def _according(self) -> Report | None:
        passage, cue, unit = self.passage, self.cue, self.unit
        source = sources.after(passage, cue.past, unit.past)
        if source is None:
            return None
        self.source = source
        end = source.end
        before = cue.first - 1
        lowers = passage.lowers
        while before >= unit.first and passage.tags[before] is Tag.ADVERB:
            before -= 1
        fronted = before < unit.first or lowers[before] in _JOINS or (lowers[before] == "that")
        comma = self._comma_after(end)
        if fronted:
            comma = self._comma_before_clause(end)
            if comma is None:
                return None
            return self._made([(comma + 1, self._end(comma + 1))])
        left_end = before + 1
        if lowers[before] in (",", "(") or lowers[before] in DASHES:
            left_end = before
        first = self._left_start()
        if first >= left_end:
            return None
        parts = [(first, left_end)]
        if comma is not None and lowers[before] == "," and not clauses.has_verb(passage, first, left_end):
            parts.append((comma + 1, self._end(comma + 1)))
        return self._made(parts)

    def _finite(self) -> Report | None:
        passage, cue, unit = self.passage, self.cue, self.unit
        left = cue.group - 1
        inverted = None
        if left < unit.first or passage.inside[left] >= 0 or passage.lowers[left] == "," or (
            passage.lowers[left] in DASHES
        ):
            inverted = sources.after(passage, cue.past, unit.past)
            if inverted is not None and inverted.end < unit.past and passage.tags[inverted.end] in FINITE_TAGS:
                inverted = None  # "…, said it was": a clause
        floor = self.floor if left >= unit.first and passage.inside[left] >= 0 else self._after_stretch(left)
        source = sources.before(passage, cue, max(self.floor, floor))
        if inverted is not None and source is not None and passage.lowers[left] == ",":
            # "…, said the mayor" and "Tolle, the mayor, said the plan": the second has its clause after it
            right = clauses.said_after(passage, cue, clauses.past_adjuncts(passage, cue.past, unit.past), unit.past)
            if right is None and source.past == left:
                source = None
            else:
                inverted = None
        if source is None and inverted is not None and cue.verb.frames & set("qp"):
            self.source = inverted
            report = self._before(cue.group, inverted.end)
            return report
        while source is None and left > unit.first and passage.tags[left] is Tag.ADVERB and passage.inside[left] < 0:
            left -= 1
        if source is None and left >= unit.first and (passage.lowers[left] in _JOINS or passage.lowers[left] == "then"):
            source = self.subject or self._main_subject(left)
            self.source = source
            return self._after(cue.past) if source is not None else None
        if source is None:
            return None
        self.source = source
        begin = source.begin
        right = self._after(cue.past, begin)
        if begin > unit.first and passage.tags[begin - 1] is Tag.RELATIVE:
            return right
        if right is not None and not self._interrupts(begin, right):
            return self._with_lead(begin, right) or right
        if cue.verb.frames & set("qp") and begin > self._left:
            mark = begin - 1
            if passage.inside[mark] >= 0 or passage.lowers[mark] == "," or passage.lowers[mark] in DASHES:
                return self._before(begin, cue.past) or right
            if passage.lowers[mark] == "as" and mark > self._left and passage.lowers[mark - 1] == ",":
                return self._before(mark, cue.past) or right
        if passage.lowers[begin - 1] == "as" if begin > unit.first else False:
            comma = self._comma_after(clauses.past_adjuncts(passage, cue.past, unit.past))
            if comma is not None and begin - 1 == unit.first:
                return self._made([(comma + 1, self._end(comma + 1))])
        return right

    def _passive(self) -> Report | None:
        passage, cue, unit = self.passage, self.cue, self.unit
        if not cue.verb.frames & set("tToO"):
            return None
        k = cue.past
        if k < unit.past and passage.lowers[k] == "by":
            source = sources.after(passage, k + 1, unit.past)
            if source is not None:
                self.source = source
                k = source.end
        k = clauses.past_adjuncts(passage, k, unit.past)
        if k < unit.past and passage.inside[k] < 0:
            asked = "w" in cue.verb.frames and passage.lowers[k] in clauses.ASKS
            if passage.lowers[k] == "that" or asked:
                return self._made([(k, self._end(k))])
        if k + 1 < unit.past and passage.lowers[k] in (",", ":"):
            k += 1
        parts = self._direct_parts(k) if cue.verb.frames & set("oO") else None
        return self._made(parts) if parts else None

    def _infinitive(self) -> Report | None:
        passage, cue = self.passage, self.cue
        self.source = self.subject
        if self.source is None:
            before = Cue(cue.first, cue.past, cue.verb, cue.form, self._governor(), False)
            self.source = sources.before(passage, before, self.floor)
        if self.source is None:
            return None
        report = self._after(cue.past)
        if report is not None and cue.verb.lemma not in ("say", "tell"):
            first = report.parts[0][0]
            if passage.lowers[first] != "that" and passage.inside[first] < 0:
                return None
        return report

    def _governor(self) -> int:
        """The verb on which an infinitive hangs: "went on to say"."""
        k = self.cue.group
        while k > self.unit.first and self.passage.tags[k] not in (Tag.FINITE, Tag.AUXILIARY, Tag.MODAL):
            k -= 1
        return k

    def _subject_of_gerund(self) -> Source | None:
        passage, cue, unit = self.passage, self.cue, self.unit
        if self.subject is not None:
            return self.subject
        if cue.first == unit.first:
            return self._subject_after_comma()
        k = cue.first - 1
        if passage.inside[k] < 0 and passage.tags[k] in (Tag.NOUN, Tag.POSSESSIVE) and (
            passage.lowers[k] not in lexicon.words("reporting_nouns")
        ):
            first = sources.phrase_start(passage, k, self.floor)
            if first is not None:
                return Source(first, k + 1, first, k + 1)
        return self._main_subject(k)

    def _subject_after_comma(self) -> Source | None:
        """"Saying that the bridge was safe, Tolle left": the subject follows."""
        passage, unit = self.passage, self.unit
        for k in range(self.cue.past, unit.past - 1):
            if passage.lowers[k] == "," and passage.inside[k] < 0:
                source = sources.after(passage, k + 1, unit.past)
                if source is not None and source.end < unit.past and (
                    passage.tags[source.end] in FINITE_TAGS or passage.lowers[source.end] == ","
                ):
                    return source
        return None

    def _main_subject(self, until: int) -> Source | None:
        """The subject of the first verb of the sentence that has one, before `until`."""
        passage, unit = self.passage, self.unit
        k = unit.first + 1
        while k <= until:
            if passage.inside[k] < 0 and passage.tags[k] in FINITE_TAGS:
                if passage.tags[k - 1] not in (Tag.RELATIVE, Tag.SUBORDINATOR):
                    verb = Cue(k, k + 1, self.cue.verb, CueForm.FINITE, _past_adverbs(passage, k, unit.first))
                    source = sources.before(passage, verb, self.floor)
                    opened = source is not None and source.begin > unit.first
                    if source is not None and not (
                        opened and passage.lowers[source.begin - 1] in _SUBORDINATES | {"that"}
                    ):
                        return source
            k += 1
        return None

    # --- sides ---

    def _after_stretch(self, left: int) -> int:
        """Past the last stretch before `left`: a subject does not reach over a quotation."""
        k = left
        while k >= self.floor:
            if self.passage.inside[k] >= 0:
                return k + 1
            k -= 1
        return self.floor

    def _with_lead(self, begin: int, right: Report) -> Report | None:
        """The whole of a clause whose words go on in marks: "The harbour, he said, “is a disgrace”"."""
        passage = self.passage
        mark, resumes = begin - 1, right.parts[0][0]
        if mark <= self._left or passage.lowers[mark] != "," or passage.inside[mark] >= 0:
            return None
        if passage.lowers[resumes - 1] != "," or passage.inside[resumes] < 0:
            return None
        first = self._left_start()
        if passage.tags[first] is Tag.SUBORDINATOR and passage.lowers[first] != "as":
            return None
        if first >= mark or passage.tags[first] in _ADVERBIAL:
            return None
        return self._made([(first, mark), *right.parts])

    def _interrupts(self, begin: int, right: Report) -> bool:
        """Whether the report stands after a quotation that it attributes, so that what follows is no reported clause."""
        mark = begin - 1
        if mark < self._left:
            return False
        if self.passage.inside[mark] < 0 or not closes_stretch(self.passage, mark):
            return False
        first = self._left_start()
        stretch = self.passage.stretches[self.passage.inside[mark]]
        return first >= stretch.first or clauses.has_verb(self.passage, first, stretch.first)

    def _after(self, k: int, begin: int | None = None) -> Report | None:
        passage, cue, unit = self.passage, self.cue, self.unit
        start = clauses.past_adjuncts(passage, k, unit.past)
        first = clauses.said_after(passage, cue, start, unit.past)
        if first is None and start > k:
            first = clauses.said_after(passage, cue, k, unit.past)
        if first is None:
            first = clauses.said_further_on(passage, cue, k, unit.past)
        if first is None:
            return self._complement(k)
        parts = self._direct_parts(first)
        if parts is not None:
            return self._made(parts)
        end = self._end(first)
        return self._made([(first, end)]) if end > first else None

    def _complement(self, k: int) -> Report | None:
        """"called it “a farce”": words in marks that say what somebody called something."""
        passage, unit = self.passage, self.unit
        if not self.cue.verb.frames & set("cm"):
            return None
        end = self._end(k)
        last = None
        m = k
        while m < end:
            if passage.inside[m] >= 0:
                stretch = passage.stretches[passage.inside[m]]
                if "c" in self.cue.verb.frames or stretch.past - stretch.first > 4:
                    last = min(stretch.past, unit.past)
                m = stretch.past
            else:
                if passage.lowers[m] == "," and last is not None:
                    break
                m += 1
        if last is None:
            return None
        return self._made([(k, end)])

    def _direct_parts(self, first: int) -> list[tuple[int, int]] | None:
        """The stretch at `first` when it is a quotation that stands by itself, with those that go on from it."""
        passage, unit = self.passage, self.unit
        if not opens_stretch(passage, first, unit.past):
            return None
        stretch = passage.stretches[passage.inside[first]]
        end = min(stretch.past, unit.past)
        if end >= unit.past or not self._goes_on(end, stretch.first):
            return [(first, end)]
        return None

    def _goes_on(self, end: int, first: int) -> bool:
        """Whether the sentence runs on through a stretch rather than ending with it."""
        passage = self.passage
        last = passage.tokens[end - 2].text if end - 2 > first else ""
        if last in (",", ".", "!", "?", "…", "..."):
            return False
        return passage.tokens[end].is_word

    def _before(self, begin: int, past: int) -> Report | None:
        """A report whose words come before it, and perhaps go on after it."""
        passage, unit = self.passage, self.unit
        first = self._left_start()
        end = begin
        while end > first and passage.inside[end - 1] < 0 and not passage.tokens[end - 1].is_word and (
            passage.lowers[end - 1] not in (")", "]")
        ):
            end -= 1
        if end <= first:
            return None
        direct = passage.inside[end - 1] >= 0
        parts: list[tuple[int, int]] = []
        if direct:
            stretch = passage.stretches[passage.inside[end - 1]]
            lead = first
            while lead < stretch.first and (not passage.tokens[lead].is_word or passage.lowers[lead] in _JOINS):
                lead += 1
            parts.append((stretch.first if lead == stretch.first else first, end))
        else:
            parts.append((first, end))
        k = past
        if self.cue.verb.frames & set("oO") and past == self.cue.past:
            k = clauses.addressee_end(passage, past, unit.past) or past
        k = clauses.past_adjuncts(passage, k, unit.past)
        if not direct and ("p" not in self.cue.verb.frames or not self._may_end_at(k)):
            return None
        follow = self._resumes(k, direct, first, end)
        if follow is None and not clauses.has_verb(passage, first, end):
            if not direct and not (k >= unit.past or passage.lowers[k] == "."):
                return None
        if follow is not None:
            parts.append(follow)
        return self._made(parts)

    def _may_end_at(self, k: int) -> bool:
        """Whether the attribution of the words before it is over at `k`: no object of the verb stands there."""
        passage = self.passage
        if k >= self.unit.past or passage.inside[k] >= 0:
            return True
        return passage.tags[k] not in _OBJECTS

    def _resumes(self, k: int, direct: bool, first: int, end: int) -> tuple[int, int] | None:
        """Where the words go on after the attribution that interrupts them."""
        passage, unit = self.passage, self.unit
        m = k
        while m < unit.past and passage.inside[m] < 0 and m < k + 30:
            if passage.lowers[m] in (",", ":", ";") or passage.lowers[m] in DASHES:
                break
            m += 1
        if m >= unit.past or passage.inside[m] >= 0:
            return None
        if opens_stretch(passage, m + 1, unit.past):
            stretch = passage.stretches[passage.inside[m + 1]]
            return (m + 1, min(stretch.past, unit.past))
        if direct or passage.lowers[m] != "," or m + 1 >= unit.past:
            return None
        if any(c.first == m + 1 or c.group == m + 1 for c in self.later):
            return None
        if m != k:
            return None
        if not clauses.has_verb(passage, first, end):
            return (m + 1, self._end(m + 1))
        if passage.lowers[m + 1] in ("and", "but", "because", "which", "including", "with", "as", "so"):
            return (m + 1, self._end(m + 1))
        return None

    # --- ends ---

    def _left_start(self) -> int:
        k = self._left
        while k < self.unit.past and self.passage.inside[k] < 0 and not self.passage.tokens[k].is_word and (
            self.passage.lowers[k] not in ("(", "[", "$", "£", "€", "#", "@")
        ):
            k += 1
        return k

    def _comma_before_clause(self, k: int) -> int | None:
        """The comma that ends "according to …" at the front: the last one before the clause, past appositions."""
        passage, unit = self.passage, self.unit
        commas: list[int] = []
        for m in range(k, min(unit.past - 1, k + 60)):
            if passage.inside[m] < 0 and passage.lowers[m] == ",":
                if commas and clauses.has_verb(passage, commas[-1] + 1, m):
                    break
                commas.append(m)
                if len(commas) == 2:
                    break
        if len(commas) < 2:
            return commas[0] if commas else None
        return commas[0] if clauses.has_verb(passage, commas[0] + 1, commas[1]) else commas[1]

    def _comma_after(self, k: int) -> int | None:
        passage, unit = self.passage, self.unit
        m = k
        while m < unit.past and m < k + 30:
            if passage.inside[m] >= 0:
                return m - 1 if m > k or closes_stretch(passage, m) is False else None
            if passage.lowers[m] in (",", ":"):
                return m if m + 1 < unit.past else None
            if passage.tags[m] in (Tag.FINITE, Tag.MODAL, Tag.AUXILIARY):
                return None
            m += 1
        return None

    def _end(self, first: int) -> int:
        unit, passage = self.unit, self.passage
        subordinate = False
        if self.cue.form is CueForm.PASSIVE and self.cue.first <= unit.first + 1:
            return clauses.clause_end(passage, self.cue, first, unit.past, self.later, True)
        opener = unit.first + (passage.lowers[unit.first] in _JOINS)
        if self.cue.form is CueForm.GERUND:
            subordinate = self.cue.first <= unit.first + 1
        elif opener < self.cue.group and passage.lowers[opener] in _SUBORDINATES:
            subordinate = "," not in passage.lowers[opener : self.cue.group]
        elif self.cue.group > unit.first and passage.tags[self.cue.group - 1] is Tag.RELATIVE:
            relative = self.cue.group - 2 > unit.first and passage.lowers[self.cue.group - 2] == ","
            if relative:
                return clauses.clause_end(passage, self.cue, first, unit.past, self.later, False, relative=True)
        return clauses.clause_end(passage, self.cue, first, unit.past, self.later, subordinate)

    def _made(self, parts: list[tuple[int, int]]) -> Report | None:
        parts = [(a, b) for a, b in parts if a < b]
        if not parts:
            return None
        self.taken = max(b for _, b in parts)
        source = (self.source.first, self.source.past) if self.source is not None else None
        return Report(parts, (self.cue.first, self.cue.past), source, self.unit)


def _past_adverbs(passage: Passage, k: int, floor: int) -> int:
    """Where the adverbs before the verb at `k` begin."""
    while k > floor and passage.tags[k - 1] in (Tag.ADVERB, Tag.NOT) and passage.inside[k - 1] < 0:
        k -= 1
    return k
