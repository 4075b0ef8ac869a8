"""Follow-ups made whole: "and in March?", "who proposed it?", "show me the whole minute"; a new topic left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Answer
from assistant.bodies import named_bodies
from assistant.dates import Period, read_dates
from assistant.kinds import kind_of
from assistant.leaning import BARE, DUMMY, KNOWN, LEAD, OPENS, OUTCOME, PRONOUN, WHOLE
from assistant.people import ROLES, named_people, roll_of
from assistant.redating import dated_like, redated, shifted, spoken_day, with_date, without_dates
from assistant.terms import PLAIN_WORDS, STOP_WORDS, words_of
from index_store.catalogue import Catalogue

_ANTECEDENT, _TERSE = 4, 3
_MOST, _HALF = 2 / 3, 1 / 2
_HE_SHE = re.compile(r"\b(?:he|she|him)\b", re.I)
_THAT_MEETING = re.compile(
    r"(?<!\bbefore )(?<!\bafter )(?<!\bsince )\b(?:(?:on|at|in) )?(?:that|the same)(?: very)? (?:night|evening"
    r"|afternoon|day|meeting|sitting|session)\b(?! (?:before|after))",
    re.IGNORECASE,
)
#: Of a motion, "who made it?" asks who moved it, and not who came.
_MOTION = re.compile(r"\b(?:motions?|amendments?|proposals?|second(?:ed|er)|resolutions?|nominations?)\b", re.I)
_MADE = re.compile(r"(?<=\bwho )(?:made|put|brought|tabled|did) (?:it|that|this)\b", re.I)


#: "Was he at the 2007 meeting" and "who is on the Executive" ask something of their own, "and in 2007" and "and the
#: Executive" what was asked before.
_ASKS = re.compile(
    r"\W*(?:(?:who|when|where|why)\W+(?:is|are|was|were|will|did|do|does|has|have|had|sits?|serves?)"
    r"|was|were|did|do|does|is|are|has|have)\b",
    re.I,
)
#: Of all meetings, whatever the turn before was about.
_OF_MEETINGS = re.compile(
    r"\W*(?:which|what|list|how many)(?: of)?(?: the| all)* (?:meetings|bodies|committees)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn made whole. ``standalone`` can be understood by itself; ``own`` is its part that asks; ``root`` the
    question that the conversation is about; ``carried`` says that something came from the turns before, ``context``
    which minutes they had cited, ``untold`` that it only leans on what was not found."""

    standalone: str
    own: str
    root: str
    carried: bool = False
    context: tuple[str, ...] = ()
    untold: bool = False


def stand_alone(turns: Sequence[str], catalogue: Catalogue, today: date, previous: Sequence[Answer] = ()) -> Turn:
    """The last of ``turns`` with what those before supply. ``previous`` are the answers given to them, in order.

    A complete question with a subject of its own takes nothing over. Raises ValueError where there is no turn.
    """
    if not turns:
        raise ValueError("no question was asked")
    turn = Turn(turns[0].strip(), turns[0].strip(), turns[0].strip())
    told: Answer | None = None
    for at, text in enumerate(turns[1:]):
        answer = previous[at] if at < len(previous) else None
        # What was not told leaves the conversation where it was, if it was still about that.
        told = told if turn.carried and not (answer and answer.citations) else answer
        turn = _follow(turn, text.strip(), catalogue, today, told)
        if (
            answer
            and answer.status in ("not_found", "not_held")
            and not turn.context
            and _only_leans(turn, text, today)
        ):
            turn = replace(turn, untold=True)
    return turn


def _only_leans(turn: Turn, text: str, today: date) -> bool:
    """Has the turn next to nothing of its own ("by when", "who raised it")?"""
    thin = bool(BARE.match(text)) or (bool(PRONOUN.search(text)) and len(_content(text)) < 2)
    own = bool(read_dates(text, today)) or re.search(r"\d|\b[A-Z]", text[1:]) is not None
    return turn.carried and thin and not own and turn.root != turn.standalone


def _follow(before: Turn, text: str, catalogue: Catalogue, today: date, answer: Answer | None) -> Turn:
    cited = tuple(dict.fromkeys(one.id for one in answer.citations)) if answer else ()
    if WHOLE.search(text) and not re.search(r"\d", text):
        return Turn(f"{text} ({before.standalone})", text, before.root, True, cited)
    if sat := _at_that_meeting(text, answer):
        return Turn(sat, sat, sat, True)
    replaced = _replaced(before.root, text, catalogue, today, answer)
    if replaced and before.own != before.standalone and before.carried:
        return Turn(f"{replaced.rstrip('?')} – {before.own}", before.own, replaced, True)
    if replaced:
        return Turn(replaced, replaced, replaced, True)
    if not _leans(text, catalogue, today, answer):
        return Turn(text, text, text)
    own = LEAD.sub("", text) if re.match(r"^\W*(?:and|but|so|also)\b", text, re.I) else text
    own = _MADE.sub("made the motion", own) if _MOTION.search(before.standalone) else own
    own = redated(own, read_dates(before.root, today), catalogue, answer)
    whom = _with_name(own, before, catalogue, answer)
    dates = read_dates(own, today)
    if whom != own and dates:
        return Turn(whom, whom, whom, True)
    own = whom
    root = before.root
    named = [slug for one in named_bodies(own, catalogue.bodies()) for slug in one.slugs]
    if dates or OUTCOME.search(text) or named:
        years = read_dates(root, today)
        stale = dates or OUTCOME.search(text) or (named and not _met(named, years, catalogue))
        root = without_dates(root, years) if stale else root
        own = dated_like(own, dates, years, catalogue.meetings()) if dates else own
    return Turn(f"{root} – {own}", own, before.root, True, () if dates or OUTCOME.search(text) else cited)


def _at_that_meeting(text: str, answer: Answer | None) -> str | None:
    """ "What was in the bank that night?": put of the one meeting that was cited last."""
    cited = {(one.body, one.date) for one in answer.citations} if answer else set()
    if len(cited) != 1 or not _THAT_MEETING.search(text):
        return None
    ((body, day),) = cited
    if not (body and day):
        return None
    own = LEAD.sub("", text) if re.match(r"^\W*(?:and|but|so|also)\b", text, re.I) else text
    return _THAT_MEETING.sub(f"at the {body} meeting on {spoken_day(day)}", own, count=1)


def _leans(text: str, catalogue: Catalogue, today: date, answer: Answer | None) -> bool:
    """Does the turn need the ones before?"""
    if BARE.match(text) or OPENS.match(text):
        return True
    own = (
        bool(read_dates(text, today))
        or bool(re.search(r"\d", text))
        or any(one.slugs and not one.generic for one in named_bodies(text, catalogue.bodies()))
    )
    pronoun = None if DUMMY.search(text) else PRONOUN.search(text)
    if pronoun:
        ahead = _content(text[: pronoun.start()])
        possessive = pronoun[0].lower() in {"their", "his", "her", "its"} and pronoun.start() > 0
        if len(ahead) < (2 if possessive or own else _ANTECEDENT):
            return not (possessive and ahead) or _told_of(ahead, catalogue, answer)
    if _OF_MEETINGS.match(text):
        return False
    words = _content(text)
    known = KNOWN.search(text)
    if known and not own and len(words) - len(_content(known[0])) <= 2:
        return True
    if own:
        return False
    # "What is the hold-up costing": words of every question name no other matter; of the roll they ask by themselves.
    unnamed = PLAIN_WORDS.issuperset(words) and not (ROLES.search(text) or kind_of(text) == "attendance")
    return len(words) < 2 or unnamed or _told_of(words, catalogue, answer, _HALF if len(words) <= _TERSE else _MOST)


def _content(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w’'-]+", text.lower()) if word not in STOP_WORDS]


def _told_of(words: Sequence[str], catalogue: Catalogue, answer: Answer | None, share: float = _MOST) -> bool:
    """Do the minutes cited last speak of that ``share`` of these words? Then the question is still about them."""
    if answer is None or not answer.citations or not words:
        return False
    wanted = {word.stem for word in words_of(" ".join(words))}
    told: set[str] = set()
    for cited in {one.id for one in answer.citations}:
        item = catalogue.item(cited)
        told |= {word.stem for word in words_of(f"{item.title or ''} {item.text.text}")} if item else set()
    return len(wanted & told) >= len(wanted) * share


def _replaced(root: str, text: str, catalogue: Catalogue, today: date, answer: Answer | None) -> str | None:
    """The root question with its date, body, number or person changed for the one that ``text`` consists of."""
    bare = LEAD.sub("", text).strip(" ?.!")
    if not bare or len(bare.split()) > 7:
        return None
    years = read_dates(root, today)
    if other := shifted(bare, years, catalogue, answer):
        return with_date(root, years, other)
    both = None if _ASKS.match(bare) else _with_body_and_date(root, bare, catalogue, today)
    if both:
        return both
    number = re.fullmatch(r"(?:the )?(?:(minute|item)\s*)?(?:number |no\.? ?)?(\d[\w./]*(?:\([ivx]+\))?)", bare, re.I)
    if number and re.search(r"\b(?:minute|item)\s*\d", root, re.I):
        return re.sub(
            r"\b(minute|item)\s*\d[\w./()]*", lambda m: f"{number[1] or m[1]} {number[2]}", root, count=1, flags=re.I
        )
    return _with_person(root, bare)


def _with_body_and_date(root: str, bare: str, catalogue: Catalogue, today: date) -> str | None:
    """ "and the Executive in 2009?": another body, another date, or both, and nothing else."""
    dates = read_dates(bare, today)
    bodies = [one for one in named_bodies(bare, catalogue.bodies()) if one.slugs]
    rest = list(bare)
    for start, end in [(one.start, one.end) for one in dates] + [(one.start, one.end) for one in bodies]:
        rest[start:end] = " " * (end - start)
    left = re.sub(r"\b(?:meetings?|minutes|ones?|agm)\b", "", "".join(rest), flags=re.I)
    if _content(left) or not (dates or bodies) or len(bodies) > 1:
        return None
    new = _with_body(root, bodies[0].words, catalogue) if bodies else root
    years = read_dates(new, today)
    if not dates:
        return new if _met(bodies[0].slugs, years, catalogue) else without_dates(new, years)
    words = "".join(ch if not any(b.start <= at < b.end for b in bodies) else " " for at, ch in enumerate(bare))
    spoken = read_dates(words, today)
    return with_date(new, years, dated_like(words, spoken, years, catalogue.meetings()))


def _met(slugs: Sequence[str], periods: Sequence[Period], catalogue: Catalogue) -> bool:
    """Has one of the bodies a meeting in one of the periods? The date of another body's meeting is not theirs."""
    own = [one.date for one in catalogue.meetings() if one.slug in slugs and one.date]
    dated = [one for one in periods if not one.yearless]
    return not dated or any(period.holds(day) for period in dated for day in own)


def _with_body(root: str, words: str, catalogue: Catalogue) -> str:
    asked = [one for one in named_bodies(root, catalogue.bodies()) if one.slugs]
    if asked:
        return root[: asked[0].start] + words + root[asked[0].end :]
    return f"{root.rstrip(' ?')} at {words}"


def _with_name(own: str, before: Turn, catalogue: Catalogue, answer: Answer | None) -> str:
    """ "Was she there in May?" with the name of the one person of whom the answer before told."""
    pronoun = _HE_SHE.search(own)
    if answer is None or pronoun is None or len({one.id for one in answer.citations}) != 1:
        return own
    roll = roll_of(catalogue.attendance())
    if named_people(own, roll) or named_people(before.standalone, roll):
        return own
    told = {" ".join(one.names) for one in named_people(answer.answer, roll)}
    names = {one.words for one in named_people(answer.answer, roll)}
    return own[: pronoun.start()] + names.pop() + own[pronoun.end() :] if len(told) == len(names) == 1 else own


def _with_person(root: str, bare: str) -> str | None:
    """ "and Steve Lunn?" after "did Sue Smith attend in 2009": a name for a name."""
    name = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,2}"
    if not re.fullmatch(name, bare):
        return None
    held = re.search(rf"(?<!^){name}", root)
    return root[: held.start()] + bare + root[held.end() :] if held else None
