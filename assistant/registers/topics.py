"""Which meetings spoke of a topic or used a phrase: every one, the first, the last, how many."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from wordfreq import zipf_frequency

from assistant.abbreviations import abbreviations_in
from assistant.answer import Answer
from assistant.citing import Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, left_words, sitting
from assistant.registers.lookup import around
from assistant.terms import Word, words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldItem

#: Less frequent (Zipf) than most words; among how many minutes an explanation of an abbreviation is looked for.
_RARE, _EXPLAINING = 3.2, 200
#: Words within which the words of a topic are looked for together.
_AROUND = 12
_MEETINGS = re.compile(
    r"\b(?:which|what|list|all|every|any)\b(?!.{0,25}\bthe (?:minute|item|meeting)\b).{0,25}"
    r"\b(?:meetings?|minutes?|items?|bodies|committees|boards|councils)\b.{0,40}\b(?:discuss\w*"
    r"|mention\w*|consider\w*|about|cover\w*|contain\w*|deal\w*|on|refer\w*|talk\w*|use[sd]?|say|says|with)\b"
    r"|\bwhere (?:is|was|are|were) .{2,60}(?:mentioned|discussed)\b"
    r"|\b(?:every|each|all|list|any|the) (?:the )?(?:mentions?|references?|occurrences?|discussions?|appearances?) "
    r"(?:of|to|about)\b"
    r"|\b(?:which|what) (?:minutes?|items?|meetings?)\b.{0,60}\b(?:occur\w*|appear\w*|crop\w*)\b",
    re.I,
)
_SPOKEN = (
    r"mention\w*|discuss\w*|rais\w*|consider\w*|come up|came up|crop(?:ped)? up|brought up|talk\w*|on the agenda"
    r"|spoken of|touched on|mooted|floated"
)
_OF_TIME = r" (?:half|quarter|weeks?|months?|years?|few|\w+day|spring|summer|autumn|winter|\d+|two|three|six|twelve)\b"
"""Behind "first" and "last", a stretch of time rather than one of several minutes: "in the first half of 2031"."""
_ENDS = re.compile(
    rf"\b(?P<end>first|last|most recently|earliest|latest)\b(?!{_OF_TIME}).{{0,60}}\b(?:{_SPOKEN})\b"
    rf"|\b(?:{_SPOKEN}).{{0,40}}\b(?P<end2>first|last)\b(?!{_OF_TIME})",
    re.I,
)
_COUNT = re.compile(
    rf"\bhow (?:often|many (?:times|meetings|minutes|items))\b.{{0,80}}\b(?:{_SPOKEN})\b",
    re.I,
)
_WORDS = (
    "meeting meetings minute minutes item items which list discuss discussed discussing mention mentioned mentions "
    "consider considered about cover covered contain "
    "contains containing deal dealt refer referred talk talked talks raise raised come came up first last latest "
    "earliest time recently times many often all every "
    "occur occurs occurred appear appears appeared occurrence occurrences references reference discussions "
    "discussion appearances "
    "brought bring cropped crop agenda spoken speak touched mooted floated bodies body committees boards councils "
    "number occasions "
    "phrase word words use used uses say says topic subject date held when matter"
)


def topics_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Every minute with the quoted phrase, or with all the topic's words, oldest first."""
    ends, counted = _ENDS.search(question.own), _COUNT.search(question.own)
    if question.numbers or not (ends or counted or _MEETINGS.search(question.own)):
        return None
    found = _found(question, catalogue)
    if not found:
        return None
    meetings = catalogue.meetings(question.scope)
    touched = {item.meeting.id for item, _ in found}
    citing = Citing(catalogue.source_text)
    what = f"“{question.phrase}”" if question.phrase else "all these words"
    count = f"{len(found)} minute{'s' if len(found) != 1 else ''} of {completeness(len(touched), meetings)}"
    if ends:
        last = (ends["end"] or ends["end2"]).lower() in ("last", "most recently", "latest")
        item, place = found[-1] if last else found[0]
        row = _row(item, place, citing)
        lead = f"The {'latest' if last else 'first'} of {count} with {what}: "
        return answered(question, "timeline", [lead + row], citing)
    rows = [f"- {_row(item, place, citing)}" for item, place in found[:MOST_ROWS]]
    more = f" (the first {MOST_ROWS} are listed)" if len(found) > MOST_ROWS else ""
    lead = f"{count[0].upper()}{count[1:]} {'has' if len(found) == 1 else 'have'} {what}{more}:"
    return answered(question, "count" if counted else "list", [lead, *rows], citing)


def _row(item: HeldItem, place: int, citing: Citing) -> str:
    if not item.text.text.strip():
        marker = citing.mark(item, item.heading or item.span)
        return f"{sitting(item.meeting)}, {heading_of(item)} {marker}"
    start, end = (
        around(item, item.text.span(place, place + 1).start)
        if item.text.text[place].strip()
        else (0, min(200, len(item.text.text)))
    )
    quote, marker = citing.quote(item, start, min(end, start + 400))
    return f"{sitting(item.meeting)}, {heading_of(item)}: “{quote}” {marker}"


def _found(question: Question, catalogue: Catalogue) -> list[tuple[HeldItem, int]]:
    """Minutes and where in their text the first of the words stands."""
    if question.phrase:
        return [(item, _place(item, question.phrase)) for item in catalogue.phrase(question.phrase, question.scope)]
    wanted = set(left_words(question, _WORDS))
    if not wanted:
        return []
    spelt = _spelt(question, catalogue)
    topics = [question.topic, " ".join(long for _, long in spelt)] if spelt else [question.topic]
    passages = catalogue.passages(key for one in topics for key, _ in catalogue.lexical(one, question.scope, 400))
    found = []
    for held in sorted({passage.item for passage in passages.values()}):
        item = catalogue.item(held)
        if item is None:
            continue
        body = words_of(item.text.text)
        told = {word.stem for word in body} | {word.stem for word in words_of(item.title or "")}
        longs = [(stem, own) for stem, long in spelt if (own := {word.stem for word in words_of(long)}) <= told]
        if wanted <= told | {stem for stem, _ in longs}:
            seen = wanted.union(*(own for _, own in longs))
            found.append((item, _densest(body, seen)))
    return _in_order(found)


def _densest(body: Sequence[Word], wanted: Set[str]) -> int:
    """Where the words stand closest together: the first place with the most of them in the words that follow."""
    places = [at for at, word in enumerate(body) if word.stem in wanted]
    best = max(places, key=lambda at: len({word.stem for word in body[at : at + _AROUND]} & wanted), default=None)
    return 0 if best is None else body[best].start


def _spelt(question: Question, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The stems of the topic's abbreviations, with the long forms by which minutes explain them."""
    spelt = []
    for word in words_of(question.topic):
        if question.topic[word.start : word.end].isupper() or zipf_frequency(word.word, "en") < _RARE:
            items = catalogue.phrase(word.word)[:_EXPLAINING]
            lines = (line for item in items for line in f"{item.title or ''}\n{item.text.text}".split("\n"))
            if long := abbreviations_in(lines).get(word.word):
                spelt.append((word.stem, long))
    return spelt


def _in_order(found: Sequence[tuple[HeldItem, int]]) -> list[tuple[HeldItem, int]]:
    return sorted(found, key=lambda pair: (pair[0].meeting.date or "9999", pair[0].meeting.id, pair[0].position))


def _place(item: HeldItem, phrase: str) -> int:
    match = re.search(r"\s+".join(re.escape(word) for word in phrase.split()), item.text.text, re.I)
    return match.start() if match else 0
