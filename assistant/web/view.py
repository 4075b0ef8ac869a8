"""Questions and answers as the chat shows them: HTML on one line, so that Markdown leaves it alone.

Everything that comes from minutes, users or models is escaped here. A citation is a link to ``#cite-TURN.MARKER``, a
minute offered as nearest one to ``#cite-TURN.nPLACE``; chat.js hears the click and app.py shows the minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from assistant.answer import Answer, Citation
from assistant.web.labels import citation_meeting, cited_name

_MARKER = re.compile(r"( ?)\[(\d+)\]")
_BULLET = re.compile(r"^\s*[-*•]\s+")
_PIECE = re.compile(r"\n+|(?<=[.!?;:”\"'’)\]])\s+")
_VERDICTS = {
    "not_found": "Not found in the minutes",
    "not_held": "Not held here",
    "unclear": "Which one do you mean?",
}
_JUDGED = ("right", "wrong")
_FOLDED = 8
_MARKERS = 4


def question_html(text: str) -> str:
    """The user's words, exactly as typed."""
    lines = (escape(line) for line in text.strip().splitlines())
    return f'<p class="question">{"<br>".join(lines)}</p>'


def waiting_html() -> str:
    """What stands in the answer's place until it is there."""
    return '<div class="answer is-waiting"><p>Looking through the minutes…</p></div>'


def news_html(message: str) -> str:
    """What the chat itself has to say, outside any answer."""
    return f'<div class="news"><p>{_inline(message)}</p></div>'


def failure_html(message: str) -> str:
    """An error that the user can do something about."""
    return f'<div class="answer is-failed"><p class="verdict">That did not work</p><p>{_inline(message)}</p></div>'


def answer_html(answer: Answer, turn: int, limits: str = "") -> str:
    """The whole answer: text, notes, sources or nearest minutes, and how it was written."""
    parts = [_verdict(answer), _text_html(answer.answer, answer.citations, turn), _notes(answer)]
    parts.append(_sources(answer, turn))
    parts.append(_nearest(answer, turn))
    parts.append(_foot(answer, limits, turn))
    return f'<div class="answer is-{answer.status.replace("_", "-")}">{"".join(parts)}</div>'


def growing_html(answer: Answer, turn: int) -> Iterator[str]:
    """The answer's text growing sentence by sentence, ending before notes and sources are added."""
    for end in _ends(answer.answer):
        yield writing_html(replace(answer, answer=answer.answer[:end]), turn)


def writing_html(answer: Answer, turn: int) -> str:
    """The text of an answer that is still being written."""
    body = _text_html(answer.answer, answer.citations, turn)
    return f'<div class="answer is-writing is-{answer.status.replace("_", "-")}">{_verdict(answer)}{body}</div>'


def _ends(text: str) -> list[int]:
    """Where the pieces of a growing answer end: after sentences and lines, at most a dozen."""
    ends = [match.start() for match in _PIECE.finditer(text) if match.start() > 0]
    step = -(-len(ends) // 12) or 1
    return ends[step - 1 :: step]


def _verdict(answer: Answer) -> str:
    label = _VERDICTS.get(answer.status)
    return f'<p class="verdict">{label}</p>' if label else ""


def _text_html(text: str, citations: tuple[Citation, ...], turn: int) -> str:
    links = {str(c.marker): c for c in citations}
    blocks: list[str] = []
    bullets: list[str] = []
    for line in [*text.splitlines(), ""]:
        if _BULLET.match(line):
            bullets.append(f"<li>{_cited(_BULLET.sub('', line), links, turn)}</li>")
            continue
        if bullets and line.strip():
            blocks.append(f"<ul>{''.join(bullets)}</ul>")
            bullets = []
        if line.strip():
            blocks.append(f"<p>{_cited(line.strip(), links, turn)}</p>")
    if bullets:
        blocks.append(f"<ul>{''.join(bullets)}</ul>")
    return "".join(blocks)


def _cited(line: str, links: dict[str, Citation], turn: int) -> str:
    """One escaped line in which the markers of this answer's citations are links, and no others."""
    out, at = [], 0
    for match in _MARKER.finditer(line):
        citation = links.get(match[2])
        if citation is None:
            continue
        out.append(_inline(line[at : match.start()]))
        name = escape(f"{cited_name([citation])} ({citation_meeting(citation)})")
        space = "&nbsp;" if match[1] else ""
        out.append(f'{space}<a class="cite" href="#cite-{turn}.{match[2]}" title="{name}">[{match[2]}]</a>')
        at = match.end()
    return "".join(out) + _inline(line[at:])


def _inline(text: str) -> str:
    return escape(text).replace("\r", " ").replace("\n", " ")


def _notes(answer: Answer) -> str:
    rows = "".join(f"<li>{_inline(note)}</li>" for note in answer.notes)
    return f'<ul class="notes">{rows}</ul>' if rows else ""


def _sources(answer: Answer, turn: int) -> str:
    """The minutes cited, one row each with all its markers, in the order of the answer."""
    minutes: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        minutes.setdefault(citation.id, []).append(citation)
    rows = []
    for cited in minutes.values():
        links = [f'<a class="cite" href="#cite-{turn}.{c.marker}">[{c.marker}]</a>' for c in cited]
        markers = " ".join(links if len(links) <= _MARKERS else [links[0], "…", links[-1]])
        row = _row(f"{turn}.{cited[0].marker}", cited)
        rows.append(f'<li><span class="markers">{markers}</span>{row}</li>')
    return _listed("Sources", rows)


def _nearest(answer: Answer, turn: int) -> str:
    rows = [f"<li>{_row(f'{turn}.n{place}', [c])}</li>" for place, c in enumerate(answer.nearest, start=1)]
    return _listed("Choose one to read it" if answer.status == "unclear" else "Nearest minutes", rows)


def _row(key: str, cited: list[Citation]) -> str:
    return (
        f'<a class="source" href="#cite-{key}"><span class="source-name">{_inline(cited_name(cited))}</span> '
        f'<span class="source-meeting">{_inline(citation_meeting(cited[0]))}</span></a>'
    )


def _listed(head: str, rows: list[str]) -> str:
    if not rows:
        return ""
    if len(rows) <= _FOLDED:
        return f'<section class="sources"><p class="sources-head">{head}</p><ul>{"".join(rows)}</ul></section>'
    return f'<details class="sources"><summary>{head} ({len(rows)})</summary><ul>{"".join(rows)}</ul></details>'


def _foot(answer: Answer, limits: str, turn: int) -> str:
    said = [_inline(limits)] if limits else []
    if answer.status == "answered":
        quoted = answer.writer == "quote"
        said.append("Quoted from the minutes" if quoted else f"Written by {_inline(answer.writer)} from the minutes")
    foot = f'<span class="said">{" · ".join(said)}</span>' if said else ""
    if answer.status == "answered":
        foot += '<button class="copy" type="button">Copy with sources</button>'
    return f'<p class="foot">{foot}{_judging(turn)}</p>'


def _judging(turn: int) -> str:
    """The two links that open the form for feedback; feedback.js hears the click."""
    links = (f'<a class="judge" href="#judge-{turn}.{verdict}">{verdict}</a>' for verdict in _JUDGED)
    return f'<span class="judging">Is this {" or ".join(links)}?</span>'
