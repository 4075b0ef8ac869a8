"""Sentences that say who was in the chair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index_store.models import Attendee, MappedText
from index_store.parser.cues import small
from index_store.parser.names import NOT_NAMES, TITLED, split_title

_WHO = rf"(?P<who>{TITLED}|[A-Z][A-Za-z]{{1,3}})"
_OFFICE = (
    r"(?:the )?(?:(?:acting|outgoing|interim|newly elected|board|council|committee) )*(?:vice[- ]|deputy )?"
    r"(?:chair(?:man|woman|person)?|convenor|convener|president|mayor|reeve|warden|leader|"
    r"(?:leas-?)?ch?athaoirleach)(?: of the (?:board|council|"
    r"committee))?"
)
_BY = (
    r"(?:chaired by|(?:meeting|session) (?:was |being )led by|presided over by|presiding (?:over the meeting )?was|"
    r"under the (?:chairmanship|chair) of|in the chair ?[:–-]+|i gceannas ?[:–-]+|"
    r"the chair was (?:\w+ )?taken (?:\w+ )?by|"
    r"(?:called to order|opened|convened)(?: at [\d:.]+ ?(?:[ap]\.?m\b\.?)?,?)? by)"
)
_SITS = (
    r"(?:(?:was |being |took |taking |occupied |assumed |then took |presided (?:and|in) )?(?:in )?the chair|presided|"
    r"(?<!\n)presiding|chaired(?: the)?|"
    r"i gceannas|sa chathaoir|acted as chair(?:man)?)"
)
_SAID = (
    re.compile(rf"\b(?i:{_BY})[: ]+(?i:{_OFFICE},?\s+|(?:the )?(?:supervisor|moderator|commissioner),?\s+)?{_WHO}"),
    re.compile(
        rf"(?:\b[Tt]he (?i:(?:vice|deputy)[- ]chair)\w* )?{_WHO}(?:\s*\([^)]*\))?,?"
        rf"(?:\s+(?i:{_OFFICE})[^.,]{{0,40}},)?\s+(?i:{_SITS})\b"
    ),
    re.compile(rf"\b(?i:with)\s+{_WHO}\s+(?i:in the chair)"),
    re.compile(rf"(?im:^\W*(?:chair(?:man|woman|person|ing)?|convenor|convener|presiding)\**\s*[:–-]\**\s*){_WHO}"),
    re.compile(
        rf"(?<![\w-])(?i:(?P<head>(?:vice[- ])?(?:president|leader)\b)|"
        rf"(?!vice[- ]president|president|leader){_OFFICE}),? {_WHO},? "
        r"(?i:(?:called|opened|declared)\b|(?(head)welcomed (?:everyone|all|members|those|attendees)|"
        r"(?:welcomed|thanked|introduced))\b)"
    ),
    re.compile(
        rf"{_WHO},? (?:(?i:{_OFFICE}),? )?(?i:called the meeting to order|opened the meeting|"
        r"declared the meeting open|opened proceedings)"
    ),
)
"""The head of something else may welcome or introduce as well ("President Ash of the college introduced…")."""
_LISTED = _SAID[3]
_MARKS = (
    re.compile(r"chair|presid|to order|opened|convened|led by"),
    re.compile(r"chair|presid|gceannas|chathaoir"),
    re.compile(r"in the chair"),
    re.compile(r"chair|conven[eo]r|presiding"),
    re.compile(r"welcomed|opened|called|declared|thanked|introduced"),
    re.compile(r"called the meeting|opened the meeting|declared the meeting|opened proceedings"),
)
"""Words, in small letters, in every sentence that the pattern in the same place finds, looked for first."""
_SEATED = re.compile(r"^(?:[AP]\.? ?M\.|With) (?=[A-Z])|^(?:(?:An|The) )?(?:Leas-?)?C(?:h?)athaoirleach,? (?=[A-Z])")
_REACH = 130
_NOBODY = set(
    [
        "The",
        "A",
        "It",
        "In",
        "He",
        "She",
        "Chair",
        "Chairman",
        "Chairperson",
        "Vice",
        "Meeting",
        "This",
        "We",
        "They",
        "Council",
        "Deputy",
        "Present",
        "Members",
        "Councillors",
        "Apologies",
    ]
)


def find_chair(texts: Iterable[MappedText]) -> Attendee | None:
    """Whoever the plainest such sentence puts in the chair; the name as printed, initials unresolved.

    The first text is the preamble: "Chair: Ann Other" further on is an election.
    """
    held = [(text, small(text.text)) for text in texts]
    for pattern, mark in zip(_SAID, _MARKS, strict=True):
        for text, low in held[:1] if pattern is _LISTED else held:
            for match in _found(pattern, mark, text.text, low):
                who = _SEATED.sub("", " ".join(match.group("who").split()))
                _, name = split_title(who)
                if name.split()[0] not in _NOBODY and name[0].isupper() and not NOT_NAMES.search(name):
                    return Attendee(who, text.span(match.start("who"), match.end("who")), "chair")
    return None


def _found(pattern: re.Pattern[str], mark: re.Pattern[str], text: str, in_small: str) -> Iterator[re.Match[str]]:
    """What ``pattern`` finds near the words of ``mark``; names are slow to look for anywhere else."""
    at = 0
    for word in mark.finditer(in_small):
        if word.start() < at:
            continue
        low = max(0, word.start() - _REACH)
        low = text.find(" ", low, word.start()) + 1 if low else 0
        at = min(len(text), word.end() + _REACH)
        at = at if at == len(text) else max(text.rfind(" ", word.end(), at), word.end())
        yield from pattern.finditer(text, low, at)


_PRESIDED = re.compile(
    r"\b(?:The|An) (?P<office>(?:Lord |Deputy |Deputy Lord )?Mayor|t?Ard-?[Mm]h[ée]ara|Lord Provost|Provost|Reeve|"
    r"Warden|"
    r"(?:Vice[- ])?Chair(?:man|woman|person)?|Convenor|President) (?:then )?"
    r"(?:called the meeting|welcomed|opened the|recited|presided|declared the meeting|took the chair|in the chair)"
)


def find_office(texts: Iterable[MappedText]) -> str | None:
    """The office that the opening words show in the chair ("The Mayor called the meeting to order"), as printed."""
    match = next((match for text in texts if (match := _PRESIDED.search(text.text))), None)
    return match.group("office") if match else None
