"""What a sum of money is asked to have been: a price, a salary, a fine; and whether the sum that is told was that."""

from __future__ import annotations

import re

SUM_ASKED = re.compile(
    r"^(?!.*£).*\b(?:how much|costs?|costing|price|fees?|worth|sum|amount|figure|pay|paid|charg\w+|spen[dt]|raised?"
    r"|per \w+|what(?:['’]?s| is| was| were) (?:the |our )?(?:\w+ )?budget"
    r"|what\b.{3,60}\b(?:sold|bought|going|go|went) for\W*$)",
    re.IGNORECASE,
)
PRICED = re.compile(r"\b(?:cost\w*|pric\w+|estimat\w+|fees?|charg\w+|worth|valued|total\w*)\b", re.IGNORECASE)
NO_SUM = re.compile(
    r"\b(?:free|nil|nothing|without charge)\b"
    r"|\bno (?:cost|charge|fee|payment|money|funding|budget|grant|increase|rent)",
    re.IGNORECASE,
)
AWAITED = re.compile(
    r"\b(?:await\w*|pending|not yet|(?:to|should|must|would) be (?:obtained|sought|priced|costed|requested|confirmed)"
    r"|to (?:obtain|seek|get|ask for|request) (?:\w+ ){0,3}"
    r"(?:quot\w+|estimates?|prices?|costs?|tenders?|contributions?))\b",
    re.IGNORECASE,
)
"""A sum that is still to come."""
_SUMS_FOR = tuple(
    (re.compile(asks, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asks, told in (
        (
            r"\b(?:how much|what|which|price)\b[^.?!]*\b(?:sold|sell|sale|selling|auctioned|fetch(?:ed)?)\b",
            r"\b(?:s[oe]ld?|sell\w*|sales?|offer\w*|bid\w*|pric\w+|proceeds|receipts?|dispos\w+|purchas\w+|buy\w*|bought"
            r"|value\w*|valuation|worth|fetch\w*|rais\w+|for [£$€]|auction\w*)",
        ),
        (
            r"\b(?:salary|salaries|wages?|paid an hour)\b",
            r"\b(?:salar\w+|wages?|pa(?:y|id)|earn\w*|remunerat\w+|hourly|per (?:hour|annum)|an hour|a year|p\.?a\b"
            r"|scale|SCP|grade|honorari\w+|stipend|spinal)\b",
        ),
        (
            r"\b(?:fined|fines?|penalt\w+)\b",
            r"\b(?:fin(?:e[sd]?|ing)|penalt\w+|notices?|charg\w+|prosecut\w+|costs)\b",
        ),
        (
            r"\b(?:fees?|commission)\b",
            r"\b(?:fees?|commission|charg\w+|costs?|costing|pric\w+|rates?|tariffs?|pa(?:y|id|yable)|quot\w+|subscription\w*"
            r"|per|each|a head|an hour)\b",
        ),
        (
            r"\b(?:was|were|is|are|been|being|get|gets|got|getting)(?: [\w'’&.-]+){1,4} paid\b"
            r"|\bhow much (?:did|does|do|will|would)\b.{2,40}\bcharge\b",
            r"\b(?:pa(?:y|id|yable|ying|ys|yments?)|fees?|charg\w+|invoic\w+|quot\w+|bills?|cheques?|salar\w+"
            r"|grants?|awarded|rates?|£|per)\b",
        ),
        (
            r"\b(?:final cost|final bill|came? in at|come in at|cost in the end|when (?:it was |they were )?finished"
            r"|on completion|outturn)\b",
            r"\b(?:final\w*|outturn|complet\w+|finish\w*|c[ao]me in|actual\w*|total\w*|(?:under|over)[ -]?"
            r"(?:budget|spen\w+)|pa(?:y|id|yment)|invoice\w*|retention)\b",
        ),
    )
)
"""What a sum is asked to have been, and the words of which one stands by a sum that was that."""


def sums_for(asked: str) -> tuple[re.Pattern[str], ...]:
    """For each thing that the sum is asked to have been, the words of which one stands by such a sum."""
    return tuple(told for asks, told in _SUMS_FOR if asks.search(asked))
