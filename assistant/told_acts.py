"""What is asked to have been done or to be so, and the words of which minutes that tell of it have one.

The matter stands in the minute, and a fact of some sort beside it: only the words for winning, buying, designing, for a
length or an age, show that it is the one asked for.
"""

from __future__ import annotations

import re

_NONE = (
    r"\b(?:nil|nothing|without|none|never|nobody|no one|cannot|not|declin\w+|refus\w+|rejected)\b|\bno (?!\d)|n['’]t\b"
)
_MEASURED = (
    r"\b(?:\d[\d.,]*|\w+)[ -]?(?:millimet\w+|centimet\w+|met(?:er|re)s?|kilomet\w+|feet|foot|ft|inch(?:es)?|yards?"
    r"|miles?|mm|cm|km|m|acres?|hectares?|storeys?|storys?|floors?|fathoms?)\b"
)
_MONTHS = r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
_ACTS = tuple(
    (re.compile(act, re.IGNORECASE), re.compile(done, re.IGNORECASE))
    for act, done in (
        (
            r"\bwho (?:won|came first)\b",
            r"\b(?:won|win(?:s|ners?|ning)?|first|1st|award\w*|champion\w*|victor\w*|prize\w*|elected)\b",
        ),
        (
            r"^\W*(?:did|have|has) .{3,40}\b(?:buy|bought|purchased?)\b",
            r"\b(?:buy\w*|bought|purchas\w+|order\w*|acqui\w+|procur\w+|obtain\w*|paid|pay\w*|invoice\w*|quot\w+"
            r"|suppl\w+|deliver\w+|cost\w*|price\w*|install\w*|replac\w+|provid\w+|fund\w*|grant\w*)\b|[£€$]|" + _NONE,
        ),
        (
            r"\bwho (?:designed|drew|is designing|did the design)",
            r"\b(?:design\w*|architect\w*|dr[ae]wn?|plans)\b|" + _NONE,
        ),
        (
            r"\b(?:tele)?phone numbers?\b|\b(?:e-?mail|web|website|postal) address\b|\bpostcode\b|\bcontact details\b",
            r"\d{3,}[ -]?\d{3,}|@|\bwww\.|\bhttps?:|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|" + _NONE,
        ),
        (
            r"\bhow old (?:is|are|was|were)\b",
            r"\b(?:\w+[ -]years?(?![’']s)|\w+[ -]months?|aged?|old|century|built|dat(?:es|ing|ed)|since|installed"
            r"|(?:1[6-9]|20)\d\d)\b|" + _NONE,
        ),
        (
            r"\bhow (?:high|tall|wide|deep|far (?:is|are|was|away|from|apart|back))\b",
            rf"{_MEASURED}|" + _NONE,
        ),
        (
            r"\bhow long\b",
            rf"{_MEASURED}|\b(?:seconds?|minutes?|hours?|days?|nights?|overnight|weeks?|fortnights?|months?|years?|decades?|terms?"
            r"|season|indefinite\w*|permanent\w*|temporar\w+|until|since|till|ongoing|ends?|ended|ending|runs?|pages?|words"
            r"|throughout|summer|autumn|winter|spring|christmas|easter|(?:19|20)\d\d|\d+ ?(?:am|pm)|\d[.:]\d\d)\b"
            r"|\b\d+(?:st|nd|rd|th)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|" + _MONTHS + "|" + _NONE,
        ),
        (
            r"^\W*(?:and |so )?how (?:often|frequently|regularly)\b",
            r"\b(?:daily|weekly|fortnightly|monthly|quarterly|annual\w*|yearly|every|each|once|twice|times|per"
            r"|a (?:day|week|month|year|quarter|term)|regular\w*|rare\w*|seldom|frequen\w*"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
            r"|weekends?|mornings?|nightly|nights?|bi-?\w+|termly|\d+)\b|" + _NONE,
        ),
    )
)
"""What is asked to have been done, and the words of which none stands in minutes that do not tell of it."""


def untold_act(asked: str, told: str) -> bool:
    """Is it asked who won, whether a thing was bought, where to write, where ``told`` has no word of such an act or
    thing?"""
    return any(act.search(asked) and not done.search(told) for act, done in _ACTS)
