"""Mentions of minutes, agenda items and reports."""

from __future__ import annotations

import pytest

from index_store.models import MappedText
from index_store.parser.references import find_references


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(minute 275 refers)", [("minute", "275", None)]),
        ("Minute 258(ii) and reported", [("minute", "258", "ii")]),
        ("(also see minute 79 below)", [("minute", "79", None)]),
        ("as set out at minute 134/20.", [("minute", "134/20", None)]),
        ("Minutes 12, 14 and 15(i) refer", [("minute", "12", None), ("minute", "14", None), ("minute", "15", "i")]),
        ("under item 14 in the agenda for this meeting", [("agenda_item", "14", None)]),
        ("A copy of the report marked '5' is filed", [("report", "5", None)]),
        ("a copy of which marked ‘15’ is filed", [("report", "15", None)]),
        ("for agenda items 3 and 4.", [("agenda_item", "3", None), ("agenda_item", "4", None)]),
        ("(see paper TB(2)1.ii) and Appendix A", [("report", "TB(2)1.ii", None), ("report", "Appendix A", None)]),
        ("BCCF Minutes 17/2/11", []),
        ("the talk took 20 minutes and a minute 5 members left", []),
        ("the minutes of the meeting on 3 May were read", []),
        ("It was minuted on 12 June", []),
    ],
)
def test_references(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = find_references(MappedText(text, ((0, 0, len(text)),)))
    assert [(one.kind, one.target, one.clause) for one in found] == expected
    for one in found:
        assert one.target in text[one.span.start : one.span.end]
