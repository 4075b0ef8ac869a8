"""Who sent apologies or came, where a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index_store.models import Status
from index_store.parser.cues import cued
from index_store.parser.descriptions import Entry
from index_store.parser.list_headings import is_prose
from index_store.parser.lone_names import lone_names
from index_store.parser.names import TITLE, TITLED, read_person
from index_store.parser.runs import read_run
from index_store.parser.sentences import sentence_end

People = list[tuple[int, int, tuple[Entry, ...]]]
_APOLOGISED = re.compile(
    r"(?:apolog(?:y|ies)(?! for (?:their |his |her )?(?:late|leaving|early))"
    r"(?: for (?:(?:the |their |his |her )?(?:absence|non[- ]attendance|(?:inability|"
    r"being unable) to attend)))?"
    r"[^.:\n]{0,80}?\b(?:from|on behalf of|for|by)\b(?: both)?:?(?!\s*(?:(?:their |his |her )?(?:absence|non|"
    r"lateness|inability)|th(?:e|is) meeting))\s*|"
    r"^\W*apologies(?: for absence)?\s*[:–-]+\s*)",
    re.IGNORECASE | re.MULTILINE,
)
"""Those who say that they will be late, or leave early, are there."""
_FROM = re.compile(
    r"\W*(?:(?:(?:this|these|they) )?(?:were|was|had been|have been) )?(?:"
    r"received|accepted|noted|given|sent|tendered|submitted)"
    r"(?: and (?:accepted|noted))? (?:from|by|for|on behalf of):?\s*",
    re.IGNORECASE,
)
"""What goes on from the title "Apologies"."""
_GOES_ON = re.compile(rf"(?<=\.)\s+(?:Also:?\s+)?(?={TITLE}\.? [A-Z])")
_LISTED = r"[A-Z](?:[^.\n]|(?<=\b[A-Z])\.|(?<=\bCllr)\.|(?<=\bClr)\.|(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.){3,200}?"
_SENT = re.compile(
    rf"(?P<names>{_LISTED}),?"
    r" (?:(?:had|have|has) )?(?:also )?(?:(?:sent|gave|given|tendered|submitted|offered|"
    r"conveyed)(?: (?:their|his|her))? apologi[es]+\b|apologised for (?:being (?:unable|absent)|"
    r"(?:their|his|her|the) (?:inability|absence|non-attendance))\b)"
)
_ATTENDED = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<names>[A-Z](?:[^.\n:|]|(?<=\b[A-Z])\.){3,200}?),? (?:(?:was|were) (?:also )?(?:present|"
    r"in attendance)|"
    r"(?<!not )(?:also )?attended(?: the meeting)?)\b(?! since)",
    re.MULTILINE,
)
_HERE = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<names>[A-Z][\w’'-]+(?:(?:,| and| &|, and) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?){1,15}) "
    r"present(?=[.;,]|$)",
    re.MULTILINE,
)
_MEMBERS = re.compile(
    r"(?:Board |Council |Committee )?(?:Members|Commissioners|Trustees|Directors|Supervisors|Governors|Selectmen|"
    r"Councill?ors|Cllrs|Aldermen|Councilmembers)\b"
)
"""What sentences that tell of the members who came begin with."""
_ABSENT = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<names>[A-Z](?:[^.\n:|]|(?<=\b[A-Z])\.|(?<=\bCllr)\.|(?<=\bMr)\.|(?<=\bMrs)\.){3,120}?) "
    r"(?:(?:was|were) (?:also )?(?:(?:absent and )?(?P<excused>excused)|absent|not present)|"
    r"did not attend(?: the meeting)?)(?:,? (?:without|with no|no) (?:[a-z]+ )?(?:apolog(?:y|ies)|leave|notice|reason|"
    r"explanation)(?: (?:having )?(?:been )?(?:given|received|sent))?)?(?=\.(?:\s|$))",
    re.MULTILINE,
)
_WHERE = (
    r"(?: at the meeting| (?:at|by) (?:the )?invitation(?: of the \w+)?| on the (?:tele)?(?:call|conference|phone))*"
)
_ALSO = re.compile(
    r"\b(?i:(?P<also>also |others? )?(?:(?P<here>(?:members|those|councill?ors|aldermen|alderpersons|directors|"
    rf"trustees|governors) present|those in attendance)|in attendance|present|attending(?: the meeting)?|guests|"
    rf"visitors){_WHERE} "
    r"(?:was|were|are|included)):?\s+(?=(?P<names>[^\n]+))"
)
_THERE = re.compile(r"\b(?i:there were (?:also )?present):?\s+(?=(?P<names>[^\n]+))")
_WERE = re.compile(
    rf"(?:present|in attendance|attending(?: the meeting)?|guests|visitors){_WHERE} (?:was|were|are|included)"
)
"""Cheap to look for, in small letters: without these words the pattern above finds nothing."""
_SUBSTITUTED = re.compile(
    rf"(?P<away>{TITLED}),? (?:was|were|had been|has been|is) (?:substituted|replaced|represented) by "
    rf"(?P<here>{TITLED})|"
    rf"(?P<here2>{TITLED}),? (?:(?:was|were|had|has|had been|has been) )?(?:(?:also )?(?:attended|attending|present|"
    r"appointed|nominated|in attendance) )?(?:as |as a |as the )?(?:named )?"
    rf"(?:[Ss]ubstitut(?:e|ed|ing)(?: [Mm]ember)?|deputis(?:ed|ing)|standing in|stood in) for (?P<away2>{TITLED})|"
    rf"(?P<here3>{TITLED}),? (?:attended|was present) (?:in (?:the )?place of|instead of) (?P<away3>{TITLED})"
)
_LIKEWISE = re.compile(rf"(?: \([^()]*\))?(?:,|,? and|;) (?P<here>{TITLED}) for (?P<away>{TITLED})")
"""The next who came in somebody's place, behind the first: "… as substitute for Mr Ash and Ms Birch for Mr Clay"."""
_STOOD_IN = re.compile(
    rf"(?P<names>{TITLED}(?:(?:, | and ){TITLED}){{0,5}}),? (?:(?:also )?attended|(?:was|were) (?:also )?present)"
    r"(?: the meeting)? as (?:an? |the )?(?:named )?substitutes?(?: members?)?(?=\s*(?:[.;)]|$))|"
    rf"(?P<one>{TITLED}),? (?:attended|was present)(?: the meeting)? as (?:his|her|their) substitute\b"
)
_FOR_ONCE = re.compile(rf"(?P<here>{TITLED}) (?:(?:had|has) )?replaced (?P<away>{TITLED})")
"""One member in place of another, which counts where the sentence says that it is for this meeting."""
_INSTEAD = re.compile(
    r"(?<= )(?:(?:substituted|replaced|represented) by |(?:[Ss]ubstitut(?:e|ed|ing)(?: [Mm]ember)?|deputis(?:ed|ing)|"
    r"standing in|stood in) for )|"
    r"place of (?:(?<=attended in place of )|(?<=present in place of )|(?<=attended in the place of )|"
    r"(?<=present in the place of ))|instead of (?:(?<=attended instead of )|(?<=present instead of ))"
)
"""Cheap to look for: the words in the middle of the pattern above, as far as they tell it from other words."""
_INSTEADS = ("ubstitut", "eplaced by ", "epresented by ", "eputis", "tanding in for ", "tood in for ", " of ")
_CAME = ("present", "in attendance", "attended")
_COUPLE = re.compile(r"(?:guests )?[A-Z][a-z]+ (?:and|&) (?=[A-Z][a-z]+ [A-Z])")
"""A forename that shares the surname behind the next: "Ann and Bob Clay"; only the whole name is read."""
_REACH = 90
_OPENS = re.compile(r"attend|present|visitor|guest|call(?:ed)? to order|roll call|^opening", re.IGNORECASE)
_WHY = re.compile(
    rf",?\s+(?:due to|owing to|as (?:he|she|they)\b) ?[^,.;()]*(?=,\s+(?:and\s+)?{TITLE}\b)|"
    rf",?\s+who (?:was|were|is|are|had) [^,.;()]*?(?=,?\s+and\s+{TITLE}\b)|"
    rf"(?<=\)),?\s+(?:due|"
    rf"owing) to "
    rf"[^,.;()]*(?=,\s+(?:and\s+)?[A-Z][a-z]+ [A-Z])"
)
"""Why one of several was away."""
_AGAIN = re.compile(rf"(?<= and )(?:of|from|for|on behalf of) (?={TITLE}\b)")
"""Said once more before a further name: "on behalf of Mr Ash and of Mrs Birch"."""
_TAIL = re.compile(
    r",?\s+(?:be (?:received|accepted|noted|approved|granted)\b|"
    r"who (?:was|were|had|is|are)\b|were (?:received|noted|accepted|recorded|submitted|given)|"
    r"was (?:received|noted|accepted)|had (?:sent|given)"
    r"|and (?:(?:these|they|it) )?(?:was|were)|(?:due|owing) to).*$",
    re.DOTALL,
)


def told(text: str, title: str | None) -> Iterator[tuple[Status, People]]:
    """Status and people of each sentence that tells who apologised or, in a preamble (``title`` None), who came."""
    if "pologi" in text or "pology" in text or "POLOG" in text:
        for match in _APOLOGISED.finditer(text):
            yield from _read(text, "apologies", match.end(), _stop(text, match.end()))
    if title is not None and "polog" in title.lower() and (from_ := _FROM.match(text)):
        yield from _read(text, "apologies", from_.end(), _stop(text, from_.end()))
    if " apologi" in text:
        for match in _SENT.finditer(text):
            yield from _read(text, "apologies", *match.span("names"))
    yield from _stood_in(text)
    yield from _replaced(text)
    if cued(text, (" absent", " excused", " not attend", " not present")) and (
        title is None or _OPENS.search(title) or cued(title.lower(), ("apolog", "absen", "excus"))
    ):
        for match in _ABSENT.finditer(text):
            yield from _read(text, "apologies" if match["excused"] else "absent", *match.span("names"))
    if title is None or _OPENS.search(title):
        for match in _attended(text):
            observing = text.startswith(" as observer", match.end())
            came: Status = "present" if _MEMBERS.match(match["names"]) else "in_attendance"
            yield from _read(text, "observer" if observing else came, *match.span("names"))
        yield from _here(text) if " present" in text else ()
        for match in _THERE.finditer(text) if "there were " in text and "present" in text else ():
            yield from _read(text, "present", match.start("names"), _stop(text, match.start("names")))
        for match in _ALSO.finditer(text) if _WERE.search(text.lower()) else ():
            first = match["here"] or (match[0].startswith("Present") and "invit" not in match[0])
            status: Status = "present" if first and not match["also"] else "in_attendance"
            yield from _read(text, status, match.start("names"), _stop(text, match.start("names")))


def _here(text: str) -> Iterator[tuple[Status, People]]:
    """Who is named by surnames alone as present in a sentence without a verb: "Ash, Birch & Clay present."."""
    for match in _HERE.finditer(text):
        people = lone_names(match["names"])
        if people:
            start = match.start("names")
            yield "present", [(start + a, start + b, found) for a, b, found in people]


def _attended(text: str) -> Iterator[re.Match[str]]:
    """Sentences that say who came. They are slow to look for, and none goes over a line."""
    at = 0
    for line in text.split("\n") if cued(text, _CAME) else ():
        if cued(line, _CAME):
            yield from _ATTENDED.finditer(text, at, at + len(line))
        at += len(line) + 1


def _stood_in(text: str) -> Iterator[tuple[Status, People]]:
    """Who came as a substitute, where the sentence does not say for whom."""
    for match in _STOOD_IN.finditer(text) if " as " in text and "ubstitute" in text else ():
        yield from _read(text, "substitute", *match.span("names" if match["names"] else "one"))
    for match in _FOR_ONCE.finditer(text) if " replaced " in text and " meeting" in text else ():
        away, here = read_person(match["away"]), read_person(match["here"])
        if away and here and "for this meeting" in text[match.end() : sentence_end(text, match.end())]:
            yield "apologies", [(*match.span(), (Entry(away, substituted_by=here.name),))]


def _replaced(text: str) -> Iterator[tuple[Status, People]]:
    """Who was away and who came instead: "Mrs Kite was substituted by Mr Tranter"."""
    for said in _INSTEAD.finditer(text) if cued(text, _INSTEADS) else ():
        match = _SUBSTITUTED.search(text, max(0, said.start() - _REACH), said.end() + _REACH)
        if match is None:
            continue
        found = (match["away"] or match["away2"] or match["away3"], match["here"] or match["here2"] or match["here3"])
        span = match.span()
        next_in_place = bool(match["away2"])
        while True:
            away, here = read_person(found[0]), read_person(found[1])
            if away and here:
                yield "apologies", [(*span, (Entry(away, substituted_by=here.name),))]
            more = _LIKEWISE.match(text, span[1]) if next_in_place else None
            if more is None:
                break
            found, span = (more["away"], more["here"]), more.span()


def _stop(text: str, start: int) -> int:
    line = text.find("\n", start)
    return min(sentence_end(text, start), line if line >= 0 else len(text))


def _read(text: str, status: Status, start: int, stop: int) -> Iterator[tuple[Status, People]]:
    couple = _COUPLE.match(text, start)
    start = couple.end() if couple else start
    said = _WHY.sub(lambda found: "," + " " * (len(found[0]) - 1), text[start:stop])
    said = _TAIL.sub("", _AGAIN.sub(lambda found: " " * len(found[0]), said)).rstrip(" .")
    said = "C" + said[1:] if said.startswith("councillors ") else said
    if said.lower().startswith("councillor(s) "):
        start, said = start + 2, "Councillors " + said[14:]
    said = said[:-1] if said.count(")") > said.count("(") else said
    people = [(start + a, start + b, found) for a, b, found in read_run(said)]
    if people:
        yield status, people
    if people and status == "apologies" and (more := _GOES_ON.match(text, stop)):
        end = _stop(text, more.end())
        if not is_prose(text[more.end() : end]):
            yield from _read(text, status, more.end(), end)
