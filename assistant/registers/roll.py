"""The attendance records as answers show them: people with roles and markers, and who of them a question describes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import answered, day, left_words
from assistant.sentences import lay_out
from assistant.terms import words_of
from index_store.catalogue import Catalogue
from index_store.models import HeldAttendee, HeldItem, HeldMeeting

CAME = frozenset(("present", "chair", "in_attendance", "substitute", "observer"))


REGISTER_WORDS = (
    "attend attended attendance attending attendee present there came come apology apologies sent chair chaired "
    "chairing chairman took absent "
    "absence substitute substituted stood observer observed observe represent represented representing names list "
    "everyone meeting public members "
    "turned along person people anyone anybody someone wasn't weren't wasnt werent away how many minutes instead "
    "till picked ran things guest officer officers who names regrets else missing off seat held hold often full"
)


CHAIRING = re.compile(
    r"\b(?:chaired|took the chair|in the chair|presid\w+|acting chair\w*|chair for|(?:appointment"
    r"|election) of (?:the|a) chair\w*)\b",
    re.I,
)


_LIKE = re.compile(
    r"\b(?:constabulary|sergeant|sgt|inspector|constable|superintendent|C?PC|CPO|PCSO|chief constable)\b", re.I
)


def described(one: HeldAttendee, roles: bool = True) -> str:
    """ "John Sinnott, Chief Executive, Leicestershire County Council"."""
    person = one.attendee
    name = f"{person.title} {person.name}" if person.title and not person.name.startswith(person.title) else person.name
    parts = [name, person.role, person.organisation] if roles else [name]
    text = ", ".join(part for part in parts if part)
    extra = [f"substitute for {person.substitute_for}"] if person.substitute_for else []
    extra += [person.note] if person.note and person.note not in text else []
    return f"{text} ({'; '.join(extra)})" if extra and roles else text


def item_of(catalogue: Catalogue, one: HeldAttendee) -> HeldItem | None:
    return catalogue.item(one.item)


def row(catalogue: Catalogue, citing: Citing, people: Sequence[HeldAttendee], roles: bool = True) -> str:
    """People with markers; those named in one place of one minute share a marker where they are listed together."""
    parts = []
    for one in people:
        item = item_of(catalogue, one)
        if item is not None:
            parts.append(f"{described(one, roles)} {citing.mark(item, one.attendee.span)}")
    return "; ".join(parts)


def listed_words(catalogue: Catalogue, citing: Citing, people: Sequence[HeldAttendee]) -> str | None:
    """The record's own words for people listed together, whole lines, as one quote; None where they stand apart."""
    item = item_of(catalogue, people[0])
    if item is None or len(people) < 2 or len({one.item for one in people}) > 1:
        return None
    places = [at for one in people if (at := item.text.locate(one.attendee.span.start)) is not None]
    if len(places) < len(people):
        return None
    text = item.text.text
    start = text.rfind("\n", 0, min(places)) + 1
    last = max(places)
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    if end - start > 700 or text[start:end].count("\n") > 2 * len(people) + 2:
        return None
    quote, marker = citing.quote(item, start, end)
    return f"“{quote}” {marker}"


def of(meeting: HeldMeeting) -> str:
    return f"the {meeting.body} meeting of {day(meeting.date)}"


def sentences(item: HeldItem) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in lay_out(item.text.text).sentences]


def sentence_at(item: HeldItem, offset: int) -> tuple[int, int]:
    layout = lay_out(item.text.text)
    found = layout.at(offset)
    return (layout.sentences[found].start, layout.sentences[found].end) if found is not None else (0, offset + 1)


def matching(
    question: Question, people: Sequence[HeldAttendee], meeting: HeldMeeting | None = None
) -> list[HeldAttendee]:
    """People whose entry has the words that describe them in the question; the best matches only."""
    left = set(left_words(question, REGISTER_WORDS, meeting.body if meeting else ""))
    said = _stemless(question.topic, left)
    asked, scored = "".join(said), []
    for one in people:
        person = one.attendee
        text = " ".join(filter(None, (person.title, person.name, person.role, person.organisation, person.note)))
        stems = {word.stem for word in words_of(f"{text} {_LIKE.sub(' police ', text)}")}
        initials = "".join(word[0] for word in re.findall(r"[A-Z]\w+", person.organisation or "")).lower()
        score = len(left & (stems | {initials}))
        squashed = "".join(word.word for word in words_of(text))
        if len(asked) > 5 and asked in squashed:
            score = len(left)
        if score:
            scored.append((score, one))
    best = max((score for score, _ in scored), default=0)
    if best * 2 < len(left):
        return []
    return [one for score, one in scored if score * 3 >= best * 2]


def _stemless(topic: str, left: set[str]) -> list[str]:
    return [word.word for word in words_of(topic) if word.stem in left]


def substitutes(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    found = [one for one in people if one.attendee.substitute_for or one.attendee.status == "substitute"]
    words = {word for word in re.findall(r"[^\W\d_]{3,}", question.own.lower())}
    for_whom = [one for one in found if words & set(plain_name(one.attendee.substitute_for or "").split())]
    found = for_whom or (found if not question.people else [])
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    lines = []
    for one in found:
        item = item_of(catalogue, one)
        if item is None:
            continue
        whose = f" for {one.attendee.substitute_for}" if one.attendee.substitute_for else ""
        marker = citing.mark(item, one.attendee.span)
        for away in people:
            if away.item != one.item and plain_name(away.attendee.name) == plain_name(
                one.attendee.substitute_for or ""
            ):
                other = item_of(catalogue, away)
                marker += citing.mark(other, away.attendee.span) if other else ""
        lines.append(f"{described(one, roles=False)} substituted{whose} {marker}")
    return answered(question, "attendance", [f"At {of(meeting)}: {'; '.join(lines)}."], citing) if lines else None
