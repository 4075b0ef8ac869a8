"""How dates, periods, bodies and minutes are named on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.answer import Citation
from index_store.held import Body, HeldItem

ATTENDANCE = "attendance"


def long_date(iso: str | None) -> str:
    """ "2 September 2009" for "2009-09-02"; minutes without a printed date are called undated."""
    if not iso:
        return "undated"
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def month_of(iso: str) -> str:
    """ "September 2009" for "2009-09-02"."""
    return f"{date.fromisoformat(iso):%B %Y}"


def period(first: str | None, last: str | None) -> str:
    """The months from the first meeting to the last: "May 2007 to September 2009"."""
    if not first or not last:
        return "undated"
    begins, ends = month_of(first), month_of(last)
    return begins if begins == ends else f"{begins} to {ends}"


def counted(number: int, noun: str) -> str:
    """ "1 meeting", "1,204 meetings", "2 bodies"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def minute_name(number: str | None, agenda_item: str | None = None) -> str:
    """ "Minute 271", "Item 3", "Attendance list", "Unnumbered minute"."""
    if number == ATTENDANCE:
        return "Attendance list"
    if not number:
        return f"Item {agenda_item}" if agenda_item else "Unnumbered minute"
    return number if number[:1].isalpha() and " " in number else f"Minute {number}"


def minute_heading(item: HeldItem) -> str:
    """ "Minute 271: First Contact", or the title alone where no number is printed."""
    name, title = minute_name(item.number, item.agenda_item), one_line(item.title)
    if not item.number and not item.agenda_item and title:
        return title
    return f"{name}: {title}" if title else name


def cited_name(cited: Sequence[Citation]) -> str:
    """Citations of one minute as a list of sources names them: "Minute 271(i), (ii): First Contact"."""
    first, title = cited[0], one_line(cited[0].title)
    clauses = ", ".join(f"({clause})" for clause in dict.fromkeys(c.clause for c in cited) if clause)
    if not first.minute and title:
        return f"{title} {clauses}".strip()
    name = minute_name(first.minute) + clauses
    return f"{name}: {title}" if title else name


def citation_meeting(citation: Citation) -> str:
    """ "Leicestershire Together Executive, 2 September 2009"."""
    return f"{citation.body or 'Body not printed'}, {long_date(citation.date)}"


def body_names(bodies: Iterable[Body]) -> dict[str, str]:
    """Slug to name; the council stands in front where two bodies share a name."""
    held = tuple(bodies)
    names = [body.name for body in held]
    return {
        body.slug: f"{body.council} {body.name}" if body.council and names.count(body.name) > 1 else body.name
        for body in held
    }


def one_line(text: str | None) -> str:
    """``text`` with every run of white space made one space."""
    return " ".join(text.split()) if text else ""
