"""Minutes and citations for the page's tests, built by hand."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Citation
from index_store.held import HeldItem, HeldMeeting
from index_store.models import MappedText, Span

# Source and reading text differ: the source breaks a line inside a sentence and has a page number between paragraphs.
SOURCE = (
    "12. Play & <Parks>\n\nThe swings were\ninspected in May.\nPage 2\n\nIt was AGREED:\n"
    "(i) that £3,004 be spent; and\n(ii) that a report come back.\n"
)
TEXT = (
    "The swings were inspected in May.\n\nIt was AGREED:\n(i) that £3,004 be spent; and\n(ii) that a report come back."
)
MEETING = HeldMeeting(
    "parks/2024-05-09",
    "parks",
    "Parks <Committee>",
    "Marl Council",
    "2024-05-09",
    "Town Hall & Annexe",
    "Ann Lee",
    "7.00 pm",
    "8.15 pm",
    True,
    "minutes",
    "parks/2024-05.txt",
    ("parks/2024-05.pdf",),
)


def _mapped() -> MappedText:
    """The reading text with its runs: what stands letter for letter in the source."""
    stretches = ("The swings were", "inspected in May.", TEXT[TEXT.index("It was") :])
    runs = [(TEXT.index(words), SOURCE.index(words), len(words)) for words in stretches]
    return MappedText(TEXT, tuple(runs))


ITEM = HeldItem(
    "parks/2024-05-09/12",
    MEETING,
    3,
    "12",
    None,
    "Play & <Parks>",
    _mapped(),
    Span(0, len(SOURCE) - 1),
    Span(0, 18),
    2,
    False,
)


def citation(marker: int | None, words: str, **changes: object) -> Citation:
    """A citation of ``words``, which stand once in the source."""
    start = SOURCE.index(words)
    plain = Citation(
        ITEM.id,
        MEETING.body,
        MEETING.date,
        "12",
        "Play & <Parks>",
        start,
        start + len(words),
        MEETING.source,
        marker,
        words if marker else None,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


SWINGS = citation(1, "The swings were\ninspected in May.")
SPENT = citation(2, "that £3,004 be spent", clause="i")
