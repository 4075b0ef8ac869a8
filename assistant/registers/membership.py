"""Who sits on a body: the minutes hold no list of members but those of who came, or did not, to its newest meeting."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.question import Question
from assistant.registers.answers import answered, left_words, unclear
from assistant.registers.held import meetings_asked
from assistant.registers.roll import of, row
from index_store.catalogue import Catalogue

_MEMBERS = r"(?:members|trustees|directors|governors|councillors|membership)"
_COUNT = (
    rf"^\W*how many {_MEMBERS}\b(?!.*\b(?:came|come|at|were|was|present|attend\w*)\b)"
    r".{0,60}?\b(?:have|there|on|in|sit|make up|got)\b"
)
_ASKED = re.compile(
    rf"{_COUNT}|^\W*(?:(?:so|and|then|list|name)\b ?)*(?:who(?:['’]?s| is| are)? )?(?:currently |all )*"
    r"(?:the |our |your )*"
    rf"(?:(?:current |elected )?{_MEMBERS}\b|(?:sits?|serves?|is|are) on\b|on\b)",
    re.I,
)
_WORDS = (
    "member members membership trustee trustees director directors governor governors councillor councillors sit "
    "sits how many have has got make up there in serve serves current currently list name now elected council "
    "committee board who whos group"
)


def membership_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Those recorded as present or as absent at the newest meeting of the one body asked about.

    Asks which is meant where several bodies are held and none is named; None where a topic is left.
    """
    if question.numbers or question.people or question.other_body or question.date_hard:
        return None
    if not _ASKED.match(question.own):
        return None
    bodies = [one for one in catalogue.bodies() if not question.scope.bodies or one.slug in question.scope.bodies]
    if left_words(question, _WORDS, *(f"{one.name} {one.council or ''}" for one in bodies)):
        return None
    newest = {one.slug: one for one in meetings_asked(question, catalogue) if one.date}
    if len(newest) > 1:
        lists = [items[0] for one in newest.values() if (items := catalogue.items(one.id))]
        return unclear(question, "attendance", "Several bodies are held.", lists)
    if not newest:
        return None
    (meeting,) = newest.values()
    people = [one for one in catalogue.attendance(question.scope) if one.meeting.id == meeting.id]
    came = [one for one in people if one.attendee.status in ("present", "chair")]
    away = [one for one in people if one.attendee.status in ("apologies", "absent")]
    if not came:
        return None
    citing = Citing(catalogue.source_text)
    lines = [
        f"Of members the minutes tell only who came. At {of(meeting)}, the newest held, these {len(came)} are "
        f"listed as present: {row(catalogue, citing, came)}."
    ]
    lines += [f"Apologies or absent ({len(away)}): {row(catalogue, citing, away)}."] if away else []
    return answered(question, "attendance", lines, citing)
