"""Words of a question that set something aside: "according to the minutes", "apart from the chair"."""

from __future__ import annotations

import re

from assistant.kinds import kind_of

_ACCORDING = re.compile(
    r"(?<=\w),?\s*\b(?:according to|going by|judging by|as far as|as per) (?:the |our |your )?"
    r"(?:minutes|records?|notes)(?: that| we| you| i|['’]ve| have| got| hold| held| say| show| tell| us| go)*\W*$",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"(?:(?:the |our )?(?:vice-?|deputy )?(?:chair(?:man|woman|person)?|clerk|secretary|mayor|convener|members?"
    r"|officers?|councill?ors?)\b|(?-i:(?:(?:Cllr|Councillor|Mrs?|Ms|Dr)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}))"
)
_BESIDES = re.compile(
    r",?\s*\b(?:apart from|other than|besides|except(?:ing)?(?: for)?|excluding|not counting|aside from) "
    rf"{_SOMEBODY},?",
    re.IGNORECASE,
)
_WITH = re.compile(rf"\b(?:along |together )?with {_SOMEBODY}", re.IGNORECASE)
_ELSE = re.compile(r"\bwho else\b", re.IGNORECASE)


def without_asides(text: str) -> str:
    """The question without what it sets aside.

    Whoever is set aside where it is asked who came stands apart in the list that answers, and is not asked about.
    """
    text = _ACCORDING.sub("", text)
    plain = _BESIDES.sub(" ", text)
    if _ELSE.search(plain) and _WITH.search(plain):
        plain = _ELSE.sub("who", _WITH.sub("", plain))
    plain = plain.strip(" ,")
    return plain if plain != text and kind_of(plain) == "attendance" else text
