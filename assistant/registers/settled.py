"""What was awarded, adopted, approved or refused at the meetings asked about: "tenders awarded may 27"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of, shown
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, left_words, sitting
from assistant.registers.held import meetings_asked
from assistant.sentences import lay_out
from assistant.terms import stems_in
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

#: What may be said for a verb of deciding, by the beginning of each.
_SAID = {
    "award": ("award",),
    "adopt": ("adopt", "pass", "approv"),
    "pass": ("pass", "adopt", "enact"),
    "enact": ("enact", "pass", "adopt"),
    "approv": ("approv", "accept", "authoris", "authoriz", "grant", "agree"),
    "accept": ("accept", "approv", "award"),
    "grant": ("grant", "award", "approv"),
    "authoris": ("authoris", "authoriz", "approv"),
    "authoriz": ("authoriz", "authoris", "approv"),
    "refus": ("refus", "reject", "declin"),
    "reject": ("reject", "refus", "declin", "lost"),
    "donat": ("donat",),
    "appoint": ("appoint", "elect"),
    "ratif": ("ratif", "confirm"),
    "sign": ("sign",),
    "renew": ("renew",),
}
_VERB = "|".join(_SAID)
_WHAT = r"(?P<what>(?!(?:what|which|any|all|the|list|who|how)\b)[a-z][\w/&'’-]*(?: (?!(?:the|a|an)\b)[\w/&'’-]+){0,2}?)"
_US = r"(?:we|council|cabinet|members|trustees|directors|the (?:\w+ ){1,3}?)"
_TELEGRAPH = re.compile(
    rf"^\W*(?:list |all |any |the |our |which |what )*{_WHAT} "
    rf"(?:(?:that |which )?(?:was|were|got|have been|has been|been) )?(?P<done>(?:{_VERB})(?:ed|d|ied|ted|)?)\b",
    re.I,
)
_ASKED = re.compile(
    rf"^\W*(?:list |all |any |the )*(?:what|which) {_WHAT} (?:did|has|have|had) {_US} ?(?P<done>(?:{_VERB})\w*)\b",
    re.I,
)
_INSTRUMENTS = frozenset("policy policies bylaw bylaws rule rules procedure procedures code codes".split())
_BUSINESS = re.compile(r"\b(?:minutes|agenda|report|accounts|budget)\b", re.I)
_WORDS = "list which what did were was been got have has all any meeting meetings new our formally council board"
_BRIEF = 110
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Row:
    item: HeldItem
    start: int
    end: int
    formal: bool


def settled_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Every minute of the meetings asked about that awards, adopts, approves or refuses such things, oldest first.

    None where no meeting or time is named, a topic is left besides, or fewer than two minutes tell of them.
    """
    match = _ASKED.match(question.own) or _TELEGRAPH.match(question.own)
    if match is None or question.numbers or question.people or not question.dated:
        return None
    nouns = _nouns(match["what"])
    verb = next(one for one in _SAID if match["done"].lower().startswith(one))
    if not nouns or left_words(question, _WORDS, match["what"].replace("/", " "), match["done"], match["what"]):
        return None
    meetings = meetings_asked(question, catalogue)
    rows = [row for meeting in meetings for row in _rows(meeting, catalogue, nouns, verb)]
    sort = _sort(match["what"])
    of_sort = [row for row in rows if sort <= stems_in(f"{row.item.title or ''} {row.item.text.text}")]
    if len(rows) < _FEWEST or (sort and not of_sort):
        return None
    rows = of_sort or rows
    return _listed(question, catalogue, meetings, rows)


def _nouns(what: str) -> frozenset[str]:
    """The things asked for, in the singular and the plural: the last word of each of several ("policies/bylaws")."""
    found = [part.split()[-1].lower() for part in re.split(r"/|,| and | or |&", what) if part.split()]
    if not found or not all(re.search(r"[^s]s$", word) for word in found):
        return frozenset()
    plain = [one.replace("-", "") for one in found]
    return frozenset(form for one in plain for form in (one, re.sub(r"ies$", "y", one), one[:-1]))


def _sort(what: str) -> frozenset[str]:
    """The stems that say which of such things are asked for, where one sort is: "funding applications"."""
    words = what.split()
    return frozenset() if re.search(r"/|,| and | or |&", what) else stems_in(" ".join(words[:-1])) - stems_in(_WORDS)


def _rows(meeting: HeldMeeting, catalogue: Catalogue, nouns: frozenset[str], verb: str) -> list[_Row]:
    """Where the minutes of the meeting decide on such things: in resolutions and motions, where any of these do."""
    deciding = re.compile(rf"\b(?:re-?)?(?:{'|'.join(_SAID[verb])})\w*", re.I)
    opening = re.compile(rf"\W*(?:that (?:\w+ ){{0,3}}?)?(?:{verb})\w*\b", re.I) if nouns & _INSTRUMENTS else None
    rows = []
    for item in catalogue.items(meeting.id):
        places = [] if item.number == ATTENDANCE else _places(item, nouns, deciding, opening)
        formal = bool(places) and bool(catalogue.resolutions(item_id=item.id))
        if formal and len(places) == 1 and len(item.text.text.split()) <= _BRIEF:
            places = [(0, len(item.text.text))]
        moved = re.compile(rf"\W*(?:that\b|it was \w+ that|resolved|agreed|(?:{verb}))", re.I)
        rows += [_Row(item, start, end, formal or bool(moved.match(item.text.text, start))) for start, end in places]
    return [row for row in rows if row.formal] or rows


def _places(
    item: HeldItem, nouns: frozenset[str], deciding: re.Pattern[str], opening: re.Pattern[str] | None
) -> list[tuple[int, int]]:
    text, found = item.text.text, []
    layout = lay_out(text)
    for one in layout.sentences:
        said = text[one.start : one.end]
        verbs = {match.span() for match in deciding.finditer(said)}
        things = [match for match in re.finditer(r"[\w-]+", said) if match[0].lower().replace("-", "") in nouns]
        # Where instruments are asked for, a motion that begins with the verb adopts one, whatever it is called.
        motion = opening and opening.match(said) and not _BUSINESS.search(said)
        if verbs and (motion or any(match.span() not in verbs for match in things)):
            led = [block.end for block in layout.blocks if block.lead == one.block]
            found.append((one.start, max((one.end, *led)) if said.rstrip().endswith(":") else one.end))
    return found


def _listed(question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting], rows: Sequence[_Row]) -> Answer:
    citing = Citing(catalogue.source_text)
    touched = len({row.item.meeting.id for row in rows})
    lines = [f"From {completeness(touched, meetings)}, as the minutes say it ({len(rows)}):"]
    for row in rows[: 2 * MOST_ROWS]:
        quote, marker = citing.quote(row.item, row.start, row.end)
        lines.append(f"- {sitting(row.item.meeting)}, {heading_of(row.item)}: “{shown(quote)}” {marker}")
    if len(rows) > 2 * MOST_ROWS:
        lines.append(f"(the first {2 * MOST_ROWS} of {len(rows)}; name a meeting for the others)")
    return answered(question, "list", lines, citing)
