"""Whether a document is minutes, an agenda or something else.

Minutes record what happened: who was there, what was reported and agreed. Agendas list what will be taken; reports,
letters, terms of reference and action logs do neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.models import Kind, Meeting
from index_store.parser.cues import any_of, cued, small

_MINUTES = re.compile(
    r"(?=[mnrp])(?:(?<!\d )(?<!\d\d)\bminutes\b(?! (?:of|from) (?:the )?(?:last|previous))|\bnotes of (?:a|the)\b|"
    r"\brecord of (?:a|the) meeting|"
    r"\bproceedings of\b|\bm(?:ee)?ting notes\b)"
)
_TITLED = re.compile(
    r"\A(?:(?:-+\n)?(?:[\w-]+:[^\n]*\n){0,8}?title:)?\W*(?:draft |approved |confirmed |unconfirmed |open )*minutes\b"
    r"(?! (?:of|from) (?:the )?(?:last|previous))[^\n]{3,100}\bmeeting\b"
)
"""A document whose first line, or the title before it, is "Minutes … meeting", in small letters."""
_AGENDA = re.compile(
    r"^\W*(?:draft |public |full |council |meeting )*agenda\b(?! item\s*\d)|"
    r"^\W*item no\.? agenda item\b|"
    r"\b(?:agenda(?:\W*$| (?:for|of) (?:the |a )?meeting)|"
    r"(?:notice of meeting|summons|you are (?:hereby )?(?:summoned|invited)|will (?:be held|take place|meet))\b)",
    re.MULTILINE,
)
_PAPER = re.compile(
    r"\b(?:actions?[ -](?:log|tracker|list|report|points)|terms of reference|forward (?:plan|agenda)|discussion paper|"
    r"briefing (?:note|paper)|report (?:of|by|to) (?:the )?(?:director|head|chief|corporate|executive|clerk|cabinet)|"
    r"dear (?:sir|madam|mr|ms|mrs|dr|minister|colleague|all|members?)|work plan)\b|"
    r"^\W*(?:(?:\w+ )?paper (?:for|by|to|from)\b|"
    r"(?:purpose|background|introduction|summary|executive summary|recommendations?)\W*$)",
    re.MULTILINE,
)
_HAPPENED = frozenset(
    "was were had reported agreed noted resolved approved thanked welcomed advised confirmed explained informed "
    "stated asked said declared received proposed seconded introduced considered discussed suggested outlined "
    "updated commented felt gave raised carried moved presented announced highlighted requested".split()
)
_TOLD = frozenset(
    "welcomed thanked agreed noted reported resolved approved asked said stated advised explained confirmed "
    "informed updated discussed suggested felt heard received considered raised announced outlined opened closed "
    "gave requested proposed was were presented introduced highlighted commented provided attended met "
    "volunteered offered accepted expressed".split()
)
_TELLERS = frozenset(
    "chair chairman chairwoman chairperson board committee council panel group member members cabinet executive "
    "meeting councillor councillors mayor clerk secretary treasurer".split()
)
_BETWEEN = frozenset(("then", "also", "has", "have", "had"))
_NAMED = re.compile(
    r"(?:^|(?<=\W))(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.? [A-Z]\w+|[A-Z]{2,3}|[A-Z][a-z]+ [A-Z][a-z]+)$|\([A-Z]{2,3}\)$"
)
_MARKS = re.escape(".,;:!?()[]\"'“”‘’*_")
_VERB = re.compile(rf"\s[{_MARKS}]*(?P<verb>{any_of('|'.join(sorted(_HAPPENED | _TOLD)))})[{_MARKS}]*(?=\s|$)")
"""A word by itself that may tell what happened; looks at text in small letters."""
_MINUTES_FROM, _SURELY = 3.0, 0.01
_FEW, _REACH = 5, 200
"""So many words before a verb may name who tells, and so many letters mostly hold them."""
_AHEAD = re.compile(
    r"\n\W*(?:\d{1,2}(?:\.\d)?[.)]?\s+|\([a-z]\)\s+|[a-z][.)]\s+|item \d+[:.]?\s+)?to (?:receive|consider|approve|"
    r"note|agree|confirm|"
    r"discuss|accept|resolve|adopt|hear|elect|appoint|sign|report|review|determine|decide)\b",
    re.IGNORECASE,
)
_RECORDED = re.compile(r"^\W*Minutes:\W*$", re.MULTILINE)
"""What stands over the record of each item on the page of a meeting system, below what the agenda said of it."""
_SYSTEM = re.compile(r"^(?:Note )?No\.? Item$", re.MULTILINE)
"""What heads the items on such a page."""
_CMIS = re.compile(r"\A\W*meeting details\b(?=[^\0]{0,200}\bdocuments\W+attendance\W+visitors\b)")
"""The head of another system's page, in small letters, which says of a meeting that was held that it "occurred"."""
_PRESENT = re.compile(
    r"^\W*(?:members? |those |councillors? |\w+ )?(?:present|attendees?|attendance|in attendance|also present|"
    r"attending|sederunt|panel|apologies)\b",
    re.MULTILINE,
)
_LISTED = re.compile(
    r"^\W*(?:(?:board |committee |council |panel )?(?:members |directors |trustees |councillors )?)"
    r"(?:present|attendees|in attendance|attending|sederunt)(?: were)?\W*$",
    re.MULTILINE,
)
"""The head of a list of those who came, in small letters."""
_CUES = {
    _AGENDA: ("agenda", "notice of meeting", "summons", "you are", "will "),
    _PAPER: (
        *("action", "terms of reference", "forward ", "paper", "briefing", "purpose", "background", "introduction"),
        *("summary", "recommendation", "report ", "dear ", "work plan"),
    ),
    _PRESENT: ("present", "atten", "sederunt", "panel", "apologies"),
}
"""These three look at text in small letters, and find nothing where none of the words beside them stands."""
_CLOCKED = re.compile(
    r"\bmeeting (?:was |then )?(?:commenced|opened|began|started|closed|ended|finished|concluded|adjourned)\b"
    r"[^\n]{0,20}\d",
    re.IGNORECASE,
)
"""When a meeting began or ended, which no agenda knows."""
_APOLOGIES = re.compile(
    r"(?:pologies(?<=\b[Aa]pologies)|POLOGIES(?<=\b[Aa]POLOGIES))\b[^\n]{0,60}\b"
    r"(?i:received|were|from|had|given|noted)\b"
)


def kind_of(text: str, meetings: Sequence[Meeting], path: str) -> Kind:
    """What sort of document this is, from its text first and its name last."""
    if _SYSTEM.search(text[:3000]) and _RECORDED.search(text):
        return "minutes"
    head = text[:900].lower()
    named = _named(path)
    if _evidence(text, head, meetings, _MINUTES_FROM - named) + named >= _MINUTES_FROM:
        return "minutes"
    if _CMIS.search(head):
        return "agenda"
    agenda, paper = _found(_AGENDA, head), _found(_PAPER, head[:600])
    if agenda is not None and (paper is None or agenda.start() < paper.start()):
        return "agenda"
    return "agenda" if paper is None and len(_AHEAD.findall("\n" + text)) >= 3 else "other"


def _evidence(text: str, head: str, meetings: Sequence[Meeting], enough: float) -> float:
    """How much speaks for minutes; ``head`` is the beginning of ``text`` in small letters.

    The verbs, which are dear to count and speak for minutes alone, count only where the rest is not ``enough``.
    """
    words = text.count(" ") + text.count("\n") + 1
    decided = sum(len(item.resolutions) for meeting in meetings for item in meeting.items)
    came = max(len(meeting.attendance) for meeting in meetings)
    preamble = small(meetings[0].preamble.text)
    agenda, paper = _found(_AGENDA, head[:500]) is not None, _found(_PAPER, head[:600]) is not None
    score = 2.0 * (_MINUTES.search(head) is not None)
    score -= 1.0 * agenda
    score += 3.0 * ("\noccurred\n" in head and _CMIS.search(head) is not None)
    score -= (2.5 + 2.0 * (came == 0)) * paper
    score += min(1.5, 0.3 * came) + 1.0 * (words > 600 and came >= 4)
    apologies = _APOLOGIES.search(text) is not None
    numbered = any(item.number for meeting in meetings for item in meeting.items)
    told_of = sum(bool(item.body.text.strip()) for item in meetings[0].items)
    score += 2.6 * (told_of >= 3 and meetings[0].date is not None and _TITLED.match(head) is not None)
    listed = came >= 3 and meetings[0].date is not None and _LISTED.search(preamble) is not None
    listed = listed and not paper and not agenda
    score += 1.7 * listed
    # A page about minutes ("README") speaks of them as they do, but of no people and under no numbers.
    score -= 1.5 * (not came and not apologies and not numbered)
    score += 0.5 * (_found(_PRESENT, preamble) is not None) + 0.8 * apologies
    score += 0.8 * (_CLOCKED.search(text) is not None)
    recorded = text.count("Minutes:") > 1 and len(_RECORDED.findall(text)) > 1
    ahead = 1.0 * recorded - min(3.0, 0.8 * len(_AHEAD.findall("\n" + text))) * (not recorded)
    few = not listed and (words < 600 or came < 4)
    if (least := score + min(1.5, 0.5 * decided) + ahead - 1.5 * few) > enough + _SURELY:
        return least
    rate, spoken = _told(text, words)
    score += min(2.5, 0.8 * rate) * min(1.0, words / 60) + min(3.0, 3.0 * spoken)
    score += min(1.5, 0.5 * decided)
    score += ahead
    return score - 1.5 * (few and rate < 1.0)


def _told(text: str, words: int) -> tuple[float, float]:
    """How many of a hundred words tell what happened, and how many what somebody at the meeting did."""
    happened = told = 0
    spaced = f" {text}"
    for verb in _VERB.finditer(small(spaced)):
        begin, end = verb.span(1)
        happened += verb[1] in _HAPPENED
        told += spaced[begin:end] in _TOLD and _teller(_words_before(spaced, verb.start()))
    return 100 * happened / words, 100 * told / words


def _found(pattern: re.Pattern[str], low: str) -> re.Match[str] | None:
    """What a pattern finds first, looked for only where one of its words stands: a search is dear."""
    return pattern.search(low) if cued(low, _CUES[pattern]) else None


def _words_before(text: str, end: int) -> list[str]:
    """The last words of ``text[:end]``, five at most."""
    begin = max(0, end - _REACH)
    words = text[begin:end].rsplit(None, _FEW)
    if begin and len(words) <= _FEW:
        words = text[:end].rsplit(None, _FEW)
    return words[-_FEW:]


def _teller(words: list[str]) -> bool:
    """Whether the words right before a verb name somebody at the meeting."""
    if words and words[-1] in _BETWEEN:
        words.pop()
    if words and words[-1].endswith("ly"):
        words.pop()
    if not words:
        return False
    last = words[-1].rpartition("(")[2]
    if last.casefold() in _TELLERS or (last == "was" and words[-2:-1] in (["it"], ["It"])):
        return True
    return (last[:1].isupper() or last.endswith(")")) and _NAMED.search(" ".join(words[-3:])) is not None


def _named(path: str) -> float:
    name = path.rsplit("/", 1)[-1].casefold()
    return 0.5 * ("minute" in name) - 0.5 * ("agenda" in name) - 1.0 * ("action log" in name)
