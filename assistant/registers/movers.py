"""The motions that one person moved or seconded, over the meetings asked about."""

from __future__ import annotations

import re
from itertools import groupby

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, left_words, sitting
from assistant.registers.decisions import clauses
from assistant.registers.roll import sentence_at
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldResolution
from index_store.parser.names import same_person

_MOVES = (
    r"(?:mov(?:e|ed|es)|propos(?:e|ed|es)|sponsor(?:ed)?|put (?:forward|in|down|up)|br(?:ing|ought)|submit(?:s|ted)?"
    r"|tabled?|lodged?)"
)
_SECONDS = r"second(?:ed|s)?"
_THINGS = r"(?:motions?|resolutions?|items?|proposals?|amendments?|decisions?|things?|votes?)"
_ASKED = re.compile(
    rf"\b(?:which|what|list|all|any|how many|show|every)\b.{{0,30}}\b{_THINGS}\b.{{0,60}}\b(?:{_MOVES}|{_SECONDS})\b"
    rf"|\bwhat (?:did|has|have|else did) .{{0,60}}\b(?:{_MOVES}|{_SECONDS})\b"
    rf"|\b(?:did|has|have) .{{0,60}}\b(?:{_MOVES}|{_SECONDS}) (?:anything|any|something)\b",
    re.I,
)
_MOTIONS = re.compile(r"\bmotions?\b", re.I)
_WORDS = (
    "move moved moves propose proposed proposes second seconded seconds sponsor sponsored put forward motion motions "
    "resolution resolutions item items proposal proposals amendment amendments decision decisions thing things vote "
    "votes anything any something many list meeting meetings council board committee councillor councillors by else "
    "cllr cllrs cr crs mayor deputy mr mrs ms miss dr director trustee in down up bring brought submit submitted "
    "submits table tabled lodge lodged notice notices"
)
#: How a minute names who put in a motion that came to no vote.
_PUT_IN = (
    r"\b(?:(?:proposer|mover)s?\b|(?:submitted|proposed|moved|tabled) by\b|(?:notice of )?motion\b(?: by| from| of)?)"
    r"[^\n]{0,30}?"
)
_STUB = 14


def movers_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """What the one person asked about moved or seconded; None where it has a topic, or the minutes name nobody so."""
    if not question.people or question.numbers or question.context or not _ASKED.search(question.own):
        return None
    names = tuple(question.people)
    if len(question.spoken) != 1 or left_words(question, _WORDS, *names):
        return None
    moves = re.search(rf"\b{_MOVES}\b", question.own, re.I) is not None
    seconds = re.search(rf"\b{_SECONDS}\b", question.own, re.I) is not None
    held = [one for one in catalogue.resolutions(question.scope) if _by(one, names, moves, seconds)]
    put = _put_in(question, catalogue, {one.item.id for one in held}) if moves and _MOTIONS.search(question.own) else []
    if not held and not put:
        return None
    did = " or ".join(word for word, said in (("moved", moves), ("seconded", seconds)) if said)
    touched = {one.item.meeting.id for one in held} | {item.meeting.id for item, _, _ in put}
    total = len(held) + len(put)
    count = "One motion" if total == 1 else f"{total} motions"
    citing = Citing(catalogue.source_text)
    lines = [f"{count} {did} by {names[0]}, from {completeness(len(touched), catalogue.meetings(question.scope))}:"]
    for _, group in groupby(held[: 2 * MOST_ROWS], key=lambda one: one.item.id):
        own = list(group)
        lines.append(f"- {sitting(own[0].item.meeting)}, {heading_of(own[0].item)}: {clauses(own, citing)}")
    for item, start, end in put[:MOST_ROWS]:
        quote, marker = citing.quote(item, start, end)
        lines.append(f"- {sitting(item.meeting)}, {heading_of(item)}: “{quote}” {marker}")
    if len(held) > 2 * MOST_ROWS:
        lines.append(f"(the first {2 * MOST_ROWS} of {len(held)}; name a date for the others)")
    return answered(question, "vote", lines, citing)


def _put_in(question: Question, catalogue: Catalogue, told: set[str]) -> list[tuple[HeldItem, int, int]]:
    """Motions of the one person that no vote is recorded on, where their minute says whose they are."""
    surnames = {plain_name(name).split()[-1] for name in question.people}
    if len(surnames) != 1:
        return []
    rule = re.compile(rf"{_PUT_IN}\b{re.escape(surnames.pop())}\b", re.I)
    found = []
    for meeting in catalogue.meetings(question.scope):
        for item in catalogue.items(meeting.id):
            if item.id in told or item.number == ATTENDANCE:
                continue
            match = rule.search(item.text.text)
            if match or (rule.search(item.title or "") and item.text.text.strip()):
                found.append((item, *_motion_about(item, match.start() if match else 0)))
    return found


def _motion_about(item: HeldItem, place: int) -> tuple[int, int]:
    """The sentence at ``place``, with the one before where it only names somebody, behind a motion in words."""
    start, end = sentence_at(item, place)
    if start and len(item.text.text[start:end].split()) < _STUB:
        start = sentence_at(item, len(item.text.text[:start].rstrip()) - 1)[0]
    return start, end


def _by(one: HeldResolution, names: tuple[str, ...], moves: bool, seconds: bool) -> bool:
    """Whether a decision was moved or seconded, as asked, by whoever has one of ``names``."""
    if one.resolution.verb.casefold() in ("noted", "acknowledged"):
        return False
    said = [one.resolution.proposer] * moves + [one.resolution.seconder] * seconds
    return any(who is not None and same_person(plain_name(who), plain_name(name)) for who in said for name in names)
