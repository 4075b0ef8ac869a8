"""What the text of a minute gives somebody to do: "AM to write to the ferry company", "Justin will reach out"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from assistant.people import plain_name
from assistant.sentences import Layout, lay_out
from assistant.terms import words_of
from index_store.held import HeldAttendee, HeldItem

_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w'’-]+){0,2}"
_MUST = (
    r"(?:to|will|shall|should|must|needs? to|ha(?:s|ve) to|(?:has |have )?(?:agreed|undertook|undertaken|offered"
    r"|volunteered|promised) to|(?:is|are|was|were|has been|have been) (?:(?:asked|tasked|instructed|requested|due)"
    r" )?to|(?:said|replied|confirmed|stated) (?:that )?(?:he|she|they) would(?= (?:write|circulate|provide|send|share"
    r"|bring|arrange|check|look into|find out|supply|ask|raise|report|speak|contact|pass|forward)\b))"
)
_TASK = (
    r"(?<![\w'’-])(?:{names})(?![\w'’-])"
    rf"(?:\s*(?:,|&|/|and)\s*{_NAME})*"
    rf"(?:\s+(?:also|still|then|now|both|each|virtually|kindly))*\s+{_MUST}\s+(?!be\b|have\b)[a-z]"
)
#: "Seconded by Jan Dillon to approve the minutes" is no task of hers.
_MOVES = re.compile(r"\b(?:by|second(?:ed)?|moved):?\s+(?:[A-Z][\w.'’-]*\s+){0,2}$")
_BEFORE = 50
_ANYBODY = re.compile(_TASK.replace("{names}", _NAME))
_HEADING = re.compile(
    r"^\W*(?:[\w'’]+ ){0,3}?(?:action(?:s| items?| points?| list)?|to-?do(?: list)?|tasks|next steps"
    r"|(?:job )?duties|jobs)"
    r"(?: (?:items|points|arising|agreed|required))?\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of a minute's text that gives somebody something to do."""

    item: HeldItem
    start: int
    end: int


def called(people: Sequence[HeldAttendee], names: Collection[str], roles: Iterable[str] = ()) -> tuple[str, ...]:
    """What the minutes may call those of ``names``: in full, by surname, by a first name that is theirs alone, by
    initials; those of ``roles`` go by their office."""
    held = {one.attendee.name for one in people} | set(names)
    firsts = [plain_name(name).split()[0] for name in held if len(plain_name(name).split()) > 1]
    out = [role.title() for role in roles]
    for name in names:
        words = name.split()
        folded = plain_name(name).split()
        out += [name, words[-1]]
        if len(folded) > 1 and len(folded[0]) > 2 and firsts.count(folded[0]) == 1:
            out.append(words[-len(folded)])
        out += [one.attendee.initials for one in people if one.attendee.name == name and one.attendee.initials]
    return tuple(dict.fromkeys(out))


def tasks_of(items: Iterable[HeldItem], said: Sequence[str]) -> list[Told]:
    """Every sentence, or line of a table, that gives those who are called ``said`` something to do."""
    if not said:
        return []
    names = "|".join(re.escape(one) for one in sorted(said, key=len, reverse=True))
    rule = re.compile(_TASK.replace("{names}", names))
    found = []
    for item in items:
        layout, last = lay_out(item.text.text), -1
        for match in rule.finditer(item.text.text):
            if _MOVES.search(item.text.text, max(0, match.start() - _BEFORE), match.start()):
                continue
            start, end = _stretch(item.text.text, layout, match)
            if start >= last:
                found.append(Told(item, start, end))
                last = end
    return found


def about(told: Sequence[Told], topic: Collection[str]) -> list[Told]:
    """Those that stand in, or under, the part of the minute that speaks of the ``topic`` (stems)."""
    out = []
    for item in dict.fromkeys(one.item for one in told):
        if place := _part(item, topic):
            out += [one for one in told if one.item == item and place[0] <= one.start < place[1]]
    return out


def headed_lists(items: Iterable[HeldItem]) -> list[Told]:
    """The lists that stand under a heading of actions."""
    found = []
    for item in items:
        layout = lay_out(item.text.text)
        if _HEADING.match(item.title or "") and item.text.text.strip():
            found.append(Told(item, 0, len(item.text.text.rstrip())))
            continue
        for at, block in enumerate(layout.blocks):
            if not _HEADING.match(item.text.text[block.start : block.end]):
                continue
            under = [one.end for one in layout.blocks if at in (one.heading, one.lead)]
            if under:
                found.append(Told(item, block.start, max(under)))
    return found


def listed_for(items: Iterable[HeldItem], said: Sequence[str]) -> list[Told]:
    """The sentences of lists under a heading of actions that name those who are called ``said``."""
    if not said:
        return []
    names = re.compile(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, said))})(?![\w'’-])")
    found = []
    for one in headed_lists(items):
        text = one.item.text.text
        inside = (held for held in lay_out(text).sentences if one.start <= held.start < one.end)
        found += [Told(one.item, held.start, held.end) for held in inside if names.search(text, held.start, held.end)]
    return found


def _stretch(text: str, layout: Layout, match: re.Match[str]) -> tuple[int, int]:
    """The sentence; of a table of columns the line and the rest of its cell in the next."""
    low, high = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    high = len(text) if high < 0 else high
    if "\t" in text[low:high]:
        following = text.find("\n", high + 1)
        whole = re.search(r"[.;:!?]\s*$", text[low:high]) or not text[high : high + 2].strip()
        return low, high if whole else following if following > 0 else len(text)
    at = layout.at(match.start())
    if at is None:
        return low, high
    sentence = layout.sentences[at]
    return sentence.start, sentence.end


def _part(item: HeldItem, topic: Collection[str]) -> tuple[int, int] | None:
    """The block that has most of the topic with what is listed under it; the minute where its title has the topic."""
    text, wanted = item.text.text, set(topic)
    if wanted <= {word.stem for word in words_of(item.title or "")}:
        return 0, len(text)
    layout = lay_out(text)
    scored = [(len(wanted & _stems(text[one.start : one.end])), -at) for at, one in enumerate(layout.blocks)]
    best, at = max(scored, default=(0, 0))
    if best * 3 < len(wanted) * 2:
        return None
    block = layout.blocks[-at]
    mark = text[block.start : block.content].strip()
    peers = [one.start for one in layout.blocks[-at + 1 :] if text[one.start : one.content].strip() == mark]
    return block.start, peers[0] if peers and mark else len(text) if mark else _with_tasks(text, layout, -at)


def _with_tasks(text: str, layout: Layout, at: int) -> int:
    """The end of a paragraph with those right below it that only give somebody something to do."""
    end = layout.blocks[at].end
    for block in layout.blocks[at + 1 :]:
        if not _ANYBODY.match(text, block.content, block.end):
            break
        end = block.end
    return end


def _stems(text: str) -> set[str]:
    return {word.stem for word in words_of(text)}
