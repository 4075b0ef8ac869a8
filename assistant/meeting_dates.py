"""Whether a date that a question names is a meeting's own, or the time of the matter that is asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.dates import Period
from assistant.kinds import DECIDED
from assistant.terms import STOP_WORDS
from index_store.held import HeldMeeting

MEETING = r"(?:meetings?|minutes|notes|agm|sittings?|session|agenda|get-together)"
_BEFORE = re.compile(
    rf"\b{MEETING}\b(?:\s*,|\s+(?:of|on|for|in|from|held|dated|at|the|that|took|place|was|were"
    rf"|both)\b)*\s*(?:[\w'’&§]+,?\s+){{0,6}}$",
    re.I,
)
_AFTER = re.compile(rf"^(?:['’]s)?\s+(?:[\w'’&§]+\s+){{0,6}}?{MEETING}\b", re.I)
#: A body's name next to a date: "Cabinet, 5 November", "5/11/13 at Hollow Beck".
_BODY_BEFORE = re.compile(r"§(?:['’]s)?[\s,:(–-]*(?:\b(?:on|in|of|for)\s+)?(?:the\s+)?$", re.I)
_BODY_AFTER = re.compile(r"[\s,:)–-]*(?:\b(?:at|by|of)\s+)?(?:the\s+)?§", re.I)
_NO_MEETING = re.compile(
    r"\b(?:public|site|residents?|special|stakeholders?|online|zoom|drop-in|action|report|annual report)\s+$", re.I
)
_ANOTHER = re.compile(
    r"\b(?:public|site|residents['’]?|stakeholders?|drop-in) meetings?\s+(?:(?:was|were|held|that|took|place|of|in"
    r"|on|for|at|the)\s+)*$",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:events?|workshops?|seminars?|hearing|visit|picnic|concert|show|fair|festival|conference|briefing|election|"
    r"consultation|exhibition|fete|f[eê]te|parade|walk|training|away ?day|launch|open day|deadline|letter|report"
    r"|survey)"
    r"\s+(?:(?:was|were|held|that|took|taking|place|due|planned|dated|of|in|on|for|at|the|back)\s+)*$",
    re.I,
)
#: When something was put off to: "postponed to August 2022".
_PUT_OFF = re.compile(
    r"\b(?:put|pushed|moved|deferred|postponed|delayed|extended|prolonged) (?:back |off |out )?(?:to|until|till) "
    r"(?:the )?$",
    re.I,
)
_PASSIVE = re.compile(rf"\b(?:was|were|been|got|is) (?:\w+ )?{DECIDED}\b|^\W*(?:decisions?|resolutions?)\b", re.I)
_ACTIVE = re.compile(rf"\b{DECIDED}\b", re.I)
_SITTING = re.compile(
    rf"\b(?:what|anything|everything) (?:was |were |got |else |happened|came up|on the agenda)*(?:discussed|said"
    rf"|done|covered|raised|reported)\b"
    rf"|\bwhat happened (?:on|in|at)\b|\b(?:list|how many) (?:of )?(?:the )?(?:\w+ ){{0,3}}{MEETING}\b"
    rf"|\bmeet(?:ings?)?\b",
    re.I,
)
_WHEN_MET = re.compile(r"\W*(?:and |so )?(?:when|what date)(?:['’]?s| is| are| was| were| will)\b", re.I)
#: What is asked of a meeting as a whole.
_SAT = frozenset(
    "decide decided decides decision decisions agree agreed resolve resolved resolutions approve approved consider"
    " considered discuss discussed discussions cover covered business items talk talked about deal dealt raised debate"
    " debated list show".split()
)


def on(period: Period, meeting: HeldMeeting) -> bool:
    """Was the meeting held in the period? One without a year holds a meeting of any."""
    if period.yearless:
        month, day = period.yearless
        held = meeting.date or ""
        return held[5:7] == f"{month:02}" and (not day or held[8:] == f"{day:02}")
    return meeting.date is not None and period.holds(meeting.date)


def is_hard(
    text: str,
    kind: AnswerKind,
    period: Period,
    meetings: Sequence[HeldMeeting],
    numbered: bool,
    ours: bool,
    alone: bool,
) -> bool:
    """Is the period a meeting's own date, rather than the time of the matter that is asked about? ``alone`` says that
    the question names no other. Names of bodies stand as in :func:`assistant.sittings.sittings_of`."""
    before, after = text[: period.start], text[period.end :]
    # "When is the 2022 budget meeting" is told by the meetings before it.
    if period.precision == "year" and kind == "fact" and _WHEN_MET.match(text):
        return False
    if _PUT_OFF.search(before):
        return False
    named = _AFTER.match(after)
    if _EVENT.search(before) or _ANOTHER.search(before) or (named and _ANOTHER.search(f" {named[0]} ")):
        return False
    if named and not _NO_MEETING.search(after[: named.end()].rsplit(None, 1)[0] + " "):
        return True
    led = _BEFORE.search(before)
    if led and not _NO_MEETING.search(before[: led.start()]):
        return True
    if kind in ("attendance", "vote") and (period.precision != "year" or kind == "attendance"):
        return True
    if alone and period.precision != "year" and not _matter(before + after):
        return True
    if alone and period.precision != "year" and (_BODY_BEFORE.search(before) or _BODY_AFTER.match(after)):
        return period.precision == "day" or any(on(period, one) for one in meetings)
    if numbered or (kind in ("count", "lookup") and _SITTING.search(text)) or kind == "count":
        return True
    sits = any(on(period, one) for one in meetings)
    decided = _PASSIVE.search(text) or (ours and _ACTIVE.search(text))
    if period.precision == "day":
        return sits or kind == "lookup" or bool(decided) or _SITTING.search(text) is not None
    if period.precision == "month":
        if _SITTING.search(text):
            return True
        return bool(decided) and bool(sits or (ours and _ACTIVE.search(text))) and not re.match(r"\s+[a-z]", after)
    if period.relation in ("since", "before", "between"):
        return kind in ("decision", "list", "actions", "timeline") and (
            bool(decided) or _SITTING.search(text) is not None
        )
    return kind == "list" and _SITTING.search(text) is not None


def _matter(text: str) -> set[str]:
    """The words of what is asked about besides bodies held and what a meeting does."""
    return set(re.findall(r"[^\W_]{3,}|~+", text.lower())) - STOP_WORDS - _SAT
