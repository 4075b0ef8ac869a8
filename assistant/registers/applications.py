"""Planning applications, all or by what was decided on them: each stands by its code, in a title or on a line of its
own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, declined, left_words, sitting
from assistant.registers.decisions import formal
from assistant.registers.held import meetings_asked
from index_store.catalogue import Catalogue
from index_store.held import HeldItem

#: "22/01902/FUL", "3PL/2024/0226/F", "3/24/0123/FUL", "PL/2023/0456", "P23-1187": a year and a number, with letters or
#: in four digits.
_CODE = re.compile(
    r"(?<![\w/£.-])(?:\d{1,2}/|\d?[A-Z]{1,5}[/ -]?)?(?:19|20)?\d{2}[/-]\d{3,6}"
    r"(?:[/-][A-Z]{1,6}\d?)(?![\w/])"
    r"|(?<![\w/£.-])[A-Z]{1,5}[/-]?(?:19|20)?\d{2}[/-]\d{2,6}(?![\w/])"
    r"|(?<![\w/£.-])(?:19|20)?\d{2}/\d{4,6}(?![\w/])"
)
#: What every code has, and few minutes: looked for first, as it is found much faster.
_LIKELY = re.compile(r"\d[/-]\d\d")
#: What is said where an application stands and not where a minute or a motion of a like number does.
_PLANNING = re.compile(
    r"\b(?:planning|applica\w+|permission|permit|variance|consent|dwellings?|extension|erection|conversion|porch|garage)\b",
    re.I,
)
_PLANNED, _PUT = re.compile(r"\bplanning\b", re.I), re.compile(r"\bplanning applications?\b", re.I)
_APPLIED = re.compile(r"\bapplications?\b(?! (?:was|were) received)", re.I)
_OUTCOMES = {
    "refused": re.compile(
        r"\b(?:refus\w+(?! (?:vehicles?|collections?|bins?|lorr\w+|trucks?|storage|stores?|areas?|carts?))|reject\w+"
        r"|turned down|declined)\b",
        re.I,
    ),
    "deferred": re.compile(r"\b(?:defer\w*|postpone\w*|adjourn\w*|held over|put off)\b", re.I),
    "withdrawn": re.compile(r"\bwithdraw\w*|\bwithdrew\b", re.I),
    "approved": re.compile(
        r"\b(?:approv\w+|grant(?:ed|s)?|permitted|pass(?:ed)?|allow(?:ed)?|given permission)\b", re.I
    ),
    "objected": re.compile(r"(?<!no )\bobject(?:ed|ions?|s)?\b", re.I),
    "supported": re.compile(r"\bsupport(?:ed|s)?\b|\bno (?:objections?|comments?)\b", re.I),
}
_ASKED = re.compile(
    r"^\W*(?:(?:(?:which|what|list|all|how many|any|the|show|were|was|did|have|has)\b ?)+(?:\w+ ){0,3}?applications?\b"
    r"|planning applications\b)",
    re.I,
)
#: Applications for money, which are counted in words and have no codes.
_FUNDING = re.compile(
    r"\b(?:grants?|funding|fund|loan)s? applications?\b|\bapplications? for (?:\w+ )?(?:grants?|funding)\b", re.I
)
#: Asked for whatever came of them: only planning applications are told without a word of an outcome.
_ALL = re.compile(r"\bplanning applications\b", re.I)
_WORDS = (
    "planning application applications refuse refused refusal reject rejected turned down decline declined defer "
    "deferred postpone postponed adjourned put off held over withdrawn withdrew approve approved grant granted permit "
    "permitted pass passed allowed given permission object objected objection objections support supported comment "
    "comments council committee board list many any meeting meetings decided determined made considered discussed "
    "looked look came come before went go over reviewed dealt commented table agenda received put up tell show there"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """An application: its code, the stretch of its minute that tells of it, and the words that decide on it."""

    code: str
    item: HeldItem
    start: int
    end: int
    decided: str


def applications_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The applications with the outcome asked for, oldest first, or all where no outcome is; None where a topic is
    asked besides, or where minutes of planning tell of applications that have no codes.

    Declines (fact_absent) where none of the applications held had the outcome.
    """
    outcome = next((name for name, rule in _OUTCOMES.items() if rule.search(question.own)), None)
    if question.numbers or question.people or not _ASKED.match(question.own) or _FUNDING.search(question.own):
        return None
    if outcome is None and not _ALL.search(question.own):
        return None
    bodies = [one.name for one in catalogue.bodies() if one.slug in question.scope.bodies]
    if left_words(question, _WORDS, *bodies):
        return None
    meetings = meetings_asked(question, catalogue)
    items = [item for meeting in meetings for item in catalogue.items(meeting.id)]
    held = [one for item in items for one in _in(item, catalogue)]
    if not held or (outcome is None and _without_codes(items, held)):
        return None
    found = [one for one in held if _decided(one, outcome)] if outcome else _each_once(held)
    if not found and outcome is None:
        return None
    if not found:
        return declined(question, catalogue, "fact_absent", list({one.item.id: one.item for one in held}.values())[-3:])
    citing = Citing(catalogue.source_text)
    touched = len({one.item.meeting.id for one in found})
    many = len({one.code for one in found})
    count = "One application" if many == 1 else f"{many} applications"
    what = {"objected": " objected to,", None: ""}.get(outcome, f" {outcome},")
    lines = [f"{count}{what} from {completeness(touched, meetings)}:"]
    lines += [f"- {_row(one, citing)}" for one in found[: 2 * MOST_ROWS]]
    if len(found) > 2 * MOST_ROWS:
        lines.append(f"(the first {2 * MOST_ROWS} of {len(found)}; name a meeting for the others)")
    return answered(question, "count" if question.kind == "count" else "list", lines, citing)


def _each_once(held: Sequence[_Found]) -> list[_Found]:
    """The first stretch of a meeting's minutes on planning that tells of each application."""
    first: dict[tuple[str, str], _Found] = {}
    for one in held:
        if (
            _PLANNED.search(one.item.title or "")
            or _CODE.search(one.item.title or "")
            or _PUT.search(one.item.text.text)
        ):
            first.setdefault((one.item.meeting.id, one.code), one)
    return list(first.values())


def _without_codes(items: Sequence[HeldItem], held: Sequence[_Found]) -> bool:
    """Do minutes on planning tell of applications that no code shows?"""
    coded = {one.item.id for one in held}
    return any(
        item.id not in coded and _PLANNED.search(item.title or "") and _APPLIED.search(item.text.text) for item in items
    )


def _row(one: _Found, citing: Citing) -> str:
    quote, marker = citing.quote(one.item, one.start, one.end)
    return f"{sitting(one.item.meeting)}, {heading_of(one.item)}: “{quote}” {marker}"


def _decided(one: _Found, outcome: str) -> bool:
    """Was the outcome that one? What was refused against a recommendation to grant was not approved."""
    first = next((name for name, rule in _OUTCOMES.items() if rule.search(one.decided)), None)
    return first == outcome


def _in(item: HeldItem, catalogue: Catalogue) -> Iterator[_Found]:
    """The applications of a minute: the one of its title, or those whose codes begin its lines."""
    text = item.text.text
    if item.number == ATTENDANCE or not text.strip() or not _LIKELY.search(f"{item.title} {text}"):
        return
    if not _PLANNING.search(f"{item.title} {text}"):
        return
    resolutions = formal(catalogue.resolutions(item_id=item.id))
    own = _form(item.number or "")
    if (titled := _CODE.search(item.title or "")) and _form(titled[0]) != own:
        if resolutions:
            places = [at for one in resolutions if (at := item.text.locate(one.resolution.span.start)) is not None]
            ends = [at for one in resolutions if (at := item.text.locate(one.resolution.span.end - 1)) is not None]
            if places and ends:
                decided = " ".join(one.resolution.text for one in resolutions)
                yield _Found(titled[0], item, min(places), max(ends) + 1, decided)
        return
    starts = [(code, start) for code, start in _lines_with_codes(text) if _form(code) != own]
    for (code, start), end in zip(starts, [*(start for _, start in starts[1:]), len(text)], strict=False):
        paragraph = text.find("\n\n", start, end)
        stop = min(end, paragraph if paragraph > 0 and not _follows(text, paragraph) else end)
        yield _Found(code, item, start, stop, text[start:stop])


def _form(code: str) -> str:
    """How a code is made up, digits as 0: the minutes' own numbers are no applications."""
    return re.sub(r"\d+", "0", code)


def _lines_with_codes(text: str) -> Iterator[tuple[str, int]]:
    """Each code and where what is told of it begins: its line, or itself where the line has several."""
    last = -1
    for match in _CODE.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        yield match[0], match.start() if start == last else start
        last = start


def _follows(text: str, paragraph: int) -> bool:
    """Does the outcome stand in a paragraph of its own behind the application's ("RESOLVED: no objection")?"""
    after = text[paragraph:].lstrip()
    return any(rule.search(after[:60]) for rule in _OUTCOMES.values())
