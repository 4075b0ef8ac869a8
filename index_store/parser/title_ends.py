"""Where the words of a title end that its text follows in the same paragraph."""

from __future__ import annotations

import re

from index_store.parser.cues import cued
from index_store.parser.subjects import report_start
from index_store.parser.wording import has_verb, is_capitals, is_heading, is_sentence, is_usual, title_case

_CAPITALS = re.compile(
    r"[^a-z]{4,90}?(?:[.:]|\s[-–—]|)(?:\s+)(?=(?:[A-Z‘“\"'(]?[a-z]|[A-Z][a-z]|I\s|[A-Z]\s+[a-z]|"
    r"(?!(?:19|20)\d\d\b|\d+ [A-Z]{3,} [A-Z]{3,})[A-Z]{0,3}\d|[A-Z]{1,4}/))"
)
_COLON = re.compile(r"(.{3,120}?)\s*(?:(?<!\d):|:(?!\d)|\t|…|\.{3,})\s*(?=\S)")
_COLONS = (":", "\t", "…", "...")
_DASHES = ("-", "–", "—")
DASH = re.compile(r"(.{3,80}?)\s+[-–—]\s+(?=\S)")
_STOP = re.compile(r"(.{3,90}?)[.]\s+(?=[A-Z‘“\"'(\d£])")
_LONGEST = 120
"""Longer than any such title with what ends it."""
_TO = re.compile(r"To [a-z]+ ")
_DASHED = 100
_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Cllr|St|No|[A-Z](?:\.[A-Z])+|(?:M[rs]|Mrs|Miss|Dr|Cllr|Councillor|Deputy|Alderman)\.? [A-Z])$"
)
"""How a part of a title ends that no full stop ends: in a short form, or in the initial of somebody."""
_RANKED = re.compile(r"[A-Z]{2,5} [A-Z][a-z’'-]+ [A-Z][a-z’'-]+ [a-z]")
"""Somebody with a rank in capitals: "PCSO Ann Other joined the meeting"."""
TO_TAKE = re.compile(r"To (?:receive|hear|take)(?: and (?:approve|accept|note|consider))? ")
"""How the agenda words what is done with the business that it names behind."""
_DECIDES = re.compile(r"(?:RESOLVED|AGREED|NOTED|RECOMMENDED|APPROVED)\s+(?:that|to|by)\b")
_LINKED = re.compile(r"(?:and|or|of|the|for|to|in|on|by|with|from|&)\s+(?:(?:the|a)\s+)?[A-Z]{2}")
"""A small word inside a title in capitals: "CONFIRMATION and RECEIVING OF MINUTES"."""
_SHORTENED = re.compile(r"[A-Z][A-Z\d]{1,5}\s+(?:in|at|on|for|of|near|within)\b")
"""A title in small letters whose first word is a short form: "CCTV in the Town Centre – Members considered…"."""
_VERB_ALONE = re.compile(r"(?:To|For) [A-Z][a-z]+(?:/[A-Z][a-z]+)*")
_CODED = re.compile(r"(?<=[A-Z\d]) \d{1,4}[-/](?=[\d-]{0,5}[A-Z])[A-Z\d]{1,5}(?:[-/][A-Z\d]{1,5})?:?\s*$")
"""The code of a resolution behind a title: "AGENDA APPROVAL 01-07B-13: It was moved…"."""
_MOVES = re.compile(r"(?<=[A-Z]) (?:IT WAS )?(?:MOVED|SECONDED|PROPOSED) (?:BY|AND)\b")
"""Who moved something, in capitals behind a title: "APPROVAL OF THE AGENDA MOVED BY Councillor Ash"."""
_DONE = re.compile(r"(?<=[a-z)]) (?:RECEIVED|NOTED|RESOLVED|AGREED|APPROVED|CONSIDERED|REPORTED)$")
"""What was done with the business, in capitals behind its title: "Apologies for absence RECEIVED: …"."""
_OF_DAY = re.compile(
    r"(?:(?:held|dated) (?:on )?|(?<=, )|(?<=\bON )|(?<=\bHELD )|(?<=\bDATED ))(?:\w+day,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|"
    r"[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?),? \d{4}\b"
)


def parted_title(words: str) -> tuple[int, int] | None:
    """A title in capitals, or before a colon, dash or full stop, with its text behind it in the same paragraph."""
    head = words[:_LONGEST]
    colon = _COLON.match(words) if cued(head, _COLONS) else None
    stop = _STOP.match(words) if "." in head else None
    if (
        (colon is None or not is_capitals(colon[1]))
        and not is_capitals(words)
        and (found := _CAPITALS.match(words))
        and sum(char.isalpha() for char in found[0]) >= 4
        and is_capitals(found[0].rstrip())
        and not (
            _SHORTENED.match(words)
            or _RANKED.match(words)
            or _DECIDES.match(words)
            or _LINKED.match(words, found.end())
        )
    ):
        if coded := _CODED.search(found[0]) or _MOVES.search(found[0]):
            return coded.start(), coded.start() + 1
        dated = None if found[0].rstrip()[-1] in ".:" else _OF_DAY.match(words, found.end())
        return (dated.end(), dated.end()) if dated else (len(found[0].rstrip(" .:–—-\t")), found.end())
    long = 16 if colon and title_case(colon[1]) >= 0.7 else 10
    for found, most in ((colon, long), (stop, 10), (DASH.match(words) if cued(head, _DASHES) else None, 9)):
        if (
            found
            and is_heading(found[1])
            and not has_verb(found[1])
            and len(found[1].split()) <= most
            and _good_title(found[1])
        ):
            behind = words[found.end() :]
            if found.re is _COLON and _VERB_ALONE.fullmatch(found[1]):
                return _object(words, found.end())
            if found.re is not DASH or is_sentence(behind) or is_usual(found[1]):
                coded = (_CODED.search(found[1]) or _DONE.search(found[1])) if found.re is _COLON else None
                return (coded.start(), coded.start() + 1) if coded else (len(found[1]), found.end())
    return None


def _object(words: str, start: int) -> tuple[int, int] | None:
    """The title with what an agenda's verb before its colon takes: "To Approve: Payments The following were…"."""
    behind = words[start:]
    told = report_start(behind)
    cut = (told - 1, told) if told else parted_title(behind)
    return (start + cut[0], start + cut[1]) if cut else None


def short_title(words: str) -> tuple[int, int] | None:
    """A few words and a full stop before a sentence: "Street lights. The Clerk reported that…"."""
    found = _STOP.match(words) if "." in words[:_LONGEST] else None
    if found is None or len(found[1].split()) > 5 or has_verb(found[1]) or not is_heading(found[1]):
        return None
    abbreviated = re.search(r"(?:^|\s)(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllrs?|St|Nos?)$", found[1])
    return (len(found[1]), found.end()) if not abbreviated and is_sentence(words[found.end() :]) else None


def _good_title(text: str) -> bool:
    return (title_case(text) >= 0.5 or is_usual(TO_TAKE.sub("", text))) and not _SHORT.search(text[-16:])


def agenda_title(words: str) -> tuple[int, int] | None:
    """A title worded like the agenda, before a dash and a sentence: "To receive apologies – Cllr Ash (work)."."""
    found = DASH.match(words) if _TO.match(words) and words.endswith(".") else None
    if found is None or len(found[1]) > _DASHED or has_verb(found[1][3:].partition(" ")[2]):
        return None
    return len(found[1]), found.end()
