"""Who holds the post that is asked to have spoken: minutes that list "Dr R Mallory, Medical Director" go on with "Dr
Mallory replied"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from assistant.coverage import Term
from assistant.people import plain_name
from assistant.stated import asked_of_whom
from assistant.terms import stems_in
from index_store.held import HeldAttendee

_UNDER = re.compile(r"\b(?:deput\w+|vice|assistant|acting|interim|former)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)")
#: So many may have held one post; where more do, it is none of one person.
_MOST = 2
#: How well a holder's name stands for the post.
_HELD = 0.9


def holders_of(asked: str, attendance: Callable[[], Iterable[HeldAttendee]]) -> tuple[str, ...]:
    """The surnames and the initials of whoever holds the post that ``asked`` wants to have said something; none where
    it names no post of two words and more, or one that several people hold."""
    wanted = asked_of_whom(asked)
    if wanted is None or wanted[0] != "says" or len(wanted[1]) < 2:
        return ()
    under = _UNDER.search(asked) is not None
    found: dict[str, set[str]] = {}
    for one in attendance():
        post = f"{one.attendee.role or ''} {one.attendee.organisation or ''}"
        if wanted[1] <= stems_in(_ASIDE.sub(" ", post)) and under == (_UNDER.search(post) is not None):
            name = plain_name(one.attendee.name).split()
            found.setdefault(name[-1] if name else "", set()).add(one.attendee.initials or "")
    if len(found) > _MOST:
        return ()
    return tuple(sorted({*found, *(short for own in found.values() for short in own)} - {""}))


def posts_named(asked: str, attendance: Iterable[HeldAttendee]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Names of whoever holds a post of two words and more that ``asked`` names whole ("the chief operating officer"),
    and the stems of that post; none where several posts are named, or one that several people hold."""
    stems, under = stems_in(asked), _UNDER.search(asked) is not None
    found: dict[frozenset[str], dict[str, str]] = {}
    for one in attendance:
        post = frozenset(stems_in(_ASIDE.sub(" ", one.attendee.role or "")))
        if len(post) > 1 and post <= stems and under == (_UNDER.search(one.attendee.role or "") is not None):
            found.setdefault(post, {})[plain_name(one.attendee.name).split()[-1]] = one.attendee.name
    longest = max(found, key=len, default=frozenset[str]())
    holders = found.get(longest, {})
    return (tuple(holders.values()), longest) if 0 < len(holders) <= _MOST else ((), frozenset())


def with_holders(terms: Sequence[Term], asked: str, holders: Sequence[str]) -> tuple[Term, ...]:
    """The terms, those of the post standing for its holders too."""
    wanted = asked_of_whom(asked) if holders else None
    if wanted is None:
        return tuple(terms)
    names = {stem: _HELD for stem in stems_in(" ".join(holders))}
    return tuple(replace(one, likes={**names, **one.likes}) if one.stem in wanted[1] else one for one in terms)


def speaks_in(minute: str, asked: str, holders: Sequence[str]) -> bool:
    """Does a minute name the post that is ``asked`` to have spoken, or one of its ``holders``? True where none is."""
    wanted = asked_of_whom(asked) if holders else None
    if wanted is None:
        return True
    stems = stems_in(minute)
    return wanted[1] <= stems or not stems_in(" ".join(holders)).isdisjoint(stems)


_POST = (
    r"clerk|chair(?:man|woman|person)?|mayor|treasurer|secretary|convenor|convener|reeve|provost|leader|president|warden"
    r"|editor|auditor|caretaker|manager|director|officer|superintendent|chief exec(?:utive)?|ceo|head ?teacher"
    r"|librarian|curator"
)
_WHO_HOLDS = re.compile(
    rf"^\W*who(?:['’]?s| is| was)\s+(?:(?:the|our|your|now|current|currently)\s+)*(?:[\w'’-]+\s+){{0,3}}?"
    rf"(?P<post>{_POST})"
    r"(?=\W*$|\s+(?:of|at|for|now|in|on|then|when)\b)",
    re.IGNORECASE,
)
_NAME = (
    r"(?:(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Rev)\b\.?\s+(?:[A-Z][\w.’'-]*\s+){0,2}[A-Z][\w’'-]+"
    r"|(?:[A-Z]\.?\s?){1,3}[A-Z][a-z][\w’'-]+|[A-Z][a-z][\w’'-]*\s+(?:[A-Z]\.?\s+)?[A-Z][\w’'-]+)"
)
_MADE = (
    r"(?:(?:was|is|as|be|been|being|were|to|the|our|a|an|new|acting|interim|town|parish|council|elected|appointed|chosen"
    r"|nominated|proposed|remains?|continues?|unanimously|duly|role|post|position|office|of)\b\W+){0,8}"
)


def asks_holder(asked: str) -> str | None:
    """The noun of a post of which it is asked who holds it ("who is the clerk"); None for any other question."""
    found = _WHO_HOLDS.match(asked)
    return found["post"].lower() if found else None


def names_holder(post: str, told: str) -> bool:
    """Does ``told`` have a name beside the post ("Mrs Ann Ash, Clerk", "elected Bob Birch as Chairman")? Somebody who
    is named with whoever holds it ("Cllr Ash and the Clerk") is not the one."""
    noun = r"(?i:chair(?:man|woman|person)?)" if post.startswith("chair") else rf"(?i:{re.escape(post)})"
    before = rf"{_NAME}[\s,(–:-]+(?i:{_MADE})(?:[A-Z][\w’'-]*\s+){{0,2}}?{noun}\b"
    behind = rf"\b{noun}\b(?:[’']s name)?[\s,(–:-]+(?i:(?:is|was|of the council|to the council)\b\W+)?{_NAME}"
    return re.search(rf"{before}|{behind}", told) is not None
