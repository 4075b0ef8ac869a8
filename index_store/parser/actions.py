"""What people were asked to do: "Action: RW", "RB to seek quotes", initials in a right-hand column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.models import Action, MappedText
from index_store.parser.action_tables import table_actions
from index_store.parser.clauses import Line, lines_of
from index_store.parser.cues import cued
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
_JOINED = re.compile(_JOIN)
_OFFICES = re.compile(_OFFICE)
_LETTERS = re.compile(r"[A-Z]{2,3}|[A-Z]{1,2}[a-z]{1,2}")
_NAMED = re.compile(
    rf"\bACTIONS?\b|\bActions?\b(?=\s*(?:[:–—-]|\(|\d+\s*[:.]|for\b|by\b|\*\*|"
    rf"\s{_INITIALS}(?:{_JOIN}{_INITIALS})*\W*$))|\bAP\s?\d+\b|"
    r"\bAction (?:[Pp]oints?|[Rr]equired|[Ii]tems?)(?=(?: \d+)?\s*[:–—-])|"
    r"^\W*(?:Action )?(?:[Oo]wner|[Ll]ead(?: [Oo]fficer)?|By whom|Responsib(?:le|ility))(?=\s*:)"
)
_OWNER = re.compile(
    rf"\W*(?:(?:by|for|on|[Pp]oint|[Rr]equired|[Ii]tem|[Oo]wner)\b|\d+)?\W*(?:\d+\W+)?(?P<owner>{_OFFICE}|{_GROUP})"
    r"(?=\s*(?:$|[-–—:.,)\]|]|to\b|will\b|\n))"
)
_ASKED = re.compile(
    rf"(?P<owner>(?:{_OFFICE}|{_GROUP})(?: and (?:{_OFFICE}|{_GROUP}))?) (?:(?:is |are |was |were )?(?:asked |"
    r"requested |instructed |directed |authori[sz]ed |tasked )?to|agreed to|"
    rf"has agreed to|undertook to|offered to|volunteered to|kindly agreed to|will) "
    r"(?=[a-z])(?!be\b|note\b|the\b)"
)
_ORDERED = re.compile(
    rf"\b(?:[Aa]greed|AGREED|[Rr]esolved|RESOLVED|[Aa]sked|[Rr]equested) that (?P<owner>(?:[Tt]he )?(?:\w+ )?(?:Clerk|"
    rf"Secretary|Treasurer|Chair(?:man|person)?|Director|Secretariat|Officers?)|{_GROUP}),? "
    r"(?:would |should |will |to |be (?:asked|requested|instructed|directed|authori[sz]ed) to )?"
    r"(?!(?:be|note|is|was|had|has|and|of|as|in|on|for|or|who|present|not)\b|[a-z]+(?<!ce)(?<!fe)ed\b)"
    r"(?=(?:[a-z]+[a-rt-z]|discuss|address|process|assess|press)\b)"
)
_TO = re.compile(" (?:to|will) ")
_BEFORE_TO = frozenset(
    "is are was were asked requested instructed directed authorised authorized tasked agreed undertook offered "
    "volunteered secretariat clerk members all".split()
)
_ORDERING = ("greed that", "GREED that", "esolved that", "ESOLVED that", "sked that", "equested that")
_BODY = re.compile(r"[Tt]he .*(?:Board|Council|Committee|[Mm]embers)")
"""What these will or agree to do is the decision itself, not an action of somebody's."""
_TOLD = re.compile(r"\b(?:action (?:plan|log|list|points?) (?:was|were|is|are))\b", re.IGNORECASE)
_LAST = re.compile(rf"\s\(?(?P<owner>{_INITIALS}(?:\s*[/,&]\s*{_INITIALS})*|(?<=\(){TITLED}(?=\)))\)?\.?$")
_COUNTED = re.compile(r"\d{1,2}-\d{1,2}\s*[-–.:]?\s+(?=[A-Z])")
"""The number of an action: "09-01 SB to send the forms"."""
_LATER = re.compile(rf"[.;] ?(?={_INITIALS} to [a-z])")
_NAMING = ("Action", "ACTION", "AP", "wner:", "ead:", "fficer:", "hom:", "sible:", "bility:")
_ASKING = (" to ", " will ", *_ORDERING)
_GAPS = ("\t", "   ", "|")
"""Cheap to look for: without one of all these nothing is asked of anybody."""
_SHORT = 400
_LONGEST = 150
"""Letters that owners may have with what is said of them up to what they are to do."""
_COLUMN = re.compile(rf"(?:\t| {{3,}}|\s*\|\s*)(?P<owner>(?:{_INITIALS}|All|ALL)(?:\s*[/,&+]\s*{_INITIALS})*)(?=\s|$)")
_BAR = re.compile(r"\s*\|\s*")
_PROSE = re.compile(r"\b(?:to|the|be|will|is|are|should|would) [\w£(]")
_FULL = r"[A-Z][a-z]+ [A-Z][\w’'-]+"
_LAST_CELL = re.compile(
    rf"(?:\t| {{3,}}|\s*\|\s*)(?P<owner>(?:(?:Town |Parish |City |County |Deputy )?(?:Clerk|Secretary|Treasurer|"
    rf"Chair(?:man|person)?)|(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.? {TITLED}|(?<=\.\t){_FULL})"
    rf"(?:\s*[/,&+\t]\s*(?:{_WHO}|{_FULL}|{_OFFICE}))*)(?: by [^\t|]{{2,20}})?[ \t|]*$"
)
_NOT_OWNERS = re.compile(
    r"^(?:Further|Subject|Subsequent|Due|Prior|According|Thanks|In|It|This|That|There|These|They|He|She|We|The|A|An|"
    r"No|As|At|On|If|For|With|From|Next|Reference|"
    r"Additional|Response|Relation|Motion|Objections?|Need|Able|Attention|Access|Back|Close|Up|Owing|Contrary|"
    r"Similar|Related|Details|Letters?|Proposals?|Plans|Work|One|Two|Some|Many|Members of|"
    r"Applications?|Information|Support|Meeting|Meetings|Minutes|Everyone|Residents|Anyone|Who|Whom|Whose|Which|What|When|Where|Why|How|Whether|"
    r"Consultations?|All (?:the|those))\b"
)


def find_actions(body: MappedText) -> tuple[Action, ...]:
    """Every action in ``body``: "Action: RW", sentences like "RW to write…", initials in a right-hand column.

    Where the words name the owner alone ("Action: RW"), ``text`` holds the sentence before them too.
    """
    lines = lines_of(body.text)
    rows = dict(table_actions(body, lines))
    gaps, names = cued(body.text, _GAPS), cued(body.text, _NAMING)
    if not (gaps or names or cued(body.text, _ASKING)):
        return ()
    return tuple(
        action
        for at in range(len(lines))
        for action in ([rows[at]] if at in rows else _of_line(body, lines, at, gaps=gaps, names=names))
    )


def _of_line(body: MappedText, lines: Sequence[Line], at: int, *, gaps: bool, names: bool) -> list[Action]:
    """The actions of one line; a column's initials own the last sentence before them.

    ``gaps`` and ``names`` say that the minute has gaps that part columns, and words that mark actions.
    """
    text, line = body.text, lines[at]
    words = text[line.words : line.end]
    columns = _columns(text, line) if gaps and cued(words, _GAPS) else []
    if columns and len(words) <= _SHORT:
        return [_owned(body, line.words, line.end, columns)]
    names = names and cued(words, _NAMING)
    if not columns and not names and not cued(words, _ASKING):
        return []
    found = []
    before: int | None = None
    for start, end in sentences(words):
        first, stop = start + line.words, end + line.words
        beside = [match for match in columns if first < match.start() <= stop + 1]
        action = (
            _owned(body, first, max(stop, beside[-1].end()), beside)
            if beside
            else _action(body, first, stop, lines[at - 1] if before is None and at else before, names=names)
        )
        if action:
            found.append(action)
        before = first
    return found


def _columns(text: str, line: Line) -> list[re.Match[str]]:
    """Initials that stand behind a wide gap or a bar; in a row of a table those of its last cell."""
    found = [match for match in _COLUMN.finditer(text, line.words, line.end) if match.start() > line.words + 3]
    if text.startswith("|", line.words):
        found = [match for match in found if "|" not in text[match.end() : line.end].strip().rstrip("|")]
    last = None if found else _LAST_CELL.search(text, line.words, line.end)
    return [last] if last and _PROSE.search(text, line.words, last.start()) else found


def _last_sentence(text: str, line: Line) -> int:
    """Where the last sentence of a line begins."""
    starts = [start for start, _ in sentences(text[line.words : line.end])]
    return line.words + (starts[-1] if starts else 0)


def _owned(body: MappedText, start: int, end: int, columns: list[re.Match[str]]) -> Action:
    """What stands beside initials in a right-hand column, without those at its end and a bar before it."""
    start += len(bar[0]) if (bar := _BAR.match(body.text[start:end])) else 0
    stop = end
    for column in reversed(columns):
        stop = column.start() if column.end() >= stop else stop
    owners = dict.fromkeys(match.group("owner").replace("\t", ", ") for match in columns)
    return Action(body.text[start:stop].replace("\t", " "), body.span(start, stop), ", ".join(owners))


def _action(body: MappedText, start: int, end: int, before: Line | int | None, *, names: bool) -> Action | None:
    """The action that a sentence asks for; ``before`` is the line before it, or where the sentence before it begins.

    ``names`` says that its line may have a word that marks actions.
    """
    if counted := _COUNTED.match(body.text, start, end):
        start = counted.end()
    sentence = body.text[start:end]
    named = _NAMED.search(sentence) if names and cued(sentence, _NAMING) else None
    if named and not _TOLD.search(sentence):
        return _marked(body, start, end, named, before)
    if not cued(sentence, (" to ", " will ", " that ")):
        return None
    asked = _ASKED.match(sentence) if _may_ask(sentence[:_LONGEST]) else None
    if asked and _owns(asked.group("owner"), sentence):
        return Action(sentence, body.span(start, end), asked.group("owner"))
    ordered = _ORDERED.search(sentence) if cued(sentence, _ORDERING) else None
    if ordered and _owns(ordered.group("owner"), ordered.group("owner")):
        return Action(sentence, body.span(start, end), ordered.group("owner"))
    later = _LATER.search(sentence) if cued(sentence[:-1], (".", ";")) else None
    return None if later is None else _action(body, start + later.end(), end, before, names=names)


def _may_ask(head: str) -> bool:
    """Whether a name, an office or a word of asking stands before the first "to" or "will" of a sentence."""
    found = _TO.search(head)
    if found is None:
        return False
    word = head[head.rfind(" ", 0, found.start()) + 1 : found.start()]
    return not word.islower() or word in _BEFORE_TO


def _marked(body: MappedText, start: int, end: int, named: re.Match[str], before: Line | int | None) -> Action | None:
    """The action behind the word "Action", its owner first or last."""
    sentence = body.text[start:end]
    owner = _OWNER.match(sentence, named.end())
    rest = sentence[owner.end() if owner else named.end() :].strip(" .:–-*0123456789)(")
    if not rest and owner:
        start = _last_sentence(body.text, before) if isinstance(before, Line) else start if before is None else before
    elif not rest:
        return None
    name = owner.group("owner").strip() if owner else None
    if owner is None and (last := _LAST.search(sentence)):
        name = last.group("owner")
    return Action(body.text[start:end], body.span(start, end), name)


def _owns(owner: str, sentence: str) -> bool:
    """Whether the words can own an action: initials, a person or an office - not any capitalised word."""
    first = _JOINED.split(owner)[0].strip()
    if _OFFICES.fullmatch(first):
        return _BODY.fullmatch(first) is None
    short = _LETTERS.fullmatch(first)
    return bool(read_person(first) or short) and not _NOT_OWNERS.match(sentence)
