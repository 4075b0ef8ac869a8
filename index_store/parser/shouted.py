"""Attendance lists printed all in capitals ("COUNCILLOR ANN ASH"), in which no name stands out as one."""

from __future__ import annotations

import re
from dataclasses import replace

from index_store.models import MappedText

_LABEL = r"[ \t]*(?:[A-Z][A-Z ]{3,20}(?::|\t| {2,}))?[ \t]*"
_WORD = r"(?:Ma?c)?[A-Z][A-Z'’-]+"
_MEMBER = re.compile(
    rf"^{_LABEL}(?:(?:DEPUTY|ACTING|VICE|LORD)[ -])*(?:MAYOR|REEVE|WARDEN|COUNCILL?ORS?|CLLR|ALDERMAN|COMMISSIONER)"
    rf"\.?[ \t](?:[A-Z]\.? )*{_WORD} (?:[A-Z]\.? ?)*{_WORD}",
    re.MULTILINE,
)
"""A member with forename and surname."""
_LINE = re.compile(
    rf"^{_LABEL}(?P<said>(?:{_WORD}|[A-Z]\.?|[(&,–-]|[A-Z]+\))(?:[ \t,./–-]+(?:{_WORD}|[A-Z]\.?|[(&–-]|"
    rf"\(?[A-Z]+\)))+)[ \t.]*$",
    re.MULTILINE,
)
_CAPITALS = re.compile(r"(?<![(A-Z])[A-Z]{2,}(?![A-Z]*\))")
_PRESENT = re.compile(r"^[ \t]*(?:Also )?Present: [^\n]+", re.MULTILINE)
_CHAIR = re.compile(r"^[ \t]*(?:[A-Z][\w-]+ ){1,2}[A-Z][A-Z’'-]{2,}, [^\n]{0,40}\bin the [Cc]hair\b", re.MULTILINE)
_WHOLE = re.compile(rf"(?<![A-Z] )(?<![\w-])[A-Z]{{3,}} (?:[A-Z]\.? )?{_WORD}(?![\w-])(?! [A-Z]{{3}})")
_PART = re.compile(r"[A-Z]{2,}")
_SMALL = ("OF", "AND", "THE", "FOR", "TO")
_LETTERS = ("CAO", "CEO", "CFO", "RCMP", "OPP", "GIS", "RFO")
_FEWEST = 2


def in_mixed_case(text: MappedText) -> MappedText:
    """``text`` with its shouted lines in mixed case from the first member on, where two members stand in capitals."""
    if "resent: " in text.text and (calm := _PRESENT.sub(_calm_names, text.text)) != text.text:
        text = replace(text, text=_CHAIR.sub(lambda said: _PART.sub(_mixed, said[0]), calm))
    members = list(_MEMBER.finditer(text.text)) if "COUNCIL" in text.text or "CLLR" in text.text else []
    if len(members) < _FEWEST:
        return text
    start = members[0].start()
    calm = _LINE.sub(_calm, text.text[start:])
    return replace(text, text=text.text[:start] + calm)


def _calm_names(line: re.Match[str]) -> str:
    """A list of those present with its names in mixed case, where two stand in capitals: "ANN ASH and BOB McBEE"."""
    names = _WHOLE.findall(line[0])
    return _WHOLE.sub(lambda name: _PART.sub(_mixed, name[0]), line[0]) if len(names) >= _FEWEST else line[0]


def _calm(line: re.Match[str]) -> str:
    label = line[0][: line.start("said") - line.start()]
    return label + _CAPITALS.sub(_mixed, line[0][len(label) :])


def _mixed(word: re.Match[str]) -> str:
    if word[0] in _LETTERS:
        return word[0]
    return word[0].lower() if word[0] in _SMALL else word[0].capitalize()
