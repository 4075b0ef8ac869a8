"""How answers are put: dates, meetings and quotes in plain English."""

from __future__ import annotations

import re
from datetime import date

from assistant.citing import heading_of, shown
from assistant.sentences import BULLETS
from index_store.held import Body, HeldItem, HeldMeeting

_BULLET = re.compile(rf"^(?:[-–—*{BULLETS}]\s*|o\s(?=[A-Z]))+")
_LISTED = re.compile(rf"[-–—*|({BULLETS}]|\(?\w{{1,4}}[.)]\s")
_ANY = re.compile(
    r"(?:(?:the|full|county|city|town|district|borough|parish|regular|ordinary|special|council|cabinet|executive|board"
    r"|committee|of|whole)\W*)+",
    re.I,
)
_NUMBER = re.compile(r"\[(\d{1,3})\]")


def day(iso: str | None) -> str:
    """ "2 September 2009", or "an undated meeting"."""
    if iso is None:
        return "an undated meeting"
    when = date.fromisoformat(iso)
    return f"{when.day} {when:%B %Y}"


def body_of(meeting: HeldMeeting) -> str:
    """The body as printed; with its council where every council has one of that name ("Cabinet (Marl Council)")."""
    return f"{meeting.body} ({meeting.council})" if meeting.council and _ANY.fullmatch(meeting.body) else meeting.body


def sitting(meeting: HeldMeeting) -> str:
    """ "Marl Cabinet, 2 September 2009 (draft minutes)"."""
    name = ", ".join(part for part in (body_of(meeting), day(meeting.date)) if part)
    return f"{name} (draft minutes)" if meeting.draft else name


def place(item: HeldItem) -> str:
    """ "Marl Cabinet, 2 September 2009, minute 267 (Inspection Review)"."""
    return f"{sitting(item.meeting)}, {heading_of(item)}"


def quoted(text: str) -> str:
    """Reading text as an answer shows it: one line, without its bullet, in quotation marks.

    Lines that no punctuation parts are parted by semicolons; a bracketed number could be taken for a marker.
    """
    lines = [line for line in (shown(line) for line in text.split("\n")) if line]
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        parted = joined.endswith((".", ";", ":", ",", "!", "?", "-", "–")) or _LISTED.match(line) or line[0].islower()
        joined += f"{' ' if parted else '; '}{line}"
    plain = _NUMBER.sub(r"(\1)", _BULLET.sub("", joined)).strip()
    return f"“{plain.replace('“', '‘').replace('”', '’')}”"


def held_range(bodies: tuple[Body, ...]) -> str:
    """What is held, for declining: "minutes of 2 bodies from 9 May 2007 to 2 September 2009"."""
    if not bodies:
        return "no minutes at all"
    first = min((body.first for body in bodies if body.first), default=None)
    last = max((body.last for body in bodies if body.last), default=None)
    count = sum(body.meetings for body in bodies)
    meetings = "one meeting" if count == 1 else f"{count} meetings"
    if len(bodies) <= 3:
        names = [f"the {body.name}" for body in bodies]
        who = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    else:
        who = f"{len(bodies)} bodies"
    when = f", {day(first)} to {day(last)}" if first and last and first != last else f", {day(first)}" if first else ""
    return f"{meetings} of {who}{when}"
