"""Who stood in for whom at one meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import answered
from assistant.registers.roll import described, item_of, of
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldMeeting


def substitutes(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    """The substitutes at one meeting, or for the person named, with the apologies that they answer."""
    found = [one for one in people if one.attendee.substitute_for or one.attendee.status == "substitute"]
    words = {word for word in re.findall(r"[^\W\d_]{3,}", question.own.lower())}
    for_whom = [one for one in found if words & set(plain_name(one.attendee.substitute_for or "").split())]
    in_person = [one for one in found if words & set(plain_name(one.attendee.name).split())]
    found = for_whom or in_person or (found if not question.people else [])
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    lines = []
    for one in found:
        item = item_of(catalogue, one)
        if item is None:
            continue
        whom = one.attendee.substitute_for
        marker = citing.mark(item, one.attendee.span)
        for away in people:
            if away.item != one.item and plain_name(away.attendee.name) == plain_name(whom or ""):
                other = item_of(catalogue, away)
                marker += citing.mark(other, away.attendee.span) if other else ""
        lines.append(f"{described(one, roles=False)} substituted{f' for {whom}' if whom else ''} {marker}")
    return answered(question, "attendance", [f"At {of(meeting)}: {'; '.join(lines)}."], citing) if lines else None
