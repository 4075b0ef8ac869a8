"""Minutes made by hand for the tests of the index, with every span where it belongs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from index_store.commit import Filed
from index_store.models import (
    Attendee,
    MappedText,
    Meeting,
    MinuteItem,
    ParsedFile,
    Reference,
    Resolution,
    SourceText,
    Span,
)

Item = tuple[str | None, str, str]


def meeting(
    body: str,
    date: str | None,
    items: Sequence[Item],
    people: Sequence[str] = (),
    council: str | None = None,
    starts: str | None = None,
    draft: bool = False,
    aliases: tuple[str, ...] = (),
    before: str = "",
) -> tuple[str, Meeting]:
    """(source text up to the end of this meeting, the meeting). ``before`` is the text of meetings before it."""
    start = len(before)
    text = before + f"Minutes of a meeting of the {body} on {date}\n\nPresent: "
    attendees = []
    for name in people:
        attendees.append(Attendee(name, Span(len(text), len(text) + len(name))))
        text += name + ", "
    preamble = MappedText(text[start:], ((0, start, len(text) - start),))
    text += "\n\n"
    made = []
    for number, title, words in items:
        at = len(text)
        text += f"{number}. {title}\n" if number else f"{title}\n"
        heading = Span(at, len(text) - 1)
        body_at = len(text)
        text += words
        mapped = MappedText(words, ((0, body_at, len(words)),))
        resolutions, references = _facts(words, body_at)
        made.append(
            MinuteItem(
                number, title, mapped, Span(at, len(text)), heading, resolutions=resolutions, references=references
            )
        )
        text += "\n\n"
    return text, Meeting(
        body, Span(start, len(text)), preamble, council, aliases, date, starts=starts, draft=draft,
        attendance=tuple(attendees), items=tuple(made),
    )  # fmt: skip


def _facts(words: str, at: int) -> tuple[tuple[Resolution, ...], tuple[Reference, ...]]:
    resolutions, references = [], []
    if "AGREED" in words:
        low = words.index("AGREED")
        resolutions.append(Resolution("AGREED", "decided", words[low:], Span(at + low, at + len(words))))
    if "minute 262" in words:
        low = words.index("minute 262")
        references.append(Reference("minute", "262", Span(at + low, at + low + 10)))
    return tuple(resolutions), tuple(references)


def filed(path: str, *meetings: tuple[str, Meeting], kind: str = "minutes") -> Filed:
    """A parsed file ready to commit; the last meeting's text is the file's."""
    text = meetings[-1][0]
    parsed = ParsedFile(kind, tuple(one for _, one in meetings))  # type: ignore[arg-type]
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Filed(path, Path("/nowhere") / path, sha, "test", SourceText(text, path), parsed, False)
