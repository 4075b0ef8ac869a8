"""Runs of people in one line: commas, semicolons, "and"."""

from __future__ import annotations

import re

from index_store.parser.cues import cued
from index_store.parser.descriptions import CHAIRING, Entry, describe
from index_store.parser.held_posts import held_run, whole_posts
from index_store.parser.lost_commas import with_commas
from index_store.parser.names import WORD, Person, initials_fit, plural_title, read_person, split_title
from index_store.parser.neighbours import Run, apart, sharing, with_office
from index_store.parser.office_labels import labelled_run
from index_store.parser.office_runs import office_run
from index_store.parser.people import DASH, find_dash, read_entry
from index_store.parser.roles import is_description, is_idle, mask, names_role, split_list, unbracketed
from index_store.parser.side_by_side import with_semicolons

_PLURAL = re.compile(
    r"(?:(?:Parish|Town|Community|District|Borough|County|City|Ward) )?"
    r"(?:Cllrs|Councillors|Aldermen|Messrs|Members|Residents|Visitors|Guests|Officers|Public):\s*"
)
_KIND_DASH = re.compile(
    r"\s*(?:Aldermen|Councillors|Cllrs|Members|Messrs|Residents|Visitors|Guests|Officers|Public)( [–—-])(?= )"
)
_KIND_COMMA = re.compile(r"\b(Councillors|Cllrs), (?=[A-Z][\w’'-]+,)")
_TOLD = re.compile(
    r"(?<=[a-z)])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bCllr)(?<!\bCllrs)(?<!\bRev) ?\.\s+"
    r"(?:(?:The|There|It|Apolog(?:y|ies)|An apology|Papers|Meeting (?:was )?(?:chaired|opened))\b|"
    r"[A-Z][^.]*\b(?:was|were|has|had|have|sent|gave|"
    r"reported)\b).*$"
)
"""What a list says in sentences behind the names."""
_HALVES = re.compile(
    rf"(?P<whole>\b(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b\.? (?:[A-Z]\.? ){{1,3}}{WORD})- "
    rf"(?P<half>{WORD})(?=\s*(?:[,;.]|$))"
)
"""A surname broken behind its hyphen: "Councillor A Ash- Birch"."""
_PRESIDES = re.compile(r"(?<=[a-zA-Z])(?<![Ll]eas)(?<!LEAS)(?<!\bAn)(?<!\bAN) (?=(?i:cathaoirleach)\s*(?:[,;]|$))")
"""Between a name and the chair's Irish title: "Cllr P. Ash Cathaoirleach, B. Birch"."""
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Co?mhlr|Alderman|Mayor)\b")
_COUNCILLOR = re.compile(r"\W*(?:and )?(?:Cllr|Councillor)\b")
"""A title of his own, with which what stands behind the dash is of him alone."""
_LEADING = " -*†‡•·>\t"
_WORSHIP = re.compile(
    r"\b(?:(?:His|Her) Worship|The Right (?:Worshipful|Honourable)),? (?:the )?(?=(?:Deputy |Lord )?Mayor\b)|"
    r"\bThe (?=(?:Deputy |Lord )?Mayor,? (?:Cllr|Councillor)\b)|"
    r"\b(?!The|Also|And)[A-Z][a-z]{3,}(?= (?:Borough|District|City|County) (?:Councillors?|Cllrs?)\.? [A-Z])|"
    r"\b(?:Whole|Part) of (?:the )?meeting\s*[:–-]\s*(?=[A-Z])|"
    r"\b(?:Added|Co-opted|Independent|Lay|External|Magistrate|Non-voting) Members:? "
    r"(?=(?:Mrs?|Ms|Miss|Dr|Rev|Professor|Canon)\b)"
)
"""What stands before a title and is none: how somebody is addressed, whose councillor, which members."""
_WARD = re.compile(r"\s*(?:[A-Z]{3,}[ -]){1,4}(?=(?:Comhairleoirí|Councillors|Cllrs)\b)")
"""The ward before its councillors: "NORTH EAST Councillors A. Ash, B. Birch"."""
_BEFORE_TITLE = ("Worship", "Right Honour", " meeting", "The ", " Members", "orough C", "istrict C", "ity C", "ounty C")
_NEXT_TITLED = re.compile(
    r"(?<=[a-z]{3})(?<!Cllr)(?<!Cllrs)(?<!Councillor)(?<!Prof)\."
    r"(?= (?:(?:Mr|Mrs|Ms|Miss|Dr)\b\.? [A-Z]|(?:District|County|Borough) [Cc]ouncillors? [A-Z]))"
)
"""A full stop between two people with titles, where a comma or semicolon should be."""
_KINDS = re.compile(
    r"(?<=[a-zA-Z)])(?<!\bCounty)(?<!\bCity)(?<!\bBorough)(?<!\bDistrict)(?<!\bParish)(?<!\bTown)(?<!\bCommunity)"
    r"(?<!\bWard)(?<!\bOther)(?<!\bMayor)(?<![ ,][a-z]{3})(?<![ ,][a-z]{4}) "
    r"(?=(?:Aldermen|Councillors|Cllrs) [A-Z][^,;:]{2,40}(?:,| and ))"
)
"""Between two kinds of members, where no stop stands: "Alderman A Ash Councillors B Birch, C Clay"."""
_PART = re.compile(r"(?:(?<=;)\s*(?:and|&)\s+)?(?P<part>[^;]+)")
_SURNAME = re.compile(rf"(?:[A-Z]\.? ?){{0,3}}{WORD}(?: {WORD})?")
_AND = re.compile(r"\s*(?:and\s+)?")
_WITH_INITIAL = re.compile(rf"(?:[A-Z]\. ?){{1,3}}{WORD}\W*$")
_WITH_LETTERS = re.compile(r"(?P<who>[A-Z][^()]+) \((?P<letters>[A-Z]{2,4})\)")
_INITIAL = re.compile(r"[A-Z]\.? ?[A-Z]")
_CROWD = re.compile(
    r"\.\s+(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|no|there were|approximately|members)\b"
    r"[^.]{0,40}\b(?:public|press|residents?|parishioners?|electors?)\b.*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:^|[,;]?\s+)(?:(?:there w(?:ere|as)|together with|along with|plus|and|&|with)\s+)?(?:(?:(?:about|over|"
    r"approximately)\s+)?(?:\d+|an?|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|"
    r"no)\s+(?:other\s+)?(?:members?\s+of\s+(?:the\s+)?|local\s+)?"
    r"(?:public|press|residents?|parishioners?|electors?|villagers?|guests)|members\s+of\s+(?:the\s+)?public[ :–-]*\d*|"
    r"public\s*[:–-]\s*(?:\d+|one|two|three|four|five|six|none))\b"
    r"(?:\s+w(?:ere|as)\s+(?:also\s+)?(?:present|in attendance))?",
    re.IGNORECASE,
)
"""Company that is not named, in the middle or at the end of a list: "together with 3 members of the public"."""
_COMPANY = ("public", "press", "resident", "parishioner", "elector", "villager", "guests")
_INITIALLED = re.compile(r"(?:^|[,)] |and )[A-Z]\.? [A-Z][\w’'-]+(?= \(|,| and|$)")
_LAST = re.compile(r"(?<= and )([A-Z]\.? [A-Z][\w’'-]+) (?=[A-Z][a-z]+ [A-Z][\w’'-]+,)")
"""The last of a list of initials and surnames, with somebody else right behind: "and B Birch Ann Other, Clerk"."""
_COLON = re.compile(r":(?=\s+(?:[A-Z]\. ?[A-Z][a-z]|(?:Mrs?|Ms|Miss|Dr|Cllr)\b))")
"""A colon between two people: "A. Ash - Chairman: B. Birch"."""
_LETTERED = _COUPLE = 2
_LETTERS = re.compile(r"(?<=[A-Z]\))\.?\s+(?=[A-Z])")
"""What parts people whose initials stand in brackets behind them: "Ann Ash, Chair (AA) Bob Birch (BB)"."""
_TOGETHER = re.compile(r"\s+(?:together|along) with\s+", re.IGNORECASE)
"""What ends a list with people who are not named: "3 members of the public"."""


def read_run(line: str, title: str | None = None) -> Run:
    """The people of a list entry or a comma run, with offsets.

    A piece that names nobody describes the one before it. ``title`` goes for names printed without one, so that lone
    surnames count behind "Cllrs" or under "Councillors".
    """
    kind = _KIND_DASH.match(line) if "–" in line or " - " in line or "—" in line else None
    if kind:
        line = f"{line[: kind.start(1)]}: {line[kind.end(1) :]}"
    if line[:3].isupper() and (ward := _WARD.match(line)):
        return [(ward.end() + a, ward.end() + b, people) for a, b, people in read_run(line[ward.end() :], title)]
    if ":" in line and (labelled := labelled_run(line, lambda words: read_run(words, title))):
        return labelled
    line = with_semicolons(_parted(_mended(line)))
    if run := held_run(line, lambda words: read_run(words, title)) or office_run(line):
        return run
    parts = [found.span("part") for found in _PART.finditer(mask(line))] if ";" in line else []
    if len(parts) > 2 or (len(parts) == 2 and all(read_entry(line[a:b]) for a, b in parts) and "," in line):
        parts = [(a + len(line[a:b]) - len(_AND.sub("", line[a:b], 1)), b) for a, b in parts]
        return [(a + start, a + end, people) for a, b in parts for start, end, people in read_run(line[a:b], title)]
    bare = line.lstrip(_LEADING)
    lead = len(line) - len(bare)
    pieces = _pieces_of(line, title)
    if len(pieces) > 1 and not (_is_entry(bare) and read_entry(bare)):
        return apart(line, pieces)
    whole = read_entry(bare)
    if title and len(whole) == 1 and whole[0].person.title is None:
        whole = (whole[0]._replace(person=Person(whole[0].person.name, title)),)
    return [(lead, len(line.rstrip()), whole)] if whole else pieces


def _mended(line: str) -> str:
    """The line with stops and hyphens where they belong and commas for what is told of others; offsets stay."""
    if "athaoirleach" in line or "CATHAOIRLEACH" in line:
        line = _PRESIDES.sub(",", line)
    if " . " in line:
        line = line.replace(" . ", ".  ")
    if "- " in line:
        line = _HALVES.sub(_joined, line)
    line = with_commas(line)
    if cued(line, _BEFORE_TITLE):
        line = _WORSHIP.sub(_parting, line)
    if ". " in line:
        line = _TOLD.sub("", _CROWD.sub("", line))
    if line.count(" /") > 1 and all(map(read_entry, line.strip(" /").split(" / "))):
        line = line.replace(" /", " ;")
    if "Councillors, " in line or "Cllrs, " in line:
        line = _KIND_COMMA.sub(r"\1. ", line)
    if " Councillors " in line or " Aldermen " in line or " Cllrs " in line:
        line = _KINDS.sub(";", line)
    if ". M" in line or "ouncillor" in line:
        line = _NEXT_TITLED.sub(";", line)
    if cued(line.lower(), _COMPANY):
        line = _OTHERS.sub(_comma, line)
    if " and " in line and _LAST.search(line) and len(_INITIALLED.findall(line)) > 1:
        line = _LAST.sub(r"\1,", line)
    if " with" in line.lower():
        line = _TOGETHER.sub(_comma, line)
    return line


def _parted(line: str) -> str:
    """The line with semicolons for the colons and brackets that part its people."""
    for colon in _COLON.finditer(line) if ":" in line else ():
        if read_entry(line[: colon.start()].rsplit(",", 1)[-1]):
            line = f"{line[: colon.start()]},{line[colon.end() :]}"
    if ":" in line and line.count(":") > 1 and all(read_entry(part) for part in line.split(":")):
        line = line.replace(":", ";")
    if line.count(")") >= _LETTERED and len(_LETTERS.findall(line)) >= _LETTERED and line.count("),") < _LETTERED:
        line = _LETTERS.sub(lambda found: ";".ljust(len(found[0])), line)
    return line


def _is_entry(line: str) -> bool:
    """Whether a line is one entry, its description behind a dash after three people at most, and no run of people."""
    pieces = split_list(line)
    dashes = [number for number, piece in enumerate(pieces) if find_dash(mask(piece))]
    if len(dashes) != 1 or dashes[0] > 2 or (dashes[0] and _COUNCILLOR.match(pieces[dashes[0]])):
        return False
    seated = any(CHAIRING.match(part.strip()) for part in DASH.split(pieces[dashes[0]])[1:])
    if any(_by_letters(piece) for piece in pieces[dashes[0] + 1 :]):
        return False
    others = [read_person(unbracketed(piece)) for piece in pieces[dashes[0] + 1 :]]
    named = [one for one in others if one is not None]
    if seated and len(named) > 1 and len(named) >= 0.7 * len(others):
        return False
    return not any(one.title is not None or _INITIAL.match(one.name) for one in named)


def _by_letters(piece: str) -> bool:
    """Whether a piece is somebody with the initials in brackets: "Ann Ash (AA)"."""
    found = _WITH_LETTERS.match(piece)
    return found is not None and initials_fit(found["letters"], found["who"].strip())


def _shared_title(pieces: list[str]) -> str | None:
    """ "Councillor", printed once before a list of surnames: "Councillor Ash (Chair), Birch (Deputy Chair), Clay"."""
    own, _ = split_title(pieces[0]) if pieces else (None, "")
    if own not in ("Councillor", "Cllr", "Alderman") or len(pieces) < 3 or plural_title(pieces[0]):
        return None
    others = [unbracketed(piece).strip(" ,.;") for piece in pieces[1:]]
    lone = [other for other in others if _SURNAME.fullmatch(other) and not names_role(other)]
    return own if 2 * len(lone) > len(pieces) else None


def _office_led(line: str, last: tuple[int, int, tuple[Entry, ...]]) -> bool:
    """Whether the entry read last gave an office before the name, so that a further office is the next one's."""
    start, _, people = last
    role, rest = people[-1].role, line[start:]
    return role is not None and rest.startswith(role) and rest[len(role) :].lstrip().startswith(people[-1].person.name)


def _joined(found: re.Match[str]) -> str:
    """A surname of two parts without the space behind its hyphen, which goes to its end; a role stays apart."""
    return found[0] if names_role(found["half"]) else f"{found['whole']}-{found['half']} "


def _parting(found: re.Match[str]) -> str:
    """Blanks for what is said of somebody, with a semicolon where it follows somebody else without a stop."""
    before = found.string[: found.start()].rstrip()[-1:]
    return (";" if before.isalpha() or before == ")" else "").ljust(len(found[0]))


def _comma(found: re.Match[str]) -> str:
    return "," + " " * (len(found[0]) - 1)


def _describes(entry: Entry, piece: str) -> bool:
    """Whether words like a name go on describing somebody with a title, in a list of people with titles."""
    return entry.person.title is not None and not ("(" in piece or "Esq" in piece or _WITH_INITIAL.match(piece))


def _pieces_of(line: str, title: str | None) -> Run:
    found: Run = []
    told: dict[int, int] = {}
    at, opened, last_join, lead = 0, False, "", len(line) - len(line.lstrip(_LEADING))
    lone: tuple[int, int, str] | None = None
    named = False
    pieces = whole_posts(split_list(line), line)
    shared = _shared_title(pieces)
    for piece in pieces:
        start = line.index(piece, at)
        join, at = line[at:start], start + len(piece)
        title = None if "and" in last_join and "and" not in join else title
        own = split_title(piece)[0]
        title = plural_title(piece) or shared or (title if own is None or _COURTESY.match(own) else None)
        last_join = "" if plural_title(piece) else join
        bare = piece[headed.end() :] if (headed := _PLURAL.match(piece)) else piece
        entries = (read_entry(f"{title} {bare}") if title and own is None else ()) or read_entry(bare)
        if title and own is None and entries and (entries[0].role or "").startswith(f"{title} "):
            entries = (entries[0]._replace(role=(entries[0].role or "").removeprefix(f"{title} ")), *entries[1:])
        if found and CHAIRING.match(unbracketed(piece).strip()):
            entries = ()
        opened = opened or not found and is_description(piece)
        if entries and own is None is title and len(found) - 1 in told and _describes(found[-1][2][-1], piece):
            entries = ()
        entries = entries or with_office(piece, found)
        if entries and lone and join.strip() in ("and", "&") and (other := sharing(lone[2], entries[0], found)):
            found.append((lone[0], lone[1], (other,)))
        if entries and not found and not opened and start > lead + 2 and not entries[0].person.title:
            continue
        lone = (start, at, piece) if not entries and (named or len(pieces) == _COUPLE) else None
        named = bool(entries)
        if entries:
            found.append((start, at, entries))
        elif found and len(piece) < 80 and not is_idle(piece) and not _office_led(line, found[-1]):
            told.setdefault(len(found) - 1, start)
            found[-1] = (found[-1][0], at, found[-1][2])
    for number, start in told.items():
        first, end, people = found[number]
        found[number] = (first, end, (*people[:-1], describe(people[-1], line[start:end])))
    return found
