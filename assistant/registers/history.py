"""What the minutes say of one matter from meeting to meeting, oldest first: its story, or every time it came up."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.dates import Period
from assistant.question import Question
from assistant.recommended import only_recommended
from assistant.registers.answers import answered, completeness, sitting
from assistant.registers.decisions import formal
from assistant.replies import reply_of, reply_to
from assistant.sentences import Layout, lay_out
from assistant.stories import STORY
from assistant.terms import STOP_WORDS, words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldItem

_MOST = 12
_ENOUGH, _ALL = 0.66, 0.99
_SEVERAL = 6
#: So many words of a paragraph or a reply are quoted whole at most.
_LONG = 70
_PREFIX = re.compile(r"^\W*(?P<subject>[^:.?]{4,70}?)\s*(?::|\.\s|\s[–-]\s)\s*(?=\w+ )")
#: The same with a comma, where it is plain that time went by ("allotment gates, when paid for and when finally up").
_APART = re.compile(r"^\W*(?P<subject>[^,:.?]{4,70}?),\s*(?=(?:what|when|where|who|how|which|why)\b)", re.I)
_SEQUEL = re.compile(r"\b(?:finally|in the end|eventually|at last|later on?|afterwards)\b", re.I)
_SPAN = re.compile(r"^\W*(?P<subject>.{4,60}?),?\s+from\s+.{3,40}\s+to\s+", re.I)
_TOLD = re.compile(r"\b(?:what|when|where|who|how|which|why)\b", re.I)
_EVERY = re.compile(
    r"\b(?:every time|each time|all the times|every (?:meeting|minute|occasion)|whenever)\b|^\W*(?:list"
    r"|all) (?:the |of the )?times\b",
    re.I,
)
_NEWS = re.compile(
    r"\d|\b(?:agreed|resolved|decided|approved|refused|rejected|deferred|granted|withdrawn|dismissed|completed?"
    r"|opened|closed|ceased|started"
    r"|begun|finished|planted|installed|removed|died|appointed|elected|upheld|appeal\w*|rescinded|objected"
    r"|supported|opposed|reported)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:agreed|resolved|approved|refused|rejected|deferred|granted|withdrawn|dismissed|completed|opened|closed"
    r"|ceased|started|begun"
    r"|finished|planted|appeal|appointed|elected|upheld|rescinded|objected|supported|opposed|objection|commenced?"
    r"|reporter|died)\b"
)
_FINANCIAL = re.compile(r"\W*(?:20)?\d\d[/–-]\d\d\b")
_BEFORE_YEAR = 150
_STALE = re.compile(
    r"\bcopy of the (?:report|presentation|slides)\b|\bintroduced (?:a|the) report\b"
    r"|^\W*(?:file (?:no|number|ref\w*)|authors?|(?:responsible|reporting) (?:officer|manager)|attachments?)\.?\s*:",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A minute that speaks of the subject: how much of it, and the stretches of its text that do."""

    item: HeldItem
    covered: float
    stretches: tuple[tuple[int, int], ...]


def history_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The story of the question's subject where it is asked for and two or more meetings tell of it."""
    every = _EVERY.search(question.own) is not None
    told_of = (
        question.kind == "timeline" or (_several_times(question) and not _asks_sums(question)) or _over_time(question)
    )
    if question.numbers or not (every or told_of):
        return None
    weights = _weights(_subject(question, catalogue), catalogue)
    if not weights:
        return None
    told = [one for one in _told_of(question, catalogue, weights, _ALL if every else _ENOUGH) if _within(one, question)]
    meetings = catalogue.meetings(question.scope)
    touched = len({one.item.meeting.id for one in told})
    if touched < 2 or (_nowhere_rare(weights) and touched * 3 > len(meetings) * 2 and len(meetings) >= _SEVERAL):
        return None
    kept = _chosen(told)
    citing = Citing(catalogue.source_text)
    part = "" if len(kept) == len(told) else f" ({len(kept)} of {len(told)} minutes)"
    lines = [f"From {completeness(touched, meetings)}, oldest first{part}:"]
    lines += [f"- {sitting(one.item.meeting)}, {heading_of(one.item)}: {_quotes(one, citing)}" for one in kept]
    return answered(question, "list" if every else "timeline", lines, citing)


def _several_times(question: Question) -> bool:
    """A subject put first and two questions about it ("clock tower pole: when was…, and when…")."""
    apart = _PREFIX.match(question.own) or (_SEQUEL.search(question.own) and _APART.match(question.own))
    return bool(apart and not _TOLD.search(apart["subject"])) and len(_TOLD.findall(question.own)) > 1


def _asks_sums(question: Question) -> bool:
    """Are amounts and numbers asked for and nothing else ("Baker Street: how big, and how many students")?"""
    return bool(question.wants) and question.wants <= {"money", "count", "percentage"}


def _over_time(question: Question) -> bool:
    """No more than a matter and a stretch of time ("the charter school from June to July 2024")."""
    spans = any(one.relation == "between" for one in question.periods)
    return spans and not question.wants and not question.people


def _within(one: _Told, question: Question) -> bool:
    """Was the minute made in the stretch of time that is asked about, where one is?"""
    if not any(period.relation in ("between", "since") for period in question.periods):
        return True
    return any(_since(period).holds(one.item.meeting.date or "") for period in question.periods)


def _since(period: Period) -> Period:
    """What is set for a financial year is set before it begins."""
    if not period.date_from or not _FINANCIAL.match(period.words):
        return period
    early = date.fromisoformat(period.date_from) - timedelta(days=_BEFORE_YEAR)
    return replace(period, date_from=early.isoformat())


def _subject(question: Question, catalogue: Catalogue) -> list[str]:
    prefix = _PREFIX.match(question.own) or _SPAN.match(question.own) or _APART.match(question.own)
    topic = question.topic.split()
    if prefix:
        named = {word.stem for word in words_of(prefix["subject"])}
        topic = [word for word in topic if {one.stem for one in words_of(word)} & named]
    words = [word for word in words_of(" ".join(topic)) if word.stem not in STORY and word.word not in STOP_WORDS]
    bodies = {word.stem for word in words_of(" ".join(f"{one.name} {one.council or ''}" for one in catalogue.bodies()))}
    return [] if all(word.stem in bodies for word in words) else list(dict.fromkeys(word.stem for word in words))


def _weights(stems: Sequence[str], catalogue: Catalogue) -> dict[str, float]:
    """How telling each word of the subject is: the rarer, the more."""
    held = catalogue.document_frequency(stems)
    return {stem: math.log((held.total + 1) / (count + 0.5)) for stem, count in held.items()}


def _nowhere_rare(weights: Mapping[str, float]) -> bool:
    """Is every word of the subject one that a ninth of all passages have ("chairs")? Such a word tells no story."""
    return max(weights.values()) < math.log(9)


def _coverage(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    total = sum(weights.values())
    return sum(weights[stem] for stem in set(stems) & weights.keys()) / total if total > 0 else 0.0


def _told_of(question: Question, catalogue: Catalogue, weights: Mapping[str, float], enough: float) -> list[_Told]:
    passages = catalogue.passages(key for key, _ in catalogue.lexical(" ".join(weights), question.scope, 120))
    found = []
    for held in dict.fromkeys(passage.item for passage in passages.values()):
        item = catalogue.item(held)
        told = _told(item, catalogue, weights, enough) if item and item.number != ATTENDANCE else None
        if told:
            found.append(told)
    return sorted(found, key=lambda one: (one.item.meeting.date or "9999", one.item.meeting.id, one.item.position))


def _told(item: HeldItem, catalogue: Catalogue, weights: Mapping[str, float], enough: float) -> _Told | None:
    title = {word.stem for word in words_of(item.title or "")}
    text = item.text.text
    words = words_of(text)
    named = len(title) > 1 and title <= weights.keys()
    if not named and _coverage(title | {word.stem for word in words}, weights) < enough:
        return None
    layout, covered = lay_out(text), _coverage(title, weights)
    if (covered >= enough or named) and text.strip():
        whole = ((0, len(text)),)
        return _Told(item, covered + 0.5, _of_minute(item, layout, catalogue, weights) or whole)
    places_of = [(word.stem, word.start) for word in words if word.stem in weights]
    best: list[tuple[float, int]] = []
    for at, block in enumerate(layout.blocks):
        share = _coverage({stem for stem, place in places_of if block.start <= place < block.end}, weights)
        if share >= enough:
            best.append((share, at))
    if not best:
        return None
    places = [at for _, at in sorted(best, reverse=True)[:2]]
    stretches = [stretch for at in places for stretch in _of_block(text, layout, at, weights)]
    stretches += _replies(text, layout, stretches, weights)
    return _Told(item, max(share for share, _ in best), tuple(sorted(set(stretches))))


def _of_minute(
    item: HeldItem, layout: Layout, catalogue: Catalogue, weights: Mapping[str, float]
) -> tuple[tuple[int, int], ...]:
    """The decisions of a minute on the subject and its two most telling sentences."""
    text = item.text.text
    stretches = []
    for one in formal(catalogue.resolutions(item_id=item.id))[:4]:
        start, end = item.text.locate(one.resolution.span.start), item.text.locate(one.resolution.span.end - 1)
        if start is not None and end is not None and end > start:
            stretches.append((start, end + 1))
    put_by = only_recommended([text[one.start : one.end] for one in layout.sentences])
    others = [
        (one.start, one.end)
        for at, one in enumerate(layout.sentences)
        if at not in put_by and not any(one.start < end and start < one.end for start, end in stretches)
    ]
    best = sorted(others, key=lambda place: -_news(text[place[0] : place[1]], weights))[:2]
    stretches += [place for place in best if _news(text[place[0] : place[1]], weights) > 0]
    return tuple(sorted({*stretches, *_replies(text, layout, stretches, weights)}))


def _replies(
    text: str, layout: Layout, stretches: Sequence[tuple[int, int]], weights: Mapping[str, float]
) -> list[tuple[int, int]]:
    """The replies to questions among the stretches, of a long one its most telling sentences."""
    sentences = layout.sentences
    texts = [text[one.start : one.end] for one in sentences]
    found: list[tuple[int, int]] = []
    for at, one in enumerate(sentences):
        if not any(start < one.end and one.start < end for start, end in stretches):
            continue
        begins = reply_to(texts, at)
        if begins is None:
            continue
        own = [sentences[two] for two in reply_of(layout, texts, begins)]
        if sum(len(text[two.start : two.end].split()) for two in own) > _LONG:
            own = sorted(own, key=lambda two: -_news(text[two.start : two.end], weights))[:2]
        found += [(two.start, two.end) for two in own]
    return found


def _of_block(text: str, layout: Layout, at: int, weights: Mapping[str, float]) -> list[tuple[int, int]]:
    """A block whole where it is short, else its most telling sentences."""
    under = [one.end for one in layout.blocks if one.heading == at]
    block = replace(layout.blocks[at], end=max(under, default=layout.blocks[at].end))
    if len(text[block.start : block.end].split()) <= _LONG:
        return [(block.start, block.end)]
    own = [one for one in layout.sentences if block.start <= one.start < block.end]
    best = sorted(own, key=lambda one: -_news(text[one.start : one.end], weights))[:3]
    return [(one.start, one.end) for one in best]


def _news(sentence: str, weights: Mapping[str, float]) -> float:
    score = 1.5 * _coverage((word.stem for word in words_of(sentence)), weights)
    return score + min(2, len(_NEWS.findall(sentence))) - 2 * bool(_STALE.search(sentence))


def _chosen(told: Sequence[_Told]) -> list[_Told]:
    """All, or the first, the last and those that are most about the subject."""
    if len(told) <= _MOST:
        return list(told)
    ends = {told[0].item.id, told[-1].item.id}
    best = {one.item.id for one in sorted(told, key=lambda one: -_rank(one))[: _MOST - 2]} | ends
    return [one for one in told if one.item.id in best]


def _rank(one: _Told) -> float:
    """About the subject, and with something done about it."""
    words = " ".join(one.item.text.text[start:end] for start, end in one.stretches)
    return one.covered + 0.06 * min(4, len(set(_DONE.findall(words.lower()))))


def _quotes(one: _Told, citing: Citing) -> str:
    """The stretches in order, neighbours joined, each with its marker."""
    runs: list[list[int]] = []
    for start, end in one.stretches:
        if runs and start - runs[-1][1] <= 3:
            runs[-1][1] = max(end, runs[-1][1])
        else:
            runs.append([start, end])
    said = []
    for start, end in runs:
        quote, marker = citing.quote(one.item, start, end)
        said.append(f"“{quote}” {marker}")
    return " … ".join(said)
