"""What people were asked to do: "Action: RW", "RB to seek quotes", initials in a right-hand column."""

from __future__ import annotations

import re

from index_store.models import Action, MappedText
from index_store.parser.clauses import Line, lines_of
from index_store.parser.names import TITLED, read_person
from index_store.parser.sentences import sentences

_INITIALS = r"(?:(?=[A-Za-z]{0,3}[A-Z][A-Za-z]{0,3}\b)(?=[A-Z][a-z]{0,2}[A-Z])[A-Z][A-Za-z]{1,3}\b)"
_PERSON = rf"{TITLED}"
_WHO = rf"(?:{_PERSON}|{_INITIALS})"
_JOIN = r"\s*(?:/|,|&|\band\b|\+)\s*"
_GROUP = rf"{_WHO}(?:{_JOIN}{_WHO})*"
_OFFICE = (
    r"(?:[Tt]he )?(?:(?:[A-Z]\w+ )?(?:Clerk|Chair(?:man|person)?|Secretary|Treasurer|"
    r"Secretariat|Director|Leader|Board|Council|Committee|Officers?|[Mm]embers)|[Ss]ecretariat|[Cc]lerk|[Aa]ll|ALL)"
)
_NAMED = re.compile(r"\bACTIONS?\b|\bActions?\b(?=\s*(?:[:–—-]|\(|\d+\s*[:.]|for\b|by\b|\*\*))|\bAP\s?\d+\b")
_OWNER = re.compile(
    rf"\W*(?:(?:by|for|on|point)\b|\d+)?\W*(?P<owner>{_OFFICE}|{_GROUP})(?=\s*(?:$|[-–—:.,)]|to\b|will\b|\n))"
)
_ASKED = re.compile(
    rf"(?P<owner>(?:{_OFFICE}|{_GROUP})(?: and (?:{_OFFICE}|{_GROUP}))?) (?:(?:is |are |was |were )?to|agreed to|"
    rf"has agreed to|undertook to|offered to|volunteered to|kindly agreed to|will) "
    r"(?=[a-z])(?!be\b|note\b|the\b)"
)
_LATER = re.compile(rf"(?:(?<=[.;] )|(?<=[.;]))(?={_INITIALS} to [a-z])")
_SHORT = 400
_COLUMN = re.compile(rf"(?:\t| {{3,}}|\s*\|\s*)(?P<owner>(?:{_INITIALS}|All|ALL)(?:\s*[/,&+]\s*{_INITIALS})*)(?=\s|$)")
_NOT_OWNERS = re.compile(
    r"^(?:Further|Subject|Subsequent|Due|Prior|According|Thanks|In|It|This|That|There|These|They|He|She|We|The|A|An|"
    r"No|As|At|On|If|For|With|From|Next|Reference|"
    r"Additional|Response|Relation|Motion|Objections?|Need|Able|Attention|Access|Back|Close|Up|Owing|Contrary|"
    r"Similar|Related|Details|Letters?|Proposals?|Plans|Work|One|Two|Some|Many|Members of|"
    r"Applications?|Information|Support|Meeting|Meetings|Minutes|Everyone|Residents|Anyone|Who|Which|What|When|"
    r"Consultations?|All (?:the|those))\b"
)


def find_actions(body: MappedText) -> tuple[Action, ...]:
    """Every action in ``body``: "Action: RW", sentences like "RW to write…", initials in a right-hand column."""
    return tuple(action for line in lines_of(body.text) for action in _of_line(body, line))


def _of_line(body: MappedText, line: Line) -> list[Action]:
    """The actions of one line; a column's initials own the last sentence before them."""
    text = body.text
    columns = [match for match in _COLUMN.finditer(text, line.words, line.end) if match.start() > line.words + 3]
    if columns and line.end - line.words <= _SHORT:
        return [_owned(body, line.words, line.end, columns)]
    found = []
    for start, end in sentences(text[line.words : line.end]):
        first, stop = start + line.words, end + line.words
        beside = [match for match in columns if first < match.start() <= stop + 1]
        action = _owned(body, first, max(stop, beside[-1].end()), beside) if beside else _action(body, first, stop)
        if action:
            found.append(action)
    return found


def _owned(body: MappedText, start: int, end: int, columns: list[re.Match[str]]) -> Action:
    """What stands beside initials in a right-hand column, without those at its end."""
    last = columns[-1]
    stop = last.start() if last.end() >= end else end
    owners = dict.fromkeys(match.group("owner") for match in columns)
    return Action(body.text[start:stop].replace("\t", " "), body.span(start, stop), ", ".join(owners))


def _action(body: MappedText, start: int, end: int) -> Action | None:
    sentence = body.text[start:end]
    named = _NAMED.search(sentence)
    if named and not re.search(
        r"\b(?:action (?:plan|log|list|points?) (?:was|were|is|are))\b", sentence, re.IGNORECASE
    ):
        owner = _OWNER.match(sentence, named.end())
        return Action(sentence, body.span(start, end), owner.group("owner").strip() if owner else None)
    asked = _ASKED.match(sentence)
    if asked and not _NOT_OWNERS.match(sentence) and _owns(asked.group("owner")):
        return Action(sentence, body.span(start, end), asked.group("owner"))
    later = _LATER.search(sentence)
    return None if later is None else _action(body, start + later.end(), end)


def _owns(owner: str) -> bool:
    """Whether the words can own an action: initials, a person or an office - not any capitalised word."""
    first = re.split(_JOIN, owner)[0].strip()
    return bool(
        re.fullmatch(rf"{_OFFICE}", first)
        or read_person(first)
        or re.fullmatch(r"[A-Z]{2,3}|[A-Z]{1,2}[a-z]{1,2}(?=$)", first)
        and not first.islower()
    )
