"""Decisions of a meeting or of a minute, decisions by outcome, and votes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from assistant.answer import Answer
from assistant.citing import Citing, heading_of, shown
from assistant.concepts import ROLL_WORDS
from assistant.question import Question
from assistant.registers.answers import (
    MOST_ROWS,
    answered,
    completeness,
    declined,
    left_words,
    sitting,
    whole,
)
from assistant.registers.ballots import AMENDMENTS
from assistant.registers.lookup import later_words, numbered_items
from assistant.registers.sequel import sequel_line
from assistant.telling import ROUTINE_TITLE
from assistant.terms import NUMBER_WORDS
from index_store.catalogue import Catalogue
from index_store.held import HeldResolution
from index_store.models import Effect

_OUTCOMES: Mapping[Effect, re.Pattern[str]] = {
    "deferred": re.compile(
        r"\b(?:defer\w*|postpone\w*|put (?:\w+ ){0,2}(?:off|back)|held over|on hold|shelved|carried over|left "
        r"(?:over|undecided))\b",
        re.I,
    ),
    "rejected": re.compile(
        r"\b(?:reject\w*|refus\w+|turned down|lost|defeated|voted down|thrown out"
        r"|knocked back|declined|not (?:approved|agreed))\b",
        re.I,
    ),
    "referred": re.compile(r"\breferred\b(?! to (?:minute|item))", re.I),
    "recommended": re.compile(r"\brecommend\w*\b", re.I),
    "noted": re.compile(r"\bnote[ds]?\b(?! (?:of|that))", re.I),
}
_CAME_TO_NOTHING: frozenset[Effect] = frozenset(("deferred", "rejected", "withdrawn"))
_PASSED = re.compile(r"\b(?:pass|carry|carried|adopt|approve)(?:ed|d)?\b", re.I)
_ALL = re.compile(
    r"\b(?:what|which|list|all|any|anything|something|things|every|everything|show|decisions|resolutions)\b", re.I
)
_DECIDED = re.compile(
    r"\b(?:deci\w+|agree\w*|resol\w+|approv\w+|conclu\w+|outcomes?|settled?|motions?|amendments?|votes?|voted|passed"
    r"|carried|adopted)\b",
    re.I,
)
_MERELY = re.compile(r"\b(?:only|just|simply|merely)\b", re.I)
_OPEN = re.compile(
    r"\b(?:outstanding|undecided|unresolved|pending|still (?:open|to be (?:decided|settled|taken))|not yet (?:decided"
    r"|taken|settled)"
    r"|up in the air)\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:later|since|eventually|subsequently|afterwards|in the end|ever|came back|come back|finally|outcome)\b", re.I
)
_NEWEST = re.compile(
    r"\b(?:last|latest|(?:most )?recent(?:ly)?|newest)\b"
    r"(?: (?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|few|couple of|dozen)\b)?"
    r"(?! (?:week|month|year|meeting|time|spring|summer|autumn|winter))",
    re.I,
)
_SO_MANY = {"few": 5, "couple of": 2, **{word: int(number) for word, number in NUMBER_WORDS.items()}}
_FEW, _SCANNED, _FEW_MEETINGS, _SOME_MEETINGS = 6, 50, 4, 12
_PAPERS = "report reports paper papers"
_WORDS = (
    "decide decided decision decisions agree agreed resolve resolved resolution resolutions approve approved note "
    "noted conclude outcome meeting "
    "defer deferred postponed put off reject rejected refused turned down lost refer referred recommend "
    "recommended matter item items list board "
    "committee taken made make thing recorded vote votes voted motion amendment carried over got full passed pass "
    "settled settle "
    "thrown out knocked back hold shelved postpone anything something everything outstanding undecided unresolved "
    "pending still open "
    "yet later since eventually subsequently afterwards end ever come came finally outcomes motions amendments "
    "minute minutes "
    "only just simply merely "
    "meetings sitting declined through undecided air taken formally things left postponed puts defers "
    "special extraordinary adjourned key main major important big"
)


def decisions_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """What a meeting or a numbered minute decided, or all decisions with one outcome; topics are left to the search."""
    numbers = [one for one in question.numbers if one.sort != "report"]
    if numbers:
        return _of_minute(question, catalogue)
    bodies = [body.name for body in catalogue.bodies() if body.slug in question.scope.bodies]
    effect = next((name for name, rule in _OUTCOMES.items() if rule.search(question.own)), None)
    papers = _PAPERS if effect in _CAME_TO_NOTHING or effect == "noted" else ""
    # Who came, asked the turn before, is no matter of which the decisions are wanted.
    before = ROLL_WORDS if question.follow_up else ""
    newest = None if question.periods else _NEWEST.search(question.own)
    if left_words(question, _WORDS, papers, before, newest[0] if newest else "", *bodies) or question.people:
        return None
    if newest and effect is None and not question.date_hard and _DECIDED.search(question.own):
        return _newest(question, catalogue, newest["count"])
    if _OPEN.search(question.own):
        return _open(question, catalogue)
    few = 0 < len(catalogue.meetings(question.scope)) <= _many(question, effect)
    if not (few or question.date_hard) and effect in (None, "noted", "recommended"):
        return None
    if not _ALL.search(question.own) or not (effect or question.kind == "decision" or _DECIDED.search(question.own)):
        return None
    held = _asked_for(question, _within(question, catalogue.resolutions(question.scope)), effect)
    if effect != "noted":
        held = [one for _, group in groupby(held, key=lambda one: one.item.id) for one in formal(list(group))]
    if held:
        return _listed(question, catalogue, held, effect)
    return declined(question, catalogue, "fact_absent") if _none_so(question, catalogue, effect) else None


def _newest(question: Question, catalogue: Catalogue, count: str | None) -> Answer | None:
    """The newest decisions, so many as ``count`` says; else those of the latest meeting of each body that decided
    anything, the newest first; without what every meeting decides on its own minutes and apologies."""
    held = [one for one in catalogue.resolutions(question.scope) if one.item.meeting.date]
    held = [one for one in held if not ROUTINE_TITLE.match(one.item.title or "")]
    held = [one for _, group in groupby(held, key=lambda one: one.item.id) for one in formal(list(group))]
    held.sort(key=lambda one: one.item.meeting.date or "", reverse=True)
    latest = {one.item.meeting.slug: one.item.meeting.id for one in reversed(held)}
    if count:
        held = held[: _SO_MANY.get(count.lower()) or int(count)]
    else:
        held = [one for one in held if one.item.meeting.id in latest.values()]
    return _listed(question, catalogue, held, None) if held else None


def _many(question: Question, effect: Effect | None) -> int:
    """Of how many meetings at most, without a date, what they decided is listed: of more, of one sort of decision."""
    sort = effect or _PASSED.search(question.own) or AMENDMENTS.search(question.own)
    return _SOME_MEETINGS if sort else _FEW_MEETINGS


def _none_so(question: Question, catalogue: Catalogue, effect: Effect | None) -> bool:
    """Has no minute of not too many meetings a word of deferring, rejecting or referring, where that is asked for?"""
    meetings = catalogue.meetings(question.scope)
    if effect not in ("deferred", "rejected", "referred") or not 0 < len(meetings) <= _SCANNED:
        return False
    rule = _OUTCOMES[effect]
    return not any(rule.search(item.text.text) for one in meetings for item in catalogue.items(one.id))


def _asked_for(question: Question, held: Sequence[HeldResolution], effect: Effect | None) -> list[HeldResolution]:
    """Those of one outcome, of amendments alone, or of what was passed, where the question asks for no more."""
    if effect == "noted" and _MERELY.search(question.own):
        more = {one.item.id for one in held if one.resolution.effect != "noted"}
        return [one for one in held if one.item.id not in more]
    if effect is not None:
        held = [one for one in held if one.resolution.effect == effect]
    elif _PASSED.search(question.own):
        held = [one for one in held if one.resolution.effect not in _CAME_TO_NOTHING | {"noted"}]
    if AMENDMENTS.search(question.own):
        return [one for one in held if one.resolution.amendment]
    return [one for one in held if effect is not None or not one.resolution.amendment]


def _within(question: Question, held: Sequence[HeldResolution]) -> list[HeldResolution]:
    """Only those of the times that the question names, where it names any."""
    if question.date_hard or not question.periods:
        return list(held)
    return [
        one
        for one in held
        if one.item.meeting.date and any(period.holds(one.item.meeting.date) for period in question.periods)
    ]


def _open(question: Question, catalogue: Catalogue) -> Answer | None:
    """Decisions put off that no later minute held takes up."""
    put_off = [one for one in catalogue.resolutions(question.scope) if one.resolution.effect == "deferred"]
    put_off = _within(question, put_off)
    citing = Citing(catalogue.source_text)
    left = [one for one in put_off if sequel_line(one.item, catalogue, Citing(catalogue.source_text)) is None]
    if not left and put_off and len({one.item.id for one in put_off}) <= _FEW:
        return _listed(question, catalogue, put_off, "deferred")
    if not left or len(left) > MOST_ROWS:
        return None
    lines = [f"Put off, and not decided in any later minute held ({len(left)} of {len(put_off)} put off):"]
    for _, group in groupby(left, key=lambda one: one.item.id):
        own = list(group)
        lines.append(f"- {sitting(own[0].item.meeting)}, {heading_of(own[0].item)}: {clauses(own, citing)}")
    return answered(question, "decision", lines, citing)


def _listed(question: Question, catalogue: Catalogue, held: Sequence[HeldResolution], effect: Effect | None) -> Answer:
    meetings = catalogue.meetings(question.scope)
    touched = {one.item.meeting.id for one in held}
    shown_rows, citing = list(held[: MOST_ROWS * 2]), Citing(catalogue.source_text)
    what = "matters noted" if effect == "noted" else f"decisions {effect}" if effect else "decisions"
    count = (
        f"{len(held)} {what}"
        if len(held) > 1
        else f"one {what.replace('decisions', 'decision').replace('matters', 'matter')}"
    )
    lines = [f"{count}, from {completeness(len(touched), meetings)}:"]
    for _, group in groupby(shown_rows, key=lambda one: one.item.id):
        own = list(group)
        lines.append(f"- {sitting(own[0].item.meeting)}, {heading_of(own[0].item)}: {clauses(own, citing)}")
        if effect == "deferred" and (len(held) <= _FEW or _LATER.search(question.own)):
            later = sequel_line(own[0].item, catalogue, citing)
            lines += [f"- {later}"] if later else []
    if len(held) > len(shown_rows):
        lines.append(f"(the first {len(shown_rows)} of {len(held)}; name a date or a topic for the others)")
    return answered(question, "decision", lines, citing)


def clauses(held: Sequence[HeldResolution], citing: Citing) -> str:
    """The clauses of one minute, whole, each cited, behind the verb as printed where they do not say it themselves."""
    parts = []
    for one in held:
        clause = one.resolution
        label = f"({clause.label}) " if clause.label else ""
        parts.append(f"{label}“{shown(clause.text)}” {citing.mark(one.item, clause.span, clause.label)}")
    verb = held[0].resolution.verb
    said = "; ".join(parts)
    # An unlabelled decision is its whole sentence, and says its own verb.
    return said if verb.casefold() in held[0].resolution.text.casefold() else f"{verb} {said}"


def formal(held: Sequence[HeldResolution]) -> list[HeldResolution]:
    """A minute's formal resolutions where it has any; else all that reads like a decision."""
    strict = [one for one in held if one.resolution.label or one.resolution.verb.isupper()]
    chosen = strict or list(held)
    return [one for one in chosen if len(one.resolution.text.split()) > 3] or chosen


def _of_minute(question: Question, catalogue: Catalogue) -> Answer | None:
    number = next(one for one in question.numbers if one.sort != "report")
    items = numbered_items(question, catalogue, number)
    if len({item.meeting.id for item in items}) != 1:
        return None
    citing = Citing(catalogue.source_text)
    lines = []
    for item in items:
        held = [
            one
            for one in formal(catalogue.resolutions(item_id=item.id))
            if number.clause is None or one.resolution.label == number.clause
        ]
        if held:
            lines.append(f"{sitting(item.meeting)}, {heading_of(item)}: {clauses(held, citing)}")
        elif number.clause is None:
            lines.append(
                f"{sitting(item.meeting)}, {heading_of(item)} records no decision in so many words: "
                f"{whole(item, citing, 80)}"
            )
    if len(items) == 1:
        lines += later_words(items[0], catalogue, citing)
    return answered(question, "decision", lines, citing) if lines else None
