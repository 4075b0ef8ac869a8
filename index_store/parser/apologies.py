"""Who sent apologies or came, where a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index_store.models import Status
from index_store.parser.cues import cued
from index_store.parser.names import TITLED, read_person
from index_store.parser.people import Entry
from index_store.parser.runs import read_run
from index_store.parser.sentences import sentence_end

People = list[tuple[int, int, tuple[Entry, ...]]]
_APOLOGISED = re.compile(
    r"(?:apolog(?:y|ies)(?: for (?:absence|non[- ]attendance|(?:their|his|her) absence|lateness|(?:inability|"
    r"being unable) to attend))?"
    r"[^.:\n]{0,80}?\b(?:from|on behalf of|for|by)\b(?: both)?:?\s*(?!absence|non|lateness)|"
    r"^\W*apologies(?: for absence)?\s*[:–-]+\s*)",
    re.IGNORECASE | re.MULTILINE,
)
_SENT = re.compile(
    r"(?P<names>[A-Z][^.\n]{3,200}?) (?:had |have |has )?(?:sent|gave|given|tendered|submitted|offered|"
    r"conveyed)(?: (?:their|his|her))? apologies"
)
_ATTENDED = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<names>[A-Z][^.\n:]{3,200}?),? (?:(?:was|were) (?:also )?(?:present|in attendance)|"
    r"(?<!not )(?:also )?attended(?: the meeting)?)\b(?! since)",
    re.MULTILINE,
)
_WHERE = (
    r"(?: at the meeting| (?:at|by) (?:the )?invitation(?: of the \w+)?| on the (?:tele)?(?:call|conference|phone))*"
)
_ALSO = re.compile(
    r"\b(?i:(?P<also>also |others? )?(?:(?P<here>(?:members|those|councillors|directors|trustees|governors) present)|"
    rf"in attendance|present|attending(?: the meeting)?|guests|visitors){_WHERE} (?:was|were|are)):?\s+"
    r"(?=(?P<names>[^\n]+))"
)
_WERE = re.compile(rf"(?:present|in attendance|attending(?: the meeting)?|guests|visitors){_WHERE} (?:was|were|are)")
"""Cheap to look for, in small letters: without these words the pattern above finds nothing."""
_SUBSTITUTED = re.compile(
    rf"(?P<away>{TITLED}),? (?:was|were|had been|has been|is) (?:substituted|replaced|represented) by "
    rf"(?P<here>{TITLED})|"
    rf"(?P<here2>{TITLED}),? (?:was |had )?(?:(?:also )?attended |was present |was in attendance )?(?:as |as a )?"
    rf"(?:substitut(?:e|ed|ing)|deputis(?:ed|ing)|standing in|stood in) for (?P<away2>{TITLED})"
)
_INSTEAD = re.compile(
    r"(?:substituted|replaced|represented) by |(?:substitut(?:e|ed|ing)|deputis(?:ed|ing)|standing in|stood in) for "
)
_INSTEADS = ("ubstitut", "eplaced by ", "epresented by ", "eputis", "tanding in for ", "tood in for ")
_CAME = ("present", "in attendance", "attended")
_COUPLE = re.compile(r"(?:guests )?[A-Z][a-z]+ (?:and|&) (?=[A-Z][a-z]+ [A-Z])")
"""A forename that shares the surname behind the next: "Ann and Bob Clay"; only the whole name is read."""
_REACH = 90
_OPENS = re.compile(r"attend|present|call(?:ed)? to order|roll call|^opening", re.IGNORECASE)
_TAIL = re.compile(
    r",?\s+(?:who (?:was|were|had|is|are)\b|were (?:received|noted|accepted|recorded|submitted|given)|"
    r"was (?:received|noted|accepted)|had (?:sent|given)"
    r"|and (?:these|they|it) (?:was|were)|(?:due|owing) to).*$",
    re.DOTALL,
)


def told(text: str, title: str | None) -> Iterator[tuple[Status, People]]:
    """Status and people of each sentence that tells who apologised or, in a preamble (``title`` None), who came."""
    if "pologi" in text or "pology" in text or "POLOG" in text:
        for match in _APOLOGISED.finditer(text):
            yield from _read(text, "apologies", match.end(), _stop(text, match.end()))
    if " apologies" in text:
        for match in _SENT.finditer(text):
            yield from _read(text, "apologies", *match.span("names"))
    yield from _replaced(text)
    if title is None or _OPENS.search(title):
        for match in _attended(text):
            observing = text.startswith(" as observer", match.end())
            yield from _read(text, "observer" if observing else "in_attendance", *match.span("names"))
        for match in _ALSO.finditer(text) if _WERE.search(text.lower()) else ():
            status: Status = "present" if match["here"] and not match["also"] else "in_attendance"
            yield from _read(text, status, match.start("names"), _stop(text, match.start("names")))


def _attended(text: str) -> Iterator[re.Match[str]]:
    """Sentences that say who came. They are slow to look for, and none goes over a line."""
    at = 0
    for line in text.split("\n"):
        if cued(line, _CAME):
            yield from _ATTENDED.finditer(text, at, at + len(line))
        at += len(line) + 1


def _replaced(text: str) -> Iterator[tuple[Status, People]]:
    """Who was away and who came instead: "Mrs Kite was substituted by Mr Tranter"."""
    for said in _INSTEAD.finditer(text) if cued(text, _INSTEADS) else ():
        match = _SUBSTITUTED.search(text, max(0, said.start() - _REACH), said.end() + _REACH)
        if match is None:
            continue
        away = read_person(match["away"] or match["away2"])
        here = read_person(match["here"] or match["here2"])
        if away and here:
            entry = Entry(away, substituted_by=here.name)
            yield "apologies", [(match.start(), match.end(), (entry,))]


def _stop(text: str, start: int) -> int:
    line = text.find("\n", start)
    return min(sentence_end(text, start), line if line >= 0 else len(text))


def _read(text: str, status: Status, start: int, stop: int) -> Iterator[tuple[Status, People]]:
    couple = _COUPLE.match(text, start)
    start = couple.end() if couple else start
    said = _TAIL.sub("", text[start:stop]).rstrip(" .")
    said = said[:-1] if said.count(")") > said.count("(") else said
    people = [(start + a, start + b, found) for a, b, found in read_run(said)]
    if people:
        yield status, people
