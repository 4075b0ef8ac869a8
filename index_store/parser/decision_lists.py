"""Clauses under the words that introduce them: labelled, bulleted, or in paragraphs of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index_store.models import MappedText, Resolution
from index_store.parser.clauses import Chain, Line, inline_labels, lines_of, starts_list
from index_store.parser.effects import effect_of
from index_store.parser.verbs import Decision, held_words
from index_store.parser.vote_tables import table_lines

BARE = re.compile(
    r"(?:\s*[-–—:;.,*]|\s+(?:that|to|as follows|the following|unanimously|by the (?:committee|board|council)|"
    r"accordingly)\b|:?\s+\d{2,4}[/-]\d{1,4}\b|"
    r"\s*\((?:\d{1,3}\s*(?:[:–-]|to)\s*\d{1,3}|unanimous(?:ly)?|nem\.? con\.?)\))*\s*$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(?:motion|amendment|proposal|recommendations?)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_OPEN = re.compile(r"(?::\s*[-–—]?|\bthat|\bto|[-–—])\**$")
_THAT = re.compile(r"[“\"‘']?[Tt](?:hat|HAT)\b")
_CLOSES = re.compile(
    r"\W*(?i:proposed|moved|seconded|mover|seconder|carried|motion|vot(?:e|ing)|for\b|against|reasons?|note|action)\b|"
    r"[^.]{0,60}:\W*$"
)
"""What stands below the clauses of a resolution: who moved it, how it was voted, the head of something else."""
_ASKED = re.compile(
    r"(?:(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bshould )(?<!\bcould )(?<!\bcan )(?<!\bmust )(?<!\bmay )(?<!\bmight )"
    r"(?<!\bshall )(?<!\bnot )(?<!\bto not )\bbe\b|"
    r"^(?:[Tt]he )?(?:[A-Z][\w’'-]* ){1,5}(?:write|report|contact|obtain|arrange|investigate|ask|request|prepare|"
    r"submit|seek|enter|make|provide|purchase|respond|inform|invite|place|pay|adopt|approve|review|consult|continue)\b)"
)
"""What is wanted, not what is so: "the fence be painted", "the Clerk write to the owner"."""
_TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|said|asked|thanked|reported|stated|advised|noted|explained|informed|"
    r"welcomed|commented|queried|left|joined|returned|closed|expressed|replied|confirmed|will)\b"
)
_ROW = re.compile(r"\S *[\t|]")
_END = 12
"""Letters at the end of a line in which its last word, and the marks behind it, stand."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that introduce clauses: offsets in the reading text, and the deciding word among them."""

    decision: Decision
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Minute:
    """A minute's reading text and its lines; ``ballots`` are those of the tables of votes.

    ``held`` are the words in it that may tell a decision.
    """

    body: MappedText
    lines: tuple[Line, ...]
    ballots: frozenset[int] = frozenset()
    held: frozenset[str] = frozenset()

    @classmethod
    def read(cls, body: MappedText) -> Minute:
        """The lines of a minute's body."""
        lines = lines_of(body.text)
        texts = [body.text[line.start : line.end] for line in lines] if "|" in body.text else []
        return cls(body, lines, table_lines(texts), held_words(body.text))

    @property
    def text(self) -> str:
        """The reading text."""
        return self.body.text

    def record(
        self,
        start: int,
        end: int,
        decision: Decision,
        label: str | None = None,
        lead: Lead | None = None,
        outcome: bool = False,
    ) -> Resolution:
        """One clause: ``start`` to ``end`` of the reading text, trimmed. ``outcome``: a vote on a motion ended it."""
        words = self.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        words = self.text[start:end]
        return Resolution(
            verb=decision.verb,
            effect=effect_of(decision.verb, words if outcome else self._ruled(start, end, decision)),
            text=words,
            span=self.body.span(start, end),
            label=label,
            lead=self.body.span(lead.start, lead.end) if lead else None,
            amendment=outcome and _amends(words, decision.start - start),
        )

    def _ruled(self, start: int, end: int, decision: Decision) -> str:
        """The words that the verb rules: what follows it in the same sentence, or all where next to nothing does."""
        follows = self.text[decision.end : end] if start <= decision.start < end else ""
        ruled = follows if len(follows.split()) > 2 else self.text[start:end]
        return _BRACKETS.sub(" ", ruled) if "(" in ruled else ruled


_AMENDING = re.compile(
    r"(?<=bylaw )amendment\b|(?<=by-law )amendment\b"
    r"|\bamendment(?= (?:by-?law|bill|order|act|regulations?|policy|application|permit|no)\b)",
    re.IGNORECASE,
)


def _amends(words: str, verb: int) -> bool:
    """Whether what was carried or lost is an amendment: the noun before the verb tells, else the words at large.

    A bylaw that amends another is none.
    """
    words = _AMENDING.sub(lambda match: " " * len(match[0]), words)
    subject = list(_SUBJECT.finditer(words[:verb]))
    if subject and not re.search(r"[.;]\s", words[subject[-1].end() : max(verb, 0)]):
        return subject[-1].group().lower() == "amendment"
    return re.search(r"\bamendment\b", words, re.IGNORECASE) is not None and "substantive" not in words


def opens(words: str) -> bool:
    """Whether words lead on to what follows: they end in a colon, a dash, "that" or "to"."""
    return _OPEN.search(words.rstrip()[-_END:]) is not None


def read_clauses(minute: Minute, at: int, chain: Chain | None, lead: Lead, found: list[Resolution]) -> int:
    """Labelled lines from ``at`` on, each with the lists inside it and the lines that run on; returns the next line."""
    lines = minute.lines
    while at < len(lines) and (label := lines[at].label) is not None:
        if chain is None:
            chain = Chain(label, lines[at].style)
        elif not chain.takes(label, lines[at].style):
            return at
        stop = at + 1
        stop = _below_table(minute, at, stop)
        while stop < len(lines) and _belongs(minute.text, lines[stop - 1], lines[stop], chain):
            stop += 1
        found.extend(_split(minute, lines[at], lines[stop - 1].end, chain, lead))
        at = stop
    return at


def _below_table(minute: Minute, at: int, stop: int) -> int:
    """The line behind the rows of a table to which the clause in line ``at`` leads ("the amounts shown below:")."""
    text, lines = minute.text, minute.lines
    if not text[lines[at].start : lines[at].end].endswith(":"):
        return stop
    while stop < len(lines) and lines[stop].label is None and _ROW.search(text, lines[stop].start, lines[stop].end):
        stop += 1
    return stop


def _split(minute: Minute, line: Line, end: int, chain: Chain, lead: Lead) -> list[Resolution]:
    """The clause that ``line`` opens; further clauses of the list that stand in the same line become records too."""
    starts = [(line.words, line.words, line.label or ""), *inline_labels(minute.text, line.words, end, chain)]
    return [
        minute.record(words, following[0] if following else end, lead.decision, label, lead)
        for (_, words, label), following in zip(starts, [*starts[1:], None], strict=True)
    ]


def _belongs(text: str, before: Line, line: Line, chain: Chain) -> bool:
    """Whether ``line`` is part of the clause before it: a list inside it, or words that run on."""
    if line.label is not None:
        opened = text[before.end - 1] in ":;,-–d"
        return not chain.would_take(line.label, line.style) and chain.nests(line.label, opened)
    if line.bulleted:
        return opens(text[before.start : before.end]) or (before.bulleted and before.label is None)
    return runs_on(text, before, line)


def runs_on(text: str, before: Line, line: Line) -> bool:
    """Whether a sentence goes on over a break that reading text did not mend."""
    ended = text[before.start : before.end].rstrip()[-1:] in ".;:!?"
    return not ended and line.label is None and not line.bulleted and line.content(text)[:1].islower()


def read_bullets(minute: Minute, at: int, lead: Lead, found: list[Resolution]) -> int:
    """Bulleted lines from ``at`` on, a clause each with the bullets of another kind below it; returns the next line."""
    text, lines = minute.text, minute.lines
    mark = text[lines[at].start]
    while at < len(lines) and lines[at].bulleted:
        stop = at + 1
        while stop < len(lines) and lines[stop].bulleted and text[lines[stop].start] != mark:
            stop += 1
        found.append(minute.record(lines[at].words, lines[stop - 1].end, lead.decision, None, lead))
        at = stop
    return at


def read_paragraphs(minute: Minute, at: int, lead: Lead, found: list[Resolution]) -> int:
    """The paragraph behind bare leading words, and those after it that are clauses too; returns the next line."""
    text, lines, first = minute.text, minute.lines, at
    while at < len(lines) and (at == first or _further(minute, first, at)):
        line = lines[at]
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after and after.label and starts_list(after.label) and opens(line.content(text)):
            return read_clauses(minute, at + 1, None, Lead(lead.decision, lead.start, line.end), found)
        found.append(minute.record(line.words, line.end, lead.decision, None, lead))
        at += 1
    return at


def _further(minute: Minute, first: int, at: int) -> bool:
    """Whether a line below the paragraph in line ``first`` is one more of the clauses that were resolved.

    It opens with "That", or is worded as something to be done ("the fence be painted", "the Clerk write to…"), as
    the one before it may leave open ("…; and"); what tells of something that happened is none.
    """
    text, line, before = minute.text, minute.lines[at], minute.lines[at - 1]
    words = line.content(text)
    if _THAT.match(words):
        return True
    if line.label is not None or line.bulleted or at in minute.ballots or _CLOSES.match(words):
        return False
    if _ASKED.search(words) and not _TELLS.search(words):
        return _ASKED.search(minute.lines[first].content(text)) is not None or _goes_on(text, before)
    return _goes_on(text, before) and not _TELLS.search(words)


def _goes_on(text: str, before: Line) -> bool:
    """Whether a clause ends in a way that leaves the list open."""
    return text[before.start : before.end].rstrip().endswith((";", "; and", ", and", ";and", "; or"))


def table_end(minute: Minute, at: int) -> int:
    """The line behind the rows of the table that begins in line ``at``; ``at`` itself where none does."""
    while at < len(minute.lines) and "|" in minute.lines[at].content(minute.text):
        at += 1
    return at
