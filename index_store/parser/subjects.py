"""Where a report begins behind a title that no punctuation parts from it ("Street lights The Clerk said that…")."""

from __future__ import annotations

import re

from index_store.parser.cues import cued
from index_store.parser.wording import has_verb
from index_store.seams import LEADS_ON

_SAID = (
    r"(?:was|were|is|are|had|has|have|will|would|should|could|can|may|did|does|do|be|read|gave|said|felt|met|left|sent|"
    r"took|made|put|went|told|held|brought|thought|spoke|wrote|understood|drew|showed|came|chose|lost|paid|saw|stood|"
    r"undertook|ran|withdrew|runs|reads|states|says|reports|"
    r"confirms|advises|remains|needs|wishes|[a-z]{2,}ed)\b"
)
_TOLD = (
    r"(?:(?:has|have|had|was|were|will|would|is|are)\b|(?:also |then |again )?(?:reported|proposed|said|asked|advised|"
    r"confirmed|noted|stated|thanked|explained|informed|gave|agreed|declared|raised|suggested|requested|attended|read|"
    r"provided|commented|queried|presented|updated|outlined|welcomed|seconded|expressed|offered|moved|opened|left|"
    r"shared|mentioned|reminded|spoke|felt|took|sent|wrote)\b)"
)
_WORD = r"[\w’'&/,()£%.-]*[\w’')%]"
_REPORT = re.compile(
    rf"""\s(?=[A-Z])(?=(?:
    (?:It|There|He|She|They|We|This|These|Both)\s+(?:all\s|also\s|then\s)?{_SAID}
    |(?:The|This|These|Those|An?|Each|Our|His|Her)\s+{_WORD}\s+(?:{_WORD}\s+){{0,8}}?(?-i:{_SAID})
    |(?:Cllrs?|Councillors?|Clr|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Messrs|PCSO|PC|Sgt|Rev)\b\.?\s+(?:{_WORD}\s+){{1,9}}?(?-i:{_SAID})
    |(?<!County.)(?<!Parish.)(?<!Town.)(?<!Borough.)(?<!District.)(?<!City.)
        (?:(?:Governors|Trustees)(?:\sand\sCommittee\smembers)?|Members|Councillors|Chair(?:man|woman|person)?|Clerk|Council|Committee|Board|Apologies|All|Everyone|Nobody|
        (?:Parish|Town)\s(?:Council|Clerk))\s+
        (?!(?i:meetings?|minutes|agenda|reports?|accounts?|website|polic|of|and|for\s|\())(?:{_WORD}\s+){{0,4}}?(?-i:{_SAID})
    |(?:Two|Three|Four|Five|Six|Seven|Several|Some|Many|Most|Various|Much)\s+(?:{_WORD}\s+){{1,6}}?(?-i:{_SAID})
    |(?:Considered|Discussed|Covered|Dealt|See|Deferred|Not|As\sabove|Ongoing|Awaiting)\s(?=[a-z]|{_WORD}[’']s\s|item|minute)
    |(?<=;\s)(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Borough|County|None)\b
    |(?:Were|Was)\s
    |(?<=eeting\s)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?\d
    |[A-Z]{{2,6}}\s+(?:and\s+[A-Z]{{2,6}}\s+)?(?:also\s+|then\s+)?(?-i:{_TOLD})
    |[A-Z][a-z]+\s(?!It\b|The|No\b|All\b|We\b|He\b|This)[A-Z][a-z][\w’'-]*\s+(?-i:{_TOLD})
    |(?:In|On|At|As|After|Following|Further|With|During|Since|Due)\s+(?:{_WORD}\s+){{1,12}}?(?-i:{_SAID})
    |(?:None|Nil|Nothing)\b(?:\s[^.]{{0,60}})?(?:\.|$)
    |No\s+(?!\d)(?:{_WORD}\s+){{0,6}}?(?:(?-i:{_SAID})|{_WORD}(?:\.(?:\s|$)|$))
    |(?:RESOLVED|AGREED|NOTED|Resolved|Agreed|Noted|Proposed|Approved|Deferred)\b(?:\s*[:,-]|\s+(?:that|to|by)\b)
    ))""",
    re.VERBOSE,
)
_IS = _SAID.replace("|[a-z]{2,}ed", "")
_NEW_SUBJECT = re.compile(rf"(?<=\s)(?:[a-z][\w’')-]*|\d+\)?)\s(?=[A-Z][a-z]{{2,}}\s(?:[a-z’'-]+\s){{0,6}}?{_IS})")
"""A capital behind a title in small letters: "Benches by the river Offers have come in"."""
_AGAIN = re.compile(r"(?P<title>[A-Z][\w’' ]{3,40}?)\s(?=(?P=title)\s+[a-z])")
_KNOWN = re.compile(
    r"(?:update on )?matters (?:arising|raised) from (?:the )?(?:previous|last) (?:meetings?|minutes)\s(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_PART = re.compile(r"\s(?=(?:\d{1,3}\.1(?:\.1)?\.?|\([ai]\)|[ai][.)]\.?|[•●▪➢\uf0b7\uf0a7\uf0d8])\s+[A-Z‘“\"'£\d])")
"""The first of several parts, labelled inside the same paragraph: "Reports 6.1 Chair's report"."""
_NUMBERED_PART = re.compile(r"\s(?=\d{1,3}\.1(?:\.1)?\.?\s+[A-Z])")
_PARTS = (".1", "a)", "i)", "a.", "i.", *"•●▪➢\uf0b7\uf0a7\uf0d8")
"""Cheap to look for: without one of these nothing is parted."""
_LONGEST = 220
_NO_PREDICATE = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:received|raised|circulated|submitted|made|considered|undertaken|requested)$|"
    r"^To \w+|\bto be (?:\w+ )?\w+|\b(?:as|if|when|not|items?|matters?) \w+ed\b"
)
"""Verbs that report nothing: "matters to be included", "as agreed"."""
_ENDED = re.compile(r"[.?!;]\s")
_OPENS_SENTENCE = re.compile(r"(?:It|There|This|These|He|She|They|We|In|On|At|As|After|Following|Since|When|While)\s")
_RANK = re.compile(r"(?:(?:Ward|County|District|Borough|City|Parish|Town|Community|Local)\s?)+")
_SOMEBODY = re.compile(r"[A-Z][a-z]+ [A-Z][a-z’'-]+, [A-Z][\w &’'-]+$|(?:Cllrs?|Councillors?|Mrs?|Ms|Dr)\b\.? [A-Z]")
"""Who reports, and no title: "Ann Other, Marl Council" before "Locality Steward attended"."""
_ABBREVIATED = re.compile(r"(?:^|\s)(?:The|An?|Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Rev|St|No|Nos|PC|Sgt|[A-Z])\.?$")


def first_part(words: str) -> int | None:
    """Offset at which the first of several parts, numbered like their minute, begins: "Finance 7.1 Accounts"."""
    found = _NUMBERED_PART.search(words, 2, _LONGEST) if ".1" in words else None
    return found.end() if found and _is_title(words[: found.start()]) else None


def report_start(words: str) -> int | None:
    """Offset in ``words`` at which the report behind a title begins; None where no title stands before one."""
    if (known := _KNOWN.match(words) or _AGAIN.match(words)) and _is_title(known[0]):
        return known.end()
    found = _PART.search(words, 2, _LONGEST) if cued(words, _PARTS) else None
    part = found.start() if found and _is_title(words[: found.start()]) else None
    for match in _REPORT.finditer(words, 2, _LONGEST):
        at = match.start()
        if part is not None and at > part:
            break
        head = words[:at]
        if _ENDED.search(head) and not part:
            break
        if _is_title(head):
            return at + 1
    if part is not None:
        return part + 1
    found = _NEW_SUBJECT.search(words, 2, _LONGEST)
    if found and _is_title(words[: found.end() - 1]) and not _ENDED.search(words[: found.end()]):
        return found.end()
    return None


def _leads_on(head: str) -> bool:
    return (LEADS_ON.search(head) is not None and not head.endswith("to date")) or head.lower().endswith(" being")


def _is_title(head: str) -> bool:
    """Whether words can be a title: they do not lead on to what follows, and nothing is reported in them."""
    head = head.rstrip(" -–—:;")
    if len(head) < 3 or not (head[0].isupper() or head[0].isdigit() or head[0] in "‘“\"'(") or _leads_on(head):
        return False
    if _OPENS_SENTENCE.match(head) or _RANK.fullmatch(head) or _SOMEBODY.match(head):
        return False
    if head[-1] in ",&/(+" or _ABBREVIATED.search(head) or head.count("(") > head.count(")"):
        return False
    return not has_verb(_NO_PREDICATE.sub(" ", head))
