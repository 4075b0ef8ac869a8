"""What sort of fact an answer to a question must contain."""

from __future__ import annotations

import re
from typing import Literal

Want = Literal[
    "money", "count", "date", "time", "person", "place", "percentage", "reason", "yes_no", "votes", "organisation"
]

_FACTS: list[tuple[Want, str]] = [
    (
        "money",
        r"\bhow much\b(?! (?:of|time|notice|longer|support|interest|water|space|land)\b)|[£$€]"
        r"|\bwhat (?:did|does|do|will|would) .{2,50}\b(?:make|raise|fetch|cost|come to|bring in|take"
        r"|(?:sell|go) for)\W*$",
    ),
    (
        "money",
        r"\bwhat (?:did|do|does|will|would|have|has) .{2,40}\b(?:pay|paid|give|spend|spent|donate|contribute)\b"
        r"|\bwhat (?:is|are|was|were) .{2,40} (?:paid(?=\W*$| for\b)|(?:sold|bought|going) for(?=\W*$)"
        r"|paying|charging|charged|earning"
        r"|asking for|spending)\b"
        r"|^\W*what(?:['’]?s| is| was) (?:the |our )(?:\w+ )?budget for\b"
        r"|\b(?:what|actual|exact|precise) (?:figure|sum|amount)\b|\bin (?:pounds|euros|dollars)\b"
        r"|\b(?:value of|worth|overspend)\b"
        r"|\b(?:is|are|was|were) .{2,40}\b(?:charging|charged|costing|asking for)\b"
        r"|^\W*what\b.*\bper (?:night|head|hour|week|month|person|household|plot|term)\b"
        r"|^\W*(?:(?:what|which|list|give|show|tell|me|us|all|the|any|were|was) )*(?:\w+ )?"
        r"(?:quotes|quotations|prices)\b",
    ),
    (
        "count",
        r"\bhow (?:many|high|tall|wide|near|far|long|often|fast|old|deep|heavy)\b|\bnumbers? (?:of|through)\b|"
        r"\b(?:size of|speed|mph|average|height|length|depth)\b",
    ),
    ("percentage", r"\b(?:per ?cent|percentage|proportion|share of)\b|%"),
    (
        "date",
        r"\bwhen\b(?! (?:he|she|they|it|we|i|you)\b)|\bdates? (?:of|for)\b|\b(?:what|which|on what) (?:date|day"
        r"|month|year)s?\b|\bhow soon\b|\b(?:which|what) (?:\w+ ){0,3}meeting (?:was|were|is|will|would|did)\b",
    ),
    ("time", r"\bwhat time\b|\bstart(?:ing)? time\b|\b(?:opening|closing) times?\b"),
    (
        "person",
        r"\bwho(?:m|se)?\b(?!['’]?s? (?:say so|responsib))|\bwhich (?:mp|msp|member|councillor|officer|person|minister"
        r"|candidate|cllr)s?\b|\bnames? of the\b",
    ),
    (
        "place",
        r"^\W*where\b|\bwhere (?:is|was|are|were|did|do|does|will|would|should|can|to|has|have)\b|\bvenue\b"
        r"|\bwhat (?:place|address)\b",
    ),
    ("reason", r"\bwhy\b|\bhow come\b|\breasons?\b|\bon what grounds\b"),
    ("votes", r"\bvot(?:e|es|ed|ing)\b|\bfor and against\b"),
    (
        "organisation",
        r"\b(?:which|what) (?:\w+ )?(?:firm|company|contractor|organi[sz]ation|council|association|outfit|charity"
        r"|school|group|club|bidder|body)s?\b",
    ),
    (
        "yes_no",
        r"^\W*(?:and |so |but )?(?:did|was|were|is|are|has|have|had|does|do|will|would|can|could)\b|[-,:–] (?:did"
        r"|was|is|has|have|were|are) ",
    ),
]
_WANTS = [(want, re.compile(rule, re.I)) for want, rule in _FACTS]
_SUM_NAMED = re.compile(r"\b(?:price|costs?(?! of living)|fees?|balance|fine|salary|premiums?)\b", re.I)
#: Whether the figures were given to somebody, not what they were.
_SENT = re.compile(
    r"\b(?:circulated|distributed|published|shared|supplied|(?:sent|passed|handed) (?:a?round|out|on))\b", re.I
)
_SIZE = re.compile(r"\bhow (?:big|large)\b", re.I)
_SUM = re.compile(
    r"\b(?:budget|grants?|bill|rent|precept|amounts?|paid|pay|money|cash|funding|charges?|bid|account|estimate"
    r"|donation|sums?|spend)\b",
    re.I,
)
_UNASKED = re.compile(
    r"\b(?:who|when|why|which|how many|how long)\b|^\W*what (?:is|was|are|were) the\b"
    r"|\bwhat (?:did|do|does|has|have|had|was|were|is) (?:[\w'’]+ ){0,4}?(?:say|said|do|done|decided?|agreed?|happen\w*"
    r"|repl(?:y|ied)|tell|told|think|thought|come of)\b",
    re.I,
)


#: When a meeting decided something is its own date, which its minute need not write; not when what it decided is to be.
_WHEN_DECIDED = re.compile(
    r"^\W*(?:and |so )?when (?:was|were|did|has|have)\b(?!.*\b(?:would|will|to be|that)\b).*"
    r"\b(?:decided?|agreed?|resolved?|approved?|endorsed?|adopt(?:ed)?|accept(?:ed)?|reject(?:ed)?|refused?|ratified|ratify"
    r"|sign(?:ed)? off|go.?ahead|vote[sd]?)\b",
    re.I,
)


def wants_of(text: str) -> frozenset[Want]:
    """The sorts of fact that an answer to ``text`` must contain; empty where any sentence on the topic would do."""
    found: set[Want] = {want for want, rule in _WANTS if rule.search(text)}
    others = {"date", "time", "person", "place", "reason", "organisation", "count"}
    if not found & others and _SUM_NAMED.search(text) and not ("yes_no" in found and _SENT.search(text)):
        found.add("money")
    if _SIZE.search(text):
        found.add("money" if _SUM.search(text) else "count")
    if not found and _SUM.search(text) and not _UNASKED.search(text):
        found.add("money")
    if "percentage" in found:
        found.discard("count")
    if _WHEN_DECIDED.search(text):
        found.discard("date")
    if "yes_no" in found and len(found) > 1:
        found.discard("yes_no")
    return frozenset(found)
