"""Minutes as files, for the tests that add them: a plain layout that any parser of minutes must read."""

from __future__ import annotations

from pathlib import Path

PEOPLE = ("Ann Able", "Bob Barr", "Cora Cole", "Dan Dyer")


def minutes(body: str, day: str, *items: tuple[str, str, str], note: str = "", people: tuple[str, ...] = PEOPLE) -> str:
    """The text of one meeting's minutes."""
    lines = [f"Minutes of a meeting of the {body} held at Marl Hall on {day} at 10.00am.", ""]
    lines += [note, ""] if note else []
    lines += ["PRESENT", "", f"{people[0]} - Chairman", *(f"{name} - Member" for name in people[1:]), ""]
    for number, title, text in items:
        lines += [f"{number}. {title}", "", text, ""]
    return "\n".join(lines)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


ROADS = (
    ("12", "Apologies", "Apologies for absence were received from Eve Eames."),
    ("13", "Road safety", "The Engineer reported that the crossing at Mill Lane would cost £42,000 and take six weeks. "
     "It was AGREED that the crossing be built before the school term."),
    ("14", "Allotments", "The waiting list for allotments stood at thirty seven names. It was AGREED to ask the "
     "estate for the field behind the church."),
)  # fmt: skip
TREES = (
    ("15", "Apologies", "There were no apologies for absence from any of the members."),
    ("16", "Trees", "The Clerk reported that nineteen limes along Station Road were diseased. It was AGREED that they "
     "be felled in the autumn and replaced by hornbeams."),
    ("17", "Library", "The Committee discussed the opening hours of the library on Saturdays, and the matter was "
     "deferred to the next meeting."),
)  # fmt: skip
