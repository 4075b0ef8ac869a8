"""Follow-ups made whole: "and in March?", "who proposed it?", "show me the whole minute"; a new topic left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.bodies import named_bodies
from assistant.dates import Period, in_year, read_dates
from assistant.leaning import BARE, DUMMY, KNOWN, LEAD, OPENS, OUTCOME, PRONOUN, SHIFT, WHOLE
from assistant.terms import STOP_WORDS, words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldMeeting

_ANTECEDENT = 4
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
    which minutes they had cited."""

    standalone: str
    own: str
    root: str
    carried: bool = False
    context: tuple[str, ...] = ()


def stand_alone(turns: Sequence[str], catalogue: Catalogue, today: date, previous: Sequence[Answer] = ()) -> Turn:
    """The last of ``turns`` with what those before supply. ``previous`` are the answers given to them, in order.

    A complete question with a subject of its own takes nothing over. Raises ValueError where there is no turn.
    """
    if not turns:
        raise ValueError("no question was asked")
    turn = Turn(turns[0].strip(), turns[0].strip(), turns[0].strip())
    for at, text in enumerate(turns[1:]):
        answer = previous[at] if at < len(previous) else None
        turn = _follow(turn, text.strip(), catalogue, today, answer)
    return turn


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
    dates = read_dates(own, today)
    root = before.root
    named = [slug for one in named_bodies(own, catalogue.bodies()) for slug in one.slugs]
    if dates or OUTCOME.search(text) or named:
        years = read_dates(root, today)
        stale = dates or OUTCOME.search(text) or (named and not _met(named, years, catalogue))
        root = _without(root, years) if stale else root
        own = _dated_like(own, dates, years, catalogue.meetings()) if dates else own
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
    return _THAT_MEETING.sub(f"at the {body} meeting on {_spoken(day)}", own, count=1)


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
    return not own and (len(words) < 2 or _told_of(words, catalogue, answer))


def _content(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w’'-]+", text.lower()) if word not in STOP_WORDS]


def _told_of(words: Sequence[str], catalogue: Catalogue, answer: Answer | None) -> bool:
    """Do the minutes cited last speak of most of these words? Then the question is still about them."""
    if answer is None or not answer.citations or not words:
        return False
    wanted = {word.stem for word in words_of(" ".join(words))}
    told: set[str] = set()
    for cited in {one.id for one in answer.citations}:
        item = catalogue.item(cited)
        told |= {word.stem for word in words_of(f"{item.title or ''} {item.text.text}")} if item else set()
    return len(wanted & told) * 3 >= len(wanted) * 2


def _replaced(root: str, text: str, catalogue: Catalogue, today: date, answer: Answer | None) -> str | None:
    """The root question with its date, body, number or person changed for the one that ``text`` consists of."""
    bare = LEAD.sub("", text).strip(" ?.!")
    if not bare or len(bare.split()) > 7:
        return None
    years = read_dates(root, today)
    shifted = _shifted(bare, years, catalogue, answer)
    if shifted:
        return _with_date(root, years, shifted)
    both = None if _ASKS.match(text) else _with_body_and_date(root, bare, catalogue, today)
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
        return new if _met(bodies[0].slugs, years, catalogue) else _without(new, years)
    words = "".join(ch if not any(b.start <= at < b.end for b in bodies) else " " for at, ch in enumerate(bare))
    spoken = read_dates(words, today)
    return _with_date(new, years, _dated_like(words, spoken, years, catalogue.meetings()))


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


def _with_person(root: str, bare: str) -> str | None:
    """ "and Steve Lunn?" after "did Sue Smith attend in 2009": a name for a name."""
    name = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,2}"
    if not re.fullmatch(name, bare):
        return None
    held = re.search(rf"(?<!^){name}", root)
    return root[: held.start()] + bare + root[held.end() :] if held else None


def _shifted(bare: str, years: Sequence[Period], catalogue: Catalogue, answer: Answer | None) -> str | None:
    """ "the year after", "the month before", "the meeting before that" as a date of its own."""
    match = SHIFT.fullmatch(bare.removeprefix("in ").removeprefix("at ").removeprefix("for ").strip())
    if not match:
        return None
    unit = (match["unit"] or match["unit2"]).lower()
    step = -1 if (match["way"] or match["way2"]).lower() in ("before", "previous", "preceding") else 1
    base = next((one for one in reversed(years) if one.date_from or one.date_to), None)
    day = (base.date_from or base.date_to) if base else _cited_day(answer)
    if day is None:
        return None
    if unit == "year":
        return f"in {int(day[:4]) + step}"
    if unit == "month":
        first = date.fromisoformat(day).replace(day=1)
        other = first - timedelta(days=1) if step < 0 else first + timedelta(days=32)
        return f"in {other:%B %Y}"
    end = (base.date_to or day) if base else day
    slugs = {one.id.split("/")[0] for one in answer.citations} if answer else set()
    held = [one.date for one in catalogue.meetings() if one.date and (not slugs or one.slug in slugs)]
    found = [one for one in held if one < day][-1:] if step < 0 else [one for one in held if one > end][:1]
    return f"on {_spoken(found[0])}" if found else None


def _cited_day(answer: Answer | None) -> str | None:
    return next((one.date for one in answer.citations if one.date), None) if answer else None


def _spoken(day: str) -> str:
    moment = date.fromisoformat(day)
    return f"{moment.day} {moment:%B %Y}"


def _dated_like(text: str, dates: Sequence[Period], years: Sequence[Period], meetings: Sequence[HeldMeeting]) -> str:
    """``text`` with the year of the question before put to its dates that have none."""
    base = next((one for one in reversed(years) if one.date_from or one.date_to), None)
    out = text
    for one in reversed(dates):
        if one.yearless is None or base is None:
            continue
        first = int((base.date_from or base.date_to or "")[:4])
        years_held = sorted(
            {int(one.date[:4]) for one in meetings if one.date}, key=lambda year: (abs(year - first), year)
        )
        held = [year for year in years_held if any(_in(one, year, meeting) for meeting in meetings)]
        year = held[0] if held else first
        if (
            re.search(r"\bby (?:the )?$", out[: one.start])
            and first + 1 in held
            and one.yearless[0] < int((base.date_to or base.date_from or "")[5:7])
        ):
            year = first + 1
        out = f"{out[: one.end].rstrip()} {year}{out[one.end :]}"
    return out


def _in(period: Period, year: int, meeting: HeldMeeting) -> bool:
    try:
        return meeting.date is not None and in_year(period, year).holds(meeting.date)
    except ValueError:
        return False


def _with_date(root: str, years: Sequence[Period], words: str) -> str:
    """``root`` about another date: ``words`` ("in 2013", "the one in March 2014") in place of its own."""
    words = re.sub(r"\b(?:the )?one (?=in|on|of|from)", "", words)
    if not re.match(r"\s*(?:in|on|at|by|since|from|as of|before|after|during|between|for)\b", words, re.I):
        words = (
            f"{'on' if re.match(r'(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]', words, re.I) else 'in'} {words}"
        )
    return f"{_without(root, years).rstrip(' ?,')} {words.strip()}?"


def _without(root: str, years: Sequence[Period]) -> str:
    """``root`` without its dates and the words that lean on them ("at the May 2015 meeting")."""
    out = root
    for one in reversed(years):
        before, after = out[: one.start], out[one.end :]
        before = re.sub(
            r"(?:\b(?:at|in|on|by|of|from|for|during|since|until|before|as of|back in)\s+)?(?:the\s+)?$",
            "",
            before,
            flags=re.I,
        )
        after = re.sub(r"^(?:['’]s)?\s+(?:meeting|minutes|agm)\b", "", after, flags=re.I)
        out = f"{before.rstrip()} {after.lstrip()}".strip()
    return out
