"""The parts of an attendance record: which heading stands over which names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index_store.models import MappedText, Status
from index_store.parser.names import NAME, TITLE, Person, initials_fit, plural_title
from index_store.parser.people import Entry, read_entry, split_list
from index_store.parser.sentences import sentence_end

_HEADINGS: tuple[tuple[Status, str], ...] = (
    ("apologies", r"apologies(?: for (?:absence|non[- ]attendance))?(?: (?:were )?received)?(?: from)?|regrets|apologies received from|leithscéalta|with apologies"),
    ("absent", r"absent(?: with(?:out)? apolog(?:y|ies))?|not present|absentees|as láthair"),
    ("observer", r"observers?|observing"),
    ("in_attendance", r"(?:also )?in attendance|also (?:present|attending|in attendance)|officers?(?: present| in (?:support|attendance))?|officials?(?: present)?|staff(?: present| in attendance)?|guests?(?: speakers?)?|"
     r"others? (?:present|in attendance|attending)|visitors?|advis[eo]rs?(?: present)?|invited|by invitation|invitees|presenters?|speakers?|secretariat|"
     r"members of the public|public|press|clerk(?: to the (?:council|board))?|(?:minute|note)[- ]?(?:taker|secretary|clerk)|minutes(?: taken)?(?: by)?|minutes? secretary|ex[- ]officio|"
     r"non[- ]members|representatives|administration|support|oifigigh|i láthair freisin|attending|executive officers|council officers|other (?:members|councillors)(?: present| in attendance)?"),
    ("chair", r"(?:acting )?chair(?:man|woman|person)?|in the chair|presiding|convenor|convener|cathaoirleach|chaired by"),
    ("substitute", r"substitutes?(?: members?)?(?: present)?"),
    ("present", r"(?:those |members?(?: of the \w+)? |committee members |board members |councillors? |trustees |governors |voting members )?present(?: were)?|present (?:at the meeting|in person|virtually|remotely)|"
     r"attendance|attendees|attended|attending members|members?(?: attending| in attendance)?|councillors?|sederunt|i láthair|voting members|elected members|community councillors?|sederunt|participants?|roll call|committee"),
)  # fmt: skip
_HEADING = re.compile(
    r"^[ \t#>*_\-•]*(?:\d{1,2}\.?\s+)?(?:"
    + "|".join(f"(?P<{status}>{words})" for status, words in _HEADINGS)
    + r")(?P<more>[ \t]*\([^)\n]{0,40}\))?(?P<mark>[ \t*_]*(?:[:;–—]|\s-\s|:-)[:\-–,*_ \t]*|[ \t*_]*$|[ \t*_]{2,}|\s(?=[A-Z]))",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^[\s#*_>-]*(?:held |the meeting|meeting (?:opened|started|commenced|began)|minutes? of|agenda|items?\b|action|time|date|venue|location|quorum|welcome|"
    r"declarations?|resignations?|vacanc|introduction|commenced|started|signed|next meeting|circulation|distribution|copies to)",
    re.IGNORECASE,
)
_APOLOGISED = re.compile(
    r"(?:apolog(?:y|ies)(?: for (?:absence|non[- ]attendance|(?:their|his|her) absence|lateness))?[^.:\n]{0,80}?\b(?:from|on behalf of|for|by)\b(?: both)?:?\s*(?!absence|non)|"
    r"^\W*apologies(?: for absence)?\s*[:–-]+\s*)",
    re.IGNORECASE | re.MULTILINE,
)
_TAIL = re.compile(r",?\s+(?:who (?:was|were|had|is|are)|were (?:received|noted|accepted|recorded|submitted|given)|was (?:received|noted)|had (?:sent|given))\b.*$", re.DOTALL)
_SENT = re.compile(r"(?P<names>[A-Z][^.\n]{3,200}?) (?:had |have )?(?:sent|gave|given|tendered|submitted|offered|conveyed)(?: (?:their|his|her))? apologies", re.MULTILINE)


@dataclass(slots=True)
class Part:
    """One heading's names; ``entries`` hold the offsets of each entry and the people in it."""

    status: Status
    heading: str | None
    organisation: str | None = None
    entries: list[tuple[int, int, tuple[Entry, ...]]] = field(default_factory=list)


def parts_of(text: MappedText, title: str | None = None) -> list[Part]:
    """The attendance parts of a preamble or of a minute (``title`` given), in order."""
    parts = _headed(text.text)
    if title is not None and re.search(r"apolog|absen", title, re.IGNORECASE) and not parts:
        names = _plain_names(text.text)
        if names:
            return [Part("apologies", title, entries=names)]
    said = _said(text.text)
    return parts + ([] if any(part.status == "apologies" and part.entries for part in parts) else said)


def _headed(text: str) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for line in text.split("\n"):
        heading = _HEADING.match(line) if not _prose(line) else None
        if heading and _is_heading(line, heading):
            status: Status = heading.lastgroup if False else next(s for s, _ in _HEADINGS if heading.group(s))  # type: ignore[assignment]
            parts.append(Part(status, heading.group(status).strip()))
            _take(parts[-1], text, at + heading.end(), at + len(line))
        elif parts and not _STOP.match(line):
            _take(parts[-1], text, at, at + len(line))
        elif parts and _STOP.match(line):
            parts.append(Part("present", None))
            parts.pop()
        at += len(line) + 1
    return [part for part in parts if part.entries]


def _prose(line: str) -> bool:
    return bool(re.search(r"\b(?:was|were|had|has|have|would|will|reported|attended|apologised|welcomed)\b", line)) and not re.match(r"^\W*(?:present|apologies|in attendance)[^a-z]*:", line, re.IGNORECASE)


def _is_heading(line: str, match: re.Match[str]) -> bool:
    """A heading stands alone, has a colon or a wide gap, or stands in capitals before names."""
    mark = match.group("mark")
    if ":" in mark or not line[match.end() :].strip() or "  " in mark or "–" in mark:
        return True
    words = line[: match.start("mark")].strip(" #*_>-•")
    return words.isupper() or match.group("present") is not None and words.lower() == "present"


def _take(part: Part, text: str, start: int, end: int) -> None:
    """Reads the names of ``text[start:end]`` into ``part``: initials in columns, a comma run, or one entry."""
    line = text[start:end]
    if not line.strip(" .,:;*_-–"):
        return
    columns = _columns(line)
    if columns:
        part.entries += [(start + a, start + b, (entry,)) for a, b, entry in columns]
        return
    entries = read_entry(line.lstrip(" -*•·>"))
    pieces = _run(line)
    if len(pieces) > max(1, len(entries)) and not (entries and entries[-1].role):
        part.entries += [(start + a, start + b, found) for a, b, found in pieces]
    elif entries:
        lead = len(line) - len(line.lstrip(" -*•·>\t"))
        part.entries.append((start + lead, end, entries))
    elif pieces:
        part.entries += [(start + a, start + b, found) for a, b, found in pieces]


_COLUMN = re.compile(
    rf"(?P<name>(?:(?:{TITLE})\.?\s+)*(?:{NAME.pattern}))(?:\s*\((?P<bracket>[^)]*)\))?\s+\(?(?P<initials>[A-Z][A-Za-z]{{1,3}})\)?(?=\s|$|,)"
)


def _columns(line: str) -> list[tuple[int, int, Entry]]:
    """Names each followed by their initials, two or more to a line ("Rob Boyd (Chair) RB Kenny Combe KC")."""
    found = []
    for match in _COLUMN.finditer(line):
        name, initials = " ".join(match.group("name").split()), match.group("initials")
        described = read_entry(f"{name} ({match.group('bracket')})" if match.group("bracket") else name)
        if len(described) == 1 and initials_fit(initials, described[0].person.name):
            found.append((match.start(), match.end(), _with_initials(described[0], initials)))
    covered = sum(b - a for a, b, _ in found)
    return found if found and covered >= 0.6 * len(line.strip()) else []


def _with_initials(entry: Entry, initials: str) -> Entry:
    return Entry(entry.person, entry.status, entry.role, entry.organisation, entry.note, initials, entry.substitute_for, entry.substituted_by)


def _run(line: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """The people of a comma run, with offsets; a piece that names nobody describes the one before it."""
    found: list[tuple[int, int, tuple[Entry, ...]]] = []
    at, title = 0, plural_title(line.strip())
    for piece in split_list(line):
        start = line.index(piece, at)
        at = start + len(piece)
        title = plural_title(piece) or title
        entries = read_entry(piece) or (read_entry(f"{title} {piece}") if title else ())
        if entries:
            found.append((start, at, entries))
        elif found:
            first, _, (last,) = found[-1][0], found[-1][1], found[-1][2][-1:]
            described = read_entry(f"{_print(last.person)} – {piece}")
            if described and len(piece) < 80:
                found[-1] = (first, at, (*found[-1][2][:-1], _add(last, described[0])))
    return found


def _print(person: Person) -> str:
    return f"{person.title} {person.name}" if person.title else person.name


def _add(entry: Entry, more: Entry) -> Entry:
    return Entry(
        entry.person,
        entry.status or more.status,
        entry.role or more.role,
        entry.organisation or more.organisation,
        entry.note or more.note,
        entry.initials,
        entry.substitute_for or more.substitute_for,
        entry.substituted_by or more.substituted_by,
    )


def _plain_names(text: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """Names that are all an apologies item says ("Ian Logan (IL), John Slater")."""
    part = Part("apologies", None)
    for match in re.finditer(r"[^\n]+", text):
        if not _prose(match.group()):
            _take(part, text, match.start(), match.end())
    return part.entries


def _said(text: str) -> list[Part]:
    """Apologies told in a sentence ("Apologies were received from…")."""
    stretches = []
    for match in _APOLOGISED.finditer(text):
        line = text.find("\n", match.end())
        stop = min(sentence_end(text, match.end()), line if line >= 0 else len(text))
        stretches.append((match.end(), stop))
    stretches += [match.span("names") for match in _SENT.finditer(text)]
    found = []
    for start, stop in stretches:
        words = _TAIL.sub("", text[start:stop])
        entries = [(start + a, start + b, people) for a, b, people in _run(words)]
        if entries:
            found.append(Part("apologies", None, entries=entries))
    return found
