"""What somebody told the meeting: of the minute that answers, the sentence in which they speak leads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import Candidate
from assistant.searching import Asked
from assistant.stated import shows_doing
from assistant.terms import PLAIN_WORDS, STOP_WORDS, words_of

_TELLS = (
    r"say|said|tell|told|report(?:ed)?|ask(?:ed)?|complain(?:ed)?|rais(?:e|ed)|highlight(?:ed)?|explain(?:ed)?"
    r"|suggest(?:ed)?|want(?:ed)?|request(?:ed)?|claim(?:ed)?|argue[d]?|repl(?:y|ied)|respond(?:ed)?|advise[d]?"
    r"|mention(?:ed)?|outline[d]?|warn(?:ed)?|call(?:ed)? for|object(?:ed)? to|bring up|brought up|speak|spoke|talk"
)
_ASKED = re.compile(
    r"\bwhat(?: \w+){0,2}? (?:did|has|had|have|does|do) (?:the |our |its |their |this |that )*"
    rf"(?P<who>[\w'’&.-]+(?: [\w'’&.-]+){{0,5}}?) (?:{_TELLS})\b",
    re.IGNORECASE,
)
_NEARLY, _MEANT = 0.7, 0.75


def speaking_first(ranked: Sequence[Candidate], asked: Asked) -> Sequence[Candidate]:
    """Where it is asked what somebody said, the sentence of the best minute that shows them speaking leads, if it is
    nearly as good: who was welcomed, or written to, has said nothing yet."""
    match = _ASKED.search(asked.question.own or asked.question.text)
    if not ranked or match is None:
        return ranked
    who = frozenset(word.stem for word in words_of(match["who"]) if word.word not in STOP_WORDS | PLAIN_WORDS)
    meant = {term.stem: [stem for stem, far in term.likes.items() if far >= _MEANT] for term in asked.terms}
    if not who or shows_doing(ranked[0].text, "says", who, meant):
        return ranked
    first = ranked[0]
    own = (one for one in ranked if one.minute is first.minute and one.score >= _NEARLY * first.score)
    lead = next((one for one in own if shows_doing(one.text, "says", who, meant)), None)
    return [lead, *(one for one in ranked if one is not lead)] if lead else ranked
