"""Which body met, as its minutes print it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from index_store.parser.wording import has_verb, title_case

_NOUN = (
    r"(?:Council|Committee|Sub-?Committee|Board|Panel|Group|Cabinet|Executive|Forum|Partnership|Trust|Authority|"
    r"Commission|Governors|Assembly|Governing Body|"
    r"Trustees|Association|Working Party|Task (?:and Finish )?Group|Task Force|Taskforce|Court|Senate|Society|"
    r"Directors|Municipal District|Electoral Area|Network|Federation|Team|Steering Group|Club|Joint Committee)"
)
_BODY = re.compile(rf"\b{_NOUN}s?\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:minutes?|notes?|record|proceedings|report)\b[^.\n]{0,40}?\b(?:of|from|for)\s+(?:(?:the|a|an|their|"
    r"its)\s+)?(?P<sort>(?:[\w-]+\s+){0,4}?)meeting\s+(?:of|for)\s+(?:the\s+)?(?P<body>.+?)"
    r"(?=,?\s+(?:held|which|on|at|convened|commencing|duly|meeting)\b|[.;:\n]|$)",
    re.IGNORECASE | re.DOTALL,
)
_MEETING = re.compile(
    r"\b(?:at\s+an?\s+)?(?:[\w-]+\s+){0,2}?meeting\s+of\s+(?:the\s+)?(?P<body>[^.\n]+?)(?=,?\s+(?:held|was|which|on|at|"
    r"convened|commencing|duly)\b|[.;:\n]|$)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"^\W*(?:(?:draft|unconfirmed|approved|final) )?(?:minutes|notes)\s+(?:of|"
    r"for)\s+(?:the\s+)?(?P<body>[^\n]+?)(?=\s+(?:held|meeting|on|at)\b|\s*[-–,:]\s|\n|$)",
    re.IGNORECASE | re.MULTILINE,
)
_COUNCIL = re.compile(
    r"\b(?:County|City|Borough|District|Town|Parish|Community|Metropolitan|Unitary|Regional|Combined|"
    r"London Borough of \w+|Municipal) (?:Borough )?Council\b|\bCouncil\b|\b(?:City|Town|Township|Municipality|"
    r"District|County|Borough) of\b",
    re.IGNORECASE,
)
_PROPER = re.compile(r"\b(?!The |This |Our |That |All |Each |Some )(?:[A-Z][\w’'-]+ ){1,5}Council\b")
_ACRONYM = re.compile(
    r"(?<![A-Z] )\b(?!FINAL|DRAFT|AGM|EGM|THE|COPY|MINUTES|NOTES|JUNE|JULY)(?P<name>[A-Z]{3,8})\b[ _-]{1,3}(?:[Mm]eeting|"
    r"[Mm]inutes|MINUTES|MEETING)"
)
_ALIAS = re.compile(r"\s*\(\s*[“\"'‘]?(?:the\s+)?[“\"'‘]?([A-Z][A-Za-z&/]{1,11})[”\"'’]?\s*\)|\s*\([^)]*\)")
_NTH = (
    r"(?:\d+(?:st|nd|rd|th)|(?:[a-z]+[-\s])?(?:first|second|third|fourth|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|[a-z]+teenth|[a-z]+tieth|twelfth|eleventh))"
)
_TRIM = re.compile(
    r"^\W*(?:(?:draft|unconfirmed|confirmed|final|approved|the)\s+)*(?:minutes?|"
    r"notes?)?\s*(?:of\s+)?(?:the\s+)?(?:proceedings\s+of\s+(?:the\s+)?)?|"
    rf"[\s,–:-]*(?:\b(?:(?:the )?{_NTH}(?= meeting)|draft|unapproved|confirmed|minutes?|notes?|(?:annual |ordinary |"
    rf"special |extraordinary |general |monthly |public |full |open )*(?:general )?meetings?|agenda|"
    rf"held|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{{1,2}}(?:st|nd|rd|"
    rf"th)? [a-z]{{3,9}} \d{{4}})\b[\s,.:–-]*)+.*$",
    re.IGNORECASE,
)


_FIELD = re.compile(
    r"^\W*(?:name of (?:meeting|body|committee)|committee|meeting|body|board|group|title)\b\W{0,3}[:|"
    r"]\W*(?P<body>[^\n|]+)",
    re.IGNORECASE | re.MULTILINE,
)
_SORT = (
    r"(?:regular|ordinary|special|monthly|quarterly|annual|statutory|extraordinary|emergency|inaugural|revised|amended|"
    r"adjourned|public|virtual|electronic|hybrid|budget|budgetary)"
)
_BARE = re.compile(
    rf"(?:(?:the|full|{_SORT}|general|county|city|borough|district|town|township|village|"
    r"parish|community|municipal) )*(?:council|board|committee|governing body)",
    re.IGNORECASE,
)
_SORTED = re.compile(
    rf"^(?:{_SORT}\s+)+(?=(?:(?:city|town|township|parish|county|borough|district|community|municipal|village) )?"
    rf"(?:council|(?:trust )?board)$)|(?<=council)(?:\s+{_SORT})+$",
    re.IGNORECASE,
)
"""The sort of meeting before or behind a body's name: "Monthly Council", "City Council Regular"."""
_PLACED = (
    r"(?:the )?(?:corporation of the )?(?:united |united counties |regional |rural |district )?(?:city|town|township|"
    r"municipality|district|county|counties|borough|village|municipal district) of (?:the )?"
)
_PLACE = re.compile(rf"^\W*({_PLACED}[^\n,–-]+)$", re.IGNORECASE | re.MULTILINE)
_WIDER = re.compile(
    r".*\b(?:Partnership|Trust|Association|Authority|Federation|University|Commission|Alliance|Company|Consortium|"
    r"Society|College|School|Academy)s?(?: of .*)?$",
    re.IGNORECASE,
)
_NARROWER = re.compile(
    r"(?:[A-Z][\w’'&-]*,? |and |of |the )*(?:Group|Committee|Sub-?[Cc]ommittee|Sub-?[Gg]roup|"
    r"Board|Panel|Executive|Forum|Cabinet|Working Party|Governors|Trustees|Governing Body)(?: of the Whole)?",
    re.IGNORECASE,
)


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTHS = re.compile(rf"\s(?:draft )?{_MONTH}(?: \w+)*$", re.IGNORECASE)
_LEADING = re.compile(
    rf"^(?:(?:(?:the |our )?(?:record|minutes|notes|report) (?:of|from)|the|an?|to|for|from|of|last|latest|recent|"
    rf"(?:month|year)[’']?s|virtual|{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)|(?:19|20)\d\d)\s+)+",
    re.IGNORECASE,
)
_ANNUAL = re.compile(
    r"^(?:(?:annual|extraordinary|virtual|ordinary|monthly|emergency|adjourned|inaugural|statutory)\s+)+"
    r"(?=[A-Z].*\bcouncil$)|"
    r"(?<=\s)(?:(?:annual|extraordinary|virtual|ordinary)\s+)+(?:general\s+)?"
    r"(?=(?:(?:parish|town|community|city|borough|district|county|village)\s+)*council$)",
    re.IGNORECASE,
)
"""The sort of meeting inside a council's name: "Marl Annual Parish Council"."""
_BEHIND = re.compile(rf"(?<=council)\s+(?:planning|{_MONTH}|\(.*)$", re.IGNORECASE)
_ELECTORS = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*\s+){1,6})(?:(?i:annual)\s+)?(?P<what>Parish|PARISH|Town|TOWN|Community|COMMUNITY)\s+"
    r"(?:(?i:annual)\s+)?(?:(?i:meeting)|(?i:assembly))\b"
)
_SHORT_NAME = re.compile(
    r"\b(?P<name>(?:(?!Minutes|Meeting|Draft|The|From|Notes|Of)[A-Z][\w’'-]+ ){1,4})(?P<kind>PC|TC)\b"
)
_CALLED = re.compile(
    r"(?:(?:minutes|notes) of (?:the |an? )?)?(?P<name>(?:(?!(?i:minutes|meeting|draft|approved|final|annual|monthly|"
    r"regular|special|ordinary|general|agenda|action|committee|public|held|the|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\b)[A-Z][\w’'&-]* ?){2,6})"
    r"(?:(?i:meeting) )?(?i:minutes|notes|meeting)(?: (?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day).*)?"
)
_OF_BUSINESS = re.compile(r"^\d+[./]|\b(?:Cllrs?|Mr|Mrs|Clerk to)\b|[a-z]\. |(?i:reports?): ")
_ELSE = re.compile(r"\b(?:was|were|held at|present)\b", re.IGNORECASE)
_VENUE = re.compile(r"\b(?:chambers?|hall|offices?)\b", re.IGNORECASE)
_NAMED_LAST = re.compile(rf"\b{_NOUN}$", re.IGNORECASE)
_SOCIETY = re.compile(r"(?!(?i:.*\b(?:minutes?|meeting|notes?|agenda|draft|page|present)\b))[A-Z][^\d\n:]{5,80}")


@dataclass(frozen=True, slots=True)
class BodyName:
    """Body and council as printed, without what stands in brackets; abbreviations in brackets are aliases."""

    body: str | None
    council: str | None = None
    aliases: tuple[str, ...] = ()


def read_body(head: str, region: str, title: str, path: str) -> BodyName:
    """The body that met, from the head of its minutes, else from a front-matter title, else from the file's name."""
    said = _said(head)
    lines = _lines(head)
    councils = (line for line in lines if _COUNCIL.search(line) and not _BARE.fullmatch(line))
    council = next((line for line in councils if not re.search(r": |, ", line)), None)
    field = _FIELD.search(head)
    printed = (
        (field.group("body") if field and _BODY.search(field.group("body")) else None)
        or said
        or _own_line(lines)
        or _electors(head)
        or _said(title)
        or _own_line(_lines(title))
        or _abbreviated(head)
        or _said(_stem(path))
        or _own_line(_lines(_stem(path)))
        or _electors(_stem(path))
        or _abbreviated(_stem(path))
        or ((place := _PLACE.search(head)) and place.group(1))
        or _called(head)
        or _called(_stem(path))
        or _acronym(head, title, _stem(path))
        or _spoken_of(region, head + title)
    )
    if printed is None:
        return BodyName(None)
    if printed in (_electors(head), _electors(_stem(path))):
        return BodyName(_mixed_case(printed, region))
    body = _clean(printed)
    if " / " in body and (sides := [side for side in body.split(" / ") if _BODY.search(side)]):
        body = sides[-1].strip()
    body, council = _apart(body, council, lines)
    body = _SORTED.sub("", _led(body))
    body, council = _whole(body, council, lines, head)
    if council is None and _BARE.fullmatch(body) and (named := _own_line(_lines(_stem(path)))):
        body = named if named.casefold().endswith(f" {body.casefold()}") else body
    if council is None and lines and _WIDER.fullmatch(lines[0]) and _NARROWER.fullmatch(body):
        apart = body.casefold() not in lines[0].casefold() and lines[0].casefold() not in body.casefold()
        council = lines[0] if apart else None
    if council is None and (place := _PLACE.search(head)) and _NARROWER.fullmatch(body):
        council = place.group(1).strip()
    letters = [match.group(1) for match in _ALIAS.finditer(printed) if match.group(1)]
    aliases = tuple(dict.fromkeys(letters + _letters(body, head + region)))
    return BodyName(_mixed_case(body, region), council and _mixed_case(council, region), aliases)


def _acronym(*texts: str) -> str | None:
    """A body known by its letters: "Minutes of the 27th ODUG meeting"."""
    for text in texts:
        match = _ACRONYM.search(text) or re.match(
            r"(?P<name>[A-Z]{3,8})\b(?=[ _.\d-]+(?:minutes|notes|meeting)\b)", text, re.IGNORECASE
        )
        if match and match.group("name").isupper():
            return match.group("name")
    return None


def _spoken_of(region: str, head: str) -> str | None:
    """The body that minutes without a header speak of, where the place in its name stands in the head too."""
    spoken = Counter(match.group() for match in _PROPER.finditer(region))
    fitting = [
        name
        for name, _ in spoken.most_common()
        if not _BARE.fullmatch(name) and re.search(rf"\b{re.escape(name.split()[0])}\b", head)
    ]
    return fitting[0] if fitting else None


def _said(text: str) -> str | None:
    """The body that a sentence names: "Minutes of a meeting of the X held at Y"."""
    for pattern in (_SENTENCE, _MEETING, _SHORT):
        for match in pattern.finditer(text):
            words = " ".join(match.group("body").split())
            if (
                _BODY.search(words)
                and len(words.split()) <= 16
                and not re.match(r"(?i)(?:annual |general |ordinary |special )*meeting", words)
            ):
                return words
    return None


def _lines(text: str) -> list[str]:
    """Lines that can be a body's name, trimmed of "Minutes" and the like."""
    found = []
    for line in text.splitlines():
        bare = " ".join(line.split()).strip(" .,:;-–|#")
        cut = _TRIM.sub("", bare).strip(" .,:;-–|")
        if (
            cut
            and len(cut) < 110
            and _BODY.search(cut)
            and not _ELSE.search(cut)
            and not _OF_BUSINESS.search(cut)
            and not has_verb(cut)
            and (_NAMED_LAST.search(cut) or not _VENUE.search(cut))
        ):
            found.append(cut)
    return found


def _own_line(lines: list[str]) -> str | None:
    """The line of its own that names the body: a committee before its council."""
    committees = [line for line in lines if not _COUNCIL.search(line)]
    if len(committees) > 1 and _WIDER.fullmatch(committees[0]) and _NARROWER.fullmatch(committees[1]):
        return committees[1]
    return next(iter(committees or lines), None)


def _clean(printed: str) -> str:
    body = re.sub(r"\b(\w+) \1\b", r"\1", _ALIAS.sub("", printed).strip(" .,:;-–'\"“”"))
    body = re.sub(rf"\s+{_NTH}$", "", body, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", _TRIM.sub("", body)) or body


def _apart(body: str, council: str | None, lines: list[str]) -> tuple[str, str | None]:
    """Committee and council taken apart: "Marl County Council – Cabinet" is body Cabinet of that council."""
    split = re.match(r"(?P<council>.*?\bCouncil)(?:['’]s)?\s*[-–:,]\s*(?P<body>.+)$", body)
    if split and _BODY.search(split.group("body")):
        return split.group("body").strip(), split.group("council")
    inside = re.match(r"(?P<wider>.+?)\s+[-–]\s+(?P<body>.+)$", body)
    if inside and _WIDER.fullmatch(inside["wider"]) and _NARROWER.fullmatch(inside["body"]):
        return inside["body"], inside["wider"]
    owned = re.match(r"(?P<council>.*\bCouncil)['’]s\s+(?P<body>.+)$", body)
    if owned:
        return owned.group("body"), owned.group("council")
    of = re.match(r"(?P<body>.*?)\s+of\s+(?:the\s+)?(?P<council>[A-Z].*\bCouncil)$", body) or re.match(
        rf"(?P<body>.*?)\s+of\s+(?:the\s+)?(?P<council>{_PLACED}.+)$", body, re.IGNORECASE
    )
    if of and _BODY.search(of.group("body")):
        return of.group("body"), of.group("council")
    cleaned = _clean(council) if council else None
    if cleaned and (cleaned.casefold() == body.casefold() or body.casefold() in cleaned.casefold()):
        return body, None
    return body, cleaned


def _whole(body: str, council: str | None, lines: list[str], head: str) -> tuple[str, str | None]:
    """A bare "Council" or "Parish Council" by the name that a line of its own gives it."""
    if not _BARE.fullmatch(body) or (council and re.match(_PLACED, council, re.IGNORECASE)):
        return body, council
    name = re.sub(r"(?i)^full ", "", body)
    ends = re.compile(rf"(?i).*\S {re.escape(name)}(?:\s*\([^)]*\))?|{re.escape(name)} of .*")
    longer = next((line for line in lines if ends.fullmatch(line) and not _BARE.fullmatch(line)), None)
    if longer:
        return _clean(longer), None
    place = _PLACE.search(head)
    if place and not council:
        return body, place.group(1).strip()
    if not council and body.casefold() in ("committee", "board", "management committee", "executive committee"):
        society = next((line for line in map(str.strip, head.splitlines()) if line), "")
        if _SOCIETY.fullmatch(society) and title_case(society) >= 0.6:
            return society, None
    return body, council


def _letters(printed: str, region: str) -> list[str]:
    """The abbreviation that the same minutes put in brackets behind the body's name, wherever they do."""
    name = re.escape(_clean(printed))
    found = re.search(
        rf"{name}\s*\(\s*[“\"'‘]?(?:the\s+)?[“\"'‘]?([A-Z][A-Za-z&/]{{1,11}})[”\"'’]?\s*\)", region, re.IGNORECASE
    )
    return [found.group(1)] if found else []


def _mixed_case(name: str, region: str) -> str:
    """A name printed in capitals, as the same minutes print it elsewhere in mixed case."""
    if not name.isupper():
        return name
    for match in re.finditer(re.escape(name), region, re.IGNORECASE):
        if not match.group().isupper() and not match.group().islower() and match.group()[0].isupper():
            return match.group()
    return name


def _led(body: str) -> str:
    """A name without what a page's own heading puts before it ("last month's", "June 3rd") and the sort of meeting."""
    for _ in range(3):
        cut = _LEADING.sub("", re.sub(r"^(?:[a-z][\w’'-]* )+(?=[A-Z])", "", body), count=1)
        if not _BODY.search(cut) or (_BARE.fullmatch(cut) and re.match("(?:March|May) Town", body)):
            break
        body = cut
    return _ANNUAL.sub("", _BEHIND.sub("", body))


def _electors(head: str) -> str | None:
    """A meeting of a parish's electors, which is a body of its own: "Marl Annual Parish Meeting"."""
    for found in _ELECTORS.finditer(head):
        place = re.sub(r"['’]s(?=\s|$)", "", found["name"])
        name = _led(" ".join((place + found["what"]).split()) + " Council").removesuffix(" Council")
        if len(name.split()) > 1:
            return f"{name} {'MEETING' if name.isupper() else 'Meeting'}"
    return None


def _abbreviated(text: str) -> str | None:
    """A council by its short name: "Minutes from the meeting of Marl PC"."""
    found = _SHORT_NAME.search(text)
    if found is None:
        return None
    return f"{found['name'].strip()} {'Parish' if found['kind'] == 'PC' else 'Town'} Council"


def _called(head: str) -> str | None:
    """A body without a noun of its own, by the line that heads its minutes: "Mill Liaison Minutes"."""
    for line in head.splitlines():
        found = _CALLED.fullmatch(line.strip(" .,:;|#*"))
        if found and not re.search(r"\d", found["name"]) and title_case(found["name"]) == 1.0:
            return found["name"].strip()
    return None


def _stem(path: str) -> str:
    """The words of a file's name; one in small letters with hyphens is put in title case, without date and count."""
    name = re.sub(r"\.\w+$", "", path.rsplit("/", 1)[-1])
    if " " in name or "_" in name or not name.islower() or name.count("-") < 2:
        return re.sub(r"[_]+", " ", name)
    words = _MONTHS.sub("", re.sub(r"^(?:\d{1,4}-)+", "", name).replace("-", " "))
    words = re.sub(r"(?: \d{1,4}(?:st|nd|rd|th)?)+$", "", words).title()
    return re.sub(r"\b(?:Pc|Tc)\b", lambda found: found[0].upper(), re.sub(r"\b(?:Of|The|And|For)\b", _lower, words))


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()
