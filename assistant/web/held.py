"""What is held, as the page shows it: a line in the header, and bodies with their meetings in the panel."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.web.labels import body_names, counted, long_date, period
from assistant.web.panel import meeting_key
from index_store.held import Body, HeldMeeting


def summary_line(bodies: Sequence[Body]) -> str:
    """ "2 bodies, 14 meetings, May 2007 to September 2009"."""
    if not bodies:
        return "No minutes are held yet"
    meetings = counted(sum(body.meetings for body in bodies), "meeting")
    first = min((body.first for body in bodies if body.first), default=None)
    last = max((body.last for body in bodies if body.last), default=None)
    return f"{counted(len(bodies), 'body')}, {meetings}, {period(first, last)}"


def sample_notice() -> str:
    """Says that the minutes served are invented, and how to bring one's own."""
    return (
        '<p class="notice"><strong>These are fictional sample minutes.</strong> '
        "Add your own with <code>minutes add FOLDER</code>; the samples then give way to them.</p>"
    )


def header_html(bodies: Sequence[Body], sample: bool) -> str:
    """The head of the page: name, what is held, and whether it is a sample."""
    return (
        '<div class="masthead"><h1>Minutes assistant</h1>'
        f'<p class="held-line">{escape(summary_line(bodies))} '
        '<a href="#cite-held">See what is held</a></p></div>' + (sample_notice() if sample else "")
    )


def held_html(bodies: Sequence[Body], meetings: Sequence[HeldMeeting]) -> str:
    """The panel before a citation is chosen: how it works, and every meeting, newest first, body by body."""
    names = body_names(bodies)
    listed = []
    for body in bodies:
        own = [meeting for meeting in reversed(meetings) if meeting.slug == body.slug]
        rows = "".join(_meeting_row(meeting) for meeting in own)
        listed.append(
            f'<details class="held-body"><summary><span class="held-name">{escape(names[body.slug])}</span> '
            f'<span class="held-count">{counted(body.meetings, "meeting")}, {period(body.first, body.last)}</span>'
            f"</summary><ul>{rows}</ul></details>"
        )
    return (
        '<article class="held"><h2 class="minute-heading" tabindex="-1">What is held</h2>'
        '<p class="hint">Choose a citation such as <span class="cite-like">[1]</span> in an answer to read the whole '
        f"minute here, with the quoted words marked.</p>{''.join(listed)}</article>"
    )


def _meeting_row(meeting: HeldMeeting) -> str:
    draft = ' <span class="tag">Draft</span>' if meeting.draft else ""
    venue = f'<span class="held-venue">{escape(meeting.venue)}</span>' if meeting.venue else ""
    link = meeting_key(meeting.id)
    return f'<li><a href="{link}">{long_date(meeting.date)}</a>{draft} {venue}</li>'
