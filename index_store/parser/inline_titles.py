"""The title of a minute that is printed in the middle of a paragraph."""

from __future__ import annotations

import re

from index_store.parser.run_in_titles import TO_DO
from index_store.parser.subjects import report_start
from index_store.parser.title_ends import parted_title
from index_store.parser.wording import has_verb, is_heading, is_usual

_SUBJECT = re.compile(
    r"\s(?=(?:The|It|There|This|These|Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|Members|RESOLVED|AGREED|NOTED|Resolved|"
    r"Agreed|Noted|"
    r"Proposed|Apologies (?:were|had|for absence were)|None|No|All|An?|In|Following|Further)\b)"
)
_DECIDED = "(?:RESOLVED|AGREED|ORDERED|NOTED|RECOMMENDED|DECIDED|APPROVED)"
_CAPITALS = re.compile(
    rf"(?=[A-Z]{{4}})(?:(?!{_DECIDED}\b)[A-Z][A-Z’'-]+[,:]? |& |[–-] )+(?=[A-Z][a-z]|An? [a-z]|{_DECIDED}\b)"
)
"""A title in capitals over several words, with its text behind it."""
_SHORT_ITEM = 70
_NEXT, _FEWEST = 14, 3
_TELLS = re.compile(r"(?:The|No|An?|It|There|All|Accounts?|Minutes|Apologies|Councillors|Members)\b")
"""What begins a minute that has no title but tells at once what happened."""


def inline_title(words: str) -> tuple[int, int]:
    """How long the title is at the start of a minute printed in the middle of a paragraph, and where its body "
    "begins."""
    if shouted := _CAPITALS.match(words):
        return len(shouted[0].rstrip(" :.–-")), shouted.end()
    parted, told = parted_title(words), report_start(words)
    if told and (parted is None or told < parted[0]):
        return told - 1, told
    if parted:
        return parted
    found = _SUBJECT.search(words, 3, 110)
    if found and not has_verb(words[: found.start()]):
        return found.start(), found.end()
    bare = words.rstrip(" .")
    if len(bare) <= _SHORT_ITEM and is_heading(bare):
        return len(bare), len(words)
    stop = words.find(". ")
    if 0 < stop < 3 * _SHORT_ITEM and is_heading(words[:stop]):
        return stop, stop + 2
    if _TELLS.match(words) and (stop < 0 or has_verb(words[:stop])):
        return 0, 0
    if TO_DO.match(words):
        size = next((at for mark in (" – ", " - ", ": ") if 0 < (at := words.find(mark)) < 2 * _SHORT_ITEM), 0)
        return (size, size + 3) if size else (0, 0)
    run = re.match(r"(?:[A-Z(][\w’'&-]*\s+|(?:of|the|and|for|to|in|on|from|with|a|at)\s+)+", words)
    if run is None:
        return 0, 0
    first = words.split()[0]
    if has_verb(words[: run.end() + _NEXT].rsplit(" ", 1)[0]) and len(run[0].split()) < _FEWEST and not is_usual(first):
        return 0, 0
    again = words.find(first, len(first), run.end())
    cut = again if again > 0 else words.rfind(" ", 0, run.end() - 1) + 1
    return (len(words[:cut].rstrip()), cut) if cut > 0 else (len(run[0].rstrip()), run.end())
