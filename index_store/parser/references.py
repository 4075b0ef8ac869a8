"""Mentions of other minutes, agenda items and reports inside a minute."""

from __future__ import annotations

import re

from index_store.models import MappedText, Reference, ReferenceKind
from index_store.parser.cues import cued

_NUMBER = r"(?:[A-Z]{1,4}[./]?)?\d+[A-Za-z]?(?:[./]\d+)*"
_CLAUSE = r"(?:\s?\((?P<clause>[ivxl]+|[a-z]|\d{1,2})\)|(?P<letter>[a-z])\b)?"
_MINUTE = re.compile(
    rf"[Mm](?<!\w[Mm])(?<!\d [Mm])(?:inutes?|IN(?:UTES?)?|in\.|in(?=\s+[Nn]o))\s+"
    rf"(?:[Nn]os?\b\.?\s*|[Nn]umbers?\s+|[Rr]ef(?:erence)?\.?\s*|"
    rf"[Ii]tem\s+)?(?!\d+/\d+/\d)(?P<target>{_NUMBER}){_CLAUSE}(?!\s*(?:minutes?|seconds?|hours?|members|[Jj]an|"
    rf"[Ff]eb|[Mm]ar|"
    rf"[Aa]pr|[Mm]ay\b|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec|st\b|nd\b|rd\b|th\b|am\b|pm\b|\.\d))"
)
_ITEM = re.compile(
    rf"(?:[Aa](?<!\w[Aa])genda\s+[Ii]|[Ii](?<!\w[Ii]))tems?\s+(?:[Nn]os?\b\.?\s*|"
    rf"[Nn]umber\s+)?(?P<target>{_NUMBER}){_CLAUSE}(?P<agenda>\s+(?:in|"
    rf"on|of)\s+(?:the|this)\s+agenda)?(?!\s*(?:of (?:equipment|clothing)))"
)
_MARK = r"[A-Z]{0,4}(?:\(\d+\))?\d+(?:[./]\d+)*(?:\.[ivx]+)?[a-z]?"
_REPORT = re.compile(
    rf"(?=[mlPpEe])\b(?:marked|labelled|[Pp]aper|[Ee]nclosure)\s+['‘\"“]?(?P<target>{_MARK}|[A-Z]{{1,2}}(?!\())(?!\w)['’\"”]?|"
    rf"(?=[Aa])\b(?P<appendix>(?:[Aa]ppendix|[Aa]nnexe?)\s+(?:{_MARK}|[A-Z]{{1,2}}))\b"
)
_CODED = re.compile(
    r"\b(?:[Rr]efer(?:red|s|ring)?(?: back)? to|at|[Ss]ee|per|under) (?P<target>[A-Z]{1,3}/\d{1,4}/\d{2})(?![\w/])"
)
"""A minute by a number that only minutes have, without the word: "Cllr Ash referred to C/18/24"."""
_HERE = re.compile(r"[Ss](?<!\w[Ss])ee (?:also )?(?P<target>\d+(?:\.\d+){0,3}) (?:above|below)\b")
_PAPER = re.compile(
    r"[Rr](?<!\w[Rr])(?:eport|EPORT)s?\s+(?:[Nn]o\b\.?\s*|[Nn]umber\s+|[Rr]ef\b\.?\s*|#\s?)?"
    r"(?P<target>[A-Z]{1,6}[- ]?\d{2,4}(?:[-/]\d{1,4})*|\d{2,4}[-/]\d{1,4})\b(?![-/]\d)"
)
_SEVERAL = re.compile(r"(?:agenda )?(?:minutes|items)", re.IGNORECASE)
_MORE = re.compile(
    rf"\s*(?:,|and|&|or|to|-|–)\s*(?:[Mm]inutes?\s+)?(?P<target>{_NUMBER})(?:\s?\((?P<clause>[ivxl]+|"
    rf"[a-z])\))?(?![\d%]|\s*(?:minutes?|hours?|members|years|[A-Z][a-z]+\s+\d{{4}}|[A-Z]))"
)

_KINDS: tuple[tuple[ReferenceKind, re.Pattern[str], tuple[str, ...]], ...] = (
    ("minute", _MINUTE, ("inute", "MIN", "in.", "in N", "in n")),
    ("minute", _HERE, (" above", " below")),
    ("minute", _CODED, ("efer", "at ", "ee ", "per ", "under ")),
    ("agenda_item", _ITEM, ("tem",)),
    ("report", _PAPER, ("eport ", "EPORT ", "eports ")),
    ("report", _REPORT, ("marked", "labelled", "aper", "nclosure", "ppendix", "nnex")),
)
"""What is mentioned and how, with the parts of words without which it is not: searching a long text is dear."""
_LETTERED = _KINDS[-1:]
"""What may be mentioned by a letter alone ("marked 'A'")."""
_DIGIT = re.compile(r"\d")


def find_references(body: MappedText) -> tuple[Reference, ...]:
    """Every mention of a minute ("Minute 258(ii)"), agenda item ("item 14") or report ("marked '5'"), in order."""
    found: list[Reference] = []
    for kind, pattern, needs in _KINDS if _DIGIT.search(body.text) else _LETTERED:
        if not cued(body.text, needs):
            continue
        for match in pattern.finditer(body.text):
            found.append(_reference(body, kind, match))
            if _SEVERAL.match(match.group()):
                found.extend(_further(body, kind, match.end()))
    return tuple(sorted(found, key=lambda one: one.span))


def _reference(body: MappedText, kind: ReferenceKind, match: re.Match[str]) -> Reference:
    groups = match.groupdict()
    start, end = match.start(), match.end()
    target = match.group("target") or " ".join(groups["appendix"].split())
    return Reference(kind, target, body.span(start, end), groups.get("clause") or groups.get("letter"))


def _further(body: MappedText, kind: ReferenceKind, at: int) -> list[Reference]:
    """The other numbers of "minutes 12, 14 and 15" or "agenda items 3 and 4"."""
    found = []
    while match := _MORE.match(body.text, at):
        found.append(
            Reference(kind, match.group("target"), body.span(match.start("target"), match.end()), match.group("clause"))
        )
        at = match.end()
    return found
