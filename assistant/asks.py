"""What a question asks for to the letter: a second thing in the same breath, who moved and who seconded."""

from __future__ import annotations

import re

from assistant.terms import NUMBER_WORDS, STOP_WORDS, words_of

_ASKING = r"(?:how|whats|what|who|whose|when|where|which|why)\b"
_NEXT = re.compile(
    rf"(?:[,;?:.]|\s[-–]|\band\b)\s*(?:and |then |but )*"
    rf"(?=(?:(?:for|at|by|on|in|to|from|with|under|until|till|since|about|of) )?{_ASKING}"
    r"|(?<=and )(?:did|was|were|is|are|has|have|does|do|will)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\b{_ASKING}|^\W*(?:did|was|were|is|are|has|have|does|do|will|can|could|any|number|cost|size|names?|list|result)\b",
    re.IGNORECASE,
)
_FEWEST, _SOON, _TELLING_WORDS = 3, 60, 4
_MOVERS = (
    (
        re.compile(r"\bsecond(?:ed|er)\b", re.IGNORECASE),
        re.compile(r"\b(?i:second(?:ed|er|ing|s)|second by)\b|\b(?i:2nd|sec)\b[.:]?\s*(?:by )?[A-Z]"),
    ),
    (
        re.compile(r"\b(?:who|whose|which \w+) (?:\w+ )?(?:proposed|moved)\b|\b(?:proposer|mover)s?\b", re.IGNORECASE),
        re.compile(r"\bpropos|\bprop\b|\bnominat|\bmov(?:ed|er|ing)\b|\bmotion (?:of|by)\b", re.IGNORECASE),
    ),
)
_LEAVING = (
    re.compile(r"\bwhat time did\b.*\bleave\b(?! (?:for|behind|out)\b)", re.IGNORECASE),
    re.compile(r"\b(?:left|leav(?:e|ing)|depart\w*|retir\w*|withdrew|until|till)\b", re.IGNORECASE),
)
_COUNTED = rf"(?:\d[\d,]*|dozens|hundreds|{'|'.join(word for word in NUMBER_WORDS if word != 'one')})"
_WHO_COME = (
    r"(?:people|persons?|attend\w*|visitors?|residents?|guests?|participants?|children|famil\w+|public|members|volunteers"
    r"|adults|pupils|turned|came|present|joined|took part|crowd|audience|turnout|parishioners|villagers)"
)
_TURNOUT = (
    re.compile(
        r"\bhow many (?:(?:people|folks?|residents|of (?:us|them)) )?(?:came|turned (?:up|out)|attended|showed up"
        r"|went)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_COUNTED}\b(?: [\w'’-]+){{0,4}}? {_WHO_COME}|\b{_WHO_COME}\b[^.;]{{0,40}}?\b{_COUNTED}\b", re.IGNORECASE
    ),
)
_POLLED = re.compile(
    r"\bvotes? (?:did|has|have|had) (?:[\w'’.]+ ){0,3}?(?P<who>[\w'’.]+)"
    r" (?:get|got|gotten|receive[d]?|poll(?:ed)?|win|won)\b",
    re.IGNORECASE,
)
_AWARDED = (
    re.compile(
        r"\b(?:who|(?:which|what) (?:\w+ ){0,2}(?:contractor|firm|company|builder|supplier|bidder)s?)\b.{0,30}\b"
        r"(?:won|win|got|given|landed|secured|awarded|chosen|picked|selected|appointed)\b.{0,30}\b(?:tender|contract|bid)s?\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:tender|contract|award|appoint|quot(?:e|ation)|bid|engage|instruct|employ|accept|limited\b|ltd\b|plc\b)",
        re.IGNORECASE,
    ),
)
_APPOINTED = (
    re.compile(
        r"\b(?:which|what) (?:\w+ ){0,2}(?:contractor|firm|company|consultant|consultancy|supplier|bidder)s?\b"
        r" (?:was|were|is|are|has been|have been|got|did \w+) (?:\w+ ){0,3}?"
        r"(?:appoint|chosen|choose|pick|select|hire|engage)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:appointed|awarded|contract with|engaged|instructed|employed|accepted|selected|chosen|commissioned|hired"
        r"|limited\b|ltd\b|plc\b|llp\b|inc\b)",
        re.IGNORECASE,
    ),
)
"""A firm that was found: to begin to look for one finds none."""
_TOLD_BY = (*_MOVERS, _LEAVING, _TURNOUT, _AWARDED, _APPOINTED)
_ANYBODY = frozenset("it that this they each everyone anyone she he you one candidate candidates".split())
_MOVING = re.compile(
    r"\b(?:propos|mov(?:ed|er|ing)|second|nominat|put (?:\w+ ){0,3}(?:up|forward)|back(?:ed|s)|suggest)", re.IGNORECASE
)

#: What is asked of a later time: what came back, whether it was ever done, how it ended.
_LATER = re.compile(
    r"\b(?:(?:c[ao]me|hear[d]?|report(?:ed)?|g[eo]t|w[eo]nt|go) back|in the end|ever|never|later|after(?:wards| that)"
    r"|since|finally|eventually"
    r"|end(?:ed)? up|follow(?:ed)? (?:\w+ )?up|turn(?:ed)? out|(?:g[eo]t|been|was|were|it) paid"
    r"|repl(?:y|ied)|respon(?:d|se|ded)|come of (?:it|this|that)|happen(?:ed)? next|by (?:the )?(?:end of|time))\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\W*(?:we|they|(?:the |our )?\w+) (?:all )?(?:voted|agreed|decided|approved|resolved|passed|backed|refused"
    r"|turned down|signed (?:off|up))\b",
    re.IGNORECASE,
)
#: "The town bid for two grants - did they get them?", "We asked for a bin. Was it ever put in?"
_CAME_ABOUT = re.compile(
    r"(?P<told>.+?)(?:[.,;:]|\s[-–])\s*(?:and |so |but )*(?:did|was|were|has|have|is|are)"
    r" (?:it|they|we|he|she|that|this|these|those|any(?:thing|one)?)\b(?P<asked>[^.?!]*)[?!.]*\s*$",
    re.IGNORECASE,
)
_PAUSE = re.compile(
    r"\s*(?:[,.;:?]|\s[-–]\s|[-–]\s)\s*(?=\w)|\s+(?:and|then|but)\s+|\s+(?:motion|meeting|request|promise|plan)\b"
)


def asks_sequel(text: str, end: int) -> bool:
    """Does ``text``, behind a time named up to ``end``, ask what came of it later ("… in May: did they ever pay?")?"""
    if asks_what_came(text):
        return True
    pause = _PAUSE.search(text, end)
    return (
        pause is not None
        and pause.start() - end <= _SOON
        and bool(_ASKS.search(text[pause.end() :]) and _LATER.search(text[pause.end() :]))
    )


def asks_what_came(text: str) -> bool:
    """Does ``text`` state a matter as known and ask, in next to no words of its own, whether it came about ("The town
    bid for two grants - did they get them?")?"""
    match = _CAME_ABOUT.match(text)
    if match is None or len(match["told"].split()) < _TELLING_WORDS or _ASKS.search(match["told"]):
        return False
    return sum(word.word not in STOP_WORDS for word in words_of(match["asked"])) <= 1


def states_decision(text: str) -> bool:
    """Does ``text`` begin with a decision as known ("we voted a million into bonds in May, why …"), not ask for one?"""
    return _STATES.match(text) is not None


def asked_next(text: str) -> tuple[str, str] | None:
    """The first thing that ``text`` asks, and what it asks besides; None where it asks one thing only."""
    for match in _NEXT.finditer(text):
        first, second = text[: match.start()].strip(), text[match.end() :].strip()
        if len(first.split()) >= _FEWEST and _ASKS.search(first) and second:
            return first, second
    return None


def untold(asked: str, said: str) -> bool:
    """Does ``asked`` want to know who seconded or moved, when somebody left, how many came or how many votes somebody
    got, and ``said`` not tell of any?"""
    return any(wanted.search(asked) and not told.search(said) for wanted, told in _TOLD_BY) or _unpolled(asked, said)


def _unpolled(asked: str, said: str) -> bool:
    polled = _POLLED.search(asked)
    if polled is None or polled["who"].lower() in _ANYBODY:
        return False
    return re.search(rf"\b{re.escape(polled['who'])}\b[^.;|\n]{{0,30}}?\b\d", said, re.IGNORECASE) is None


def asks_mover(asked: str) -> bool:
    """May those who moved, seconded or backed something be the answer?"""
    return _MOVING.search(asked) is not None
