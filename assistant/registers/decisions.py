"""Decisions of a meeting or of a minute, decisions by outcome, and votes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from assistant.answer import Answer
from assistant.citing import Citing, heading_of, shown
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
from assistant.registers.lookup import numbered_items
from assistant.terms import words_of
from index_store.catalogue import Catalogue
from index_store.models import Effect, HeldItem, HeldResolution, Resolution

_OUTCOMES: Mapping[Effect, re.Pattern[str]] = {
    "deferred": re.compile(r"\b(?:defer\w*|postpone\w*|put off|held over)\b", re.I),
    "rejected": re.compile(r"\b(?:reject\w*|refus\w+|turned down|lost|defeated|voted down)\b", re.I),
    "referred": re.compile(r"\breferred\b(?! to (?:minute|item))", re.I),
    "recommended": re.compile(r"\brecommend\w*\b", re.I),
    "noted": re.compile(r"\bnote[ds]?\b(?! (?:of|that))", re.I),
}
_ALL = re.compile(r"\b(?:what|which|list|all|any|every|show|decisions|resolutions)\b", re.I)
_WORDS = (
    "decide decided decision decisions agree agreed resolve resolved resolution resolutions approve approved note "
    "noted conclude outcome meeting "
    "defer deferred postponed put off reject rejected refused turned down lost refer referred recommend "
    "recommended matter item items list board "
    "committee taken made make thing recorded vote votes voted motion amendment carried over got full"
)
_NAMES = re.compile(
    r"\b(?:who|whom|whose|names?|which (?:\w+ )?(?:councillors?|members?|people))\b.*\b(?:voted|against|abstain\w*"
    r"|in favour)\b",
    re.I,
)
_VOTE_WORDS = f"{_WORDS} "
_VOTE_WORDS += (
    "vote votes voted voting propose proposed proposer second seconded seconder move moved motion against favour "
    "recorded result people person application planning proposal refusal named nominate nominated"
)


def decisions_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """What a meeting or a numbered minute decided, or all decisions with one outcome; topics are left to the search."""
    numbers = [one for one in question.numbers if one.sort != "report"]
    if numbers:
        return _of_minute(question, catalogue)
    if left_words(question, _WORDS) or question.people:
        return None
    effect = next((name for name, rule in _OUTCOMES.items() if rule.search(question.own)), None)
    if not question.date_hard and effect in (None, "noted", "recommended"):
        meetings = catalogue.meetings(question.scope)
        if len(meetings) != 1:
            return None
    if not _ALL.search(question.own):
        return None
    held = [
        one
        for one in catalogue.resolutions(question.scope)
        if (effect is None or one.resolution.effect == effect) and not (one.resolution.amendment and effect is None)
    ]
    if effect is None:
        held = [one for _, group in groupby(held, key=lambda one: one.item.id) for one in formal(list(group))]
    return _listed(question, catalogue, held, effect) if held else None


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
    if len(held) > len(shown_rows):
        lines.append(f"(the first {len(shown_rows)} of {len(held)}; name a date or a topic for the others)")
    return answered(question, "decision", lines, citing)


def clauses(held: Sequence[HeldResolution], citing: Citing) -> str:
    """The clauses of one minute, whole, each cited, with the verb as printed and an effect that differs from it."""
    parts = []
    for one in held:
        clause = one.resolution
        label = f"({clause.label}) " if clause.label else ""
        parts.append(f"{label}“{shown(clause.text)}” {citing.mark(one.item, clause.span, clause.label)}")
    first = held[0].resolution
    return f"{first.verb} {'; '.join(parts)}"


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
    return answered(question, "decision", lines, citing) if lines else None


def votes_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Who proposed, seconded and voted, of a numbered minute, of the minute cited before, or of the one that fits."""
    held = [one for one in _candidates(question, catalogue) if _voted(one.resolution, question.own)]
    items = dict.fromkeys(one.item.id for one in held)
    if not held or len(items) > 3:
        return None
    if _NAMES.search(question.own) and not any(_named(one.resolution) for one in held):
        return declined(question, catalogue, "fact_absent", [one.item for one in held])
    citing = Citing(catalogue.source_text)
    lines = [f"{sitting(one.item.meeting)}, {heading_of(one.item)}: {_vote(one, citing)}" for one in held[:8]]
    return answered(question, "vote", [f"- {line}" for line in lines] if len(lines) > 1 else lines, citing)


def _candidates(question: Question, catalogue: Catalogue) -> list[HeldResolution]:
    numbers = [one for one in question.numbers if one.sort != "report"]
    if numbers:
        items: Sequence[HeldItem] = numbered_items(question, catalogue, numbers[0])
        return [one for item in items for one in catalogue.resolutions(item_id=item.id)]
    if question.context:
        return [one for item in question.context for one in catalogue.resolutions(item_id=item)]
    wanted = set(left_words(question, _VOTE_WORDS))
    if not wanted:
        return list(catalogue.resolutions(question.scope)) if question.date_hard else []
    passages = catalogue.passages(key for key, _ in catalogue.lexical(question.topic, question.scope, 15))
    found = []
    for item in dict.fromkeys(passage.item for passage in passages.values()):
        for one in catalogue.resolutions(item_id=item):
            if not _voted(one.resolution, question.own):
                continue
            title = {word.stem for word in words_of(one.item.title or "")}
            if wanted <= title | {word.stem for word in words_of(one.item.text.text)}:
                own = title | {word.stem for word in words_of(one.resolution.text)}
                found.append((len(wanted & own), one))
    best = max((score for score, _ in found), default=0)
    return [one for score, one in found if score == best and score * 2 >= len(wanted)]


def _voted(resolution: Resolution, text: str) -> bool:
    """Does the clause record what is asked for?"""
    if re.search(r"\bsecond", text, re.I):
        return resolution.seconder is not None
    if re.search(r"\b(?:propos|moved|nominated)", text, re.I):
        return resolution.proposer is not None
    return resolution.votes is not None


def _named(resolution: Resolution) -> bool:
    votes = resolution.votes
    return votes is not None and bool(votes.names_for or votes.names_against or votes.names_abstained)


def _vote(one: HeldResolution, citing: Citing) -> str:
    clause = one.resolution
    said = [f"“{shown(clause.text)}” {citing.mark(one.item, clause.span, clause.label)}"]
    if clause.proposer:
        said.append(f"proposed by {clause.proposer}")
    if clause.seconder:
        said.append(f"seconded by {clause.seconder}")
    votes = clause.votes
    if votes:
        for name, count, names in (
            ("for", votes.votes_for, votes.names_for),
            ("against", votes.votes_against, votes.names_against),
            ("abstaining", votes.abstained, votes.names_abstained),
        ):
            if count is not None or names:
                said.append(
                    f"{name}: "
                    f"{count if count is not None else len(names)}{' (' + ', '.join(names) + ')' if names else ''}"
                )
        if votes.carried is not None:
            said.append("carried" if votes.carried else "lost")
    return "; ".join(said)
