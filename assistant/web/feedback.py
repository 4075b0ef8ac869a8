"""What a user says of an answer: the form in the panel, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from assistant.answer import Answer, Citation
from assistant.web.conversation import Conversation
from assistant.web.labels import citation_meeting, cited_name
from index_store.catalogue import Catalogue
from index_store.feedback import Feedback, Judged, keep
from index_store.held import HeldItem

FIELDS = ("turn", "verdict", "minute", "other", "comment")
"""What the form sends."""
_LONGEST = 2000
_OFFERED = 12


def form_html(conversation: Conversation, key: str, catalogue: Catalogue) -> str | None:
    """The form for a link such as "2.wrong": which minute is right, and a comment. None for an answer long gone."""
    turn, _, verdict = key.partition(".")
    answer = _answer(conversation, turn)
    if answer is None or verdict not in ("right", "wrong"):
        return None
    rows = "".join(
        f'<option value="{escape(one.id)}">{escape(_told(one))}</option>' for one in _offered(answer, catalogue)
    )
    which = (
        '<label for="right-minute">Which minute is right?</label>'
        f'<select id="right-minute" name="minute"><option value="">I do not know</option>{rows}</select>'
        '<label for="other-minute">Or another one: its number and date</label>'
        '<input id="other-minute" name="other" type="text" maxlength="200" placeholder="104, 15 November 2022">'
    )
    return (
        f'<form class="judging" data-turn="{escape(turn)}" data-verdict="{verdict}">'
        f'<h2 class="minute-heading" tabindex="-1">This answer is {verdict}</h2>'
        f'<p class="asked">“{escape(conversation.turns[int(turn) - 1].question)}”</p>'
        f"{which if verdict == 'wrong' else ''}"
        '<label for="judging-comment">Comment (may be left empty)</label>'
        f'<textarea id="judging-comment" name="comment" rows="3" maxlength="{_LONGEST}"></textarea>'
        '<button class="send" type="submit">Send</button>'
        '<p class="hint">It is kept on this machine, with the question and the answer, until somebody reviews it under '
        "Evaluation.</p></form>"
    )


def keep_judgement(
    home: Path, sample: bool, conversation: Conversation, said: dict[str, str], catalogue: Catalogue
) -> Feedback | None:
    """Keep what the form said; None for an answer long gone."""
    answer = _answer(conversation, said.get("turn", ""))
    if answer is None:
        return None
    verdict: Judged = "right" if said.get("verdict") == "right" else "wrong"
    minute, comment = said.get("minute") or None, said.get("comment", "").strip()[:_LONGEST]
    other = said.get("other", "").strip()[:200]
    if minute is not None and catalogue.item(minute) is None:
        minute = None
    if other:
        comment = f"Right minute: {other}. {comment}".strip()
    turns = [turn.question for turn in conversation.turns[: int(said["turn"])]]
    cited = tuple(dict.fromkeys(one.id for one in answer.citations))
    given = Feedback(
        tuple(turns), answer.answer, answer.status, answer.kind, verdict, answer.reason, cited, minute, comment, sample
    )
    return keep(home, given)


def thanks_html(kept: Feedback) -> str:
    """What the panel says once it is kept."""
    return (
        '<div class="judged"><h2 class="minute-heading" tabindex="-1">Thank you</h2>'
        f"<p>Kept as feedback {kept.id}. What becomes of it is told under Evaluation.</p></div>"
    )


def _answer(conversation: Conversation, turn: str) -> Answer | None:
    if not turn.isdecimal() or not 1 <= int(turn) <= len(conversation.turns):
        return None
    return conversation.turns[int(turn) - 1].answer


def _offered(answer: Answer, catalogue: Catalogue) -> Iterable[HeldItem]:
    """The minutes cited, offered as nearest, and found by the search, in this order, none twice."""
    cited: list[Citation] = [*answer.citations, *answer.nearest]
    ids = dict.fromkeys([*(one.id for one in cited), *(answer.retrieved or ())])
    items = (catalogue.item(one) for one in ids)
    return [item for item in items if item is not None][:_OFFERED]


def _told(item: HeldItem) -> str:
    meeting = item.meeting
    bare = Citation(item.id, meeting.body, meeting.date, item.number, item.title, 0, 0, meeting.source)
    return f"{cited_name([bare])} ({citation_meeting(bare)})"
