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
        ("(Minute No. 45/19)", [("minute", "45/19", None)]),
        ("Minutes Nos. 12 to 14", [("minute", "12", None), ("minute", "14", None)]),
        ("(Min No 88 refers)", [("minute", "88", None)]),
        ("under minute number C/23/118", [("minute", "C/23/118", None)]),
        ("as recorded in Minute CC45/22(b)", [("minute", "CC45/22", "b")]),
        ("see item 6 above", [("agenda_item", "6", None)]),
        ("see 4.2 above", [("minute", "4.2", None)]),
        ("Report PW-24-12 and report no. 24/067", [("report", "PW-24-12", None), ("report", "24/067", None)]),
        ("Cllr Ash referred to C/18/24 and asked", [("minute", "C/18/24", None)]),
        ("the motion adopted at C/12/24.", [("minute", "C/12/24", None)]),
        ("in the last 5 minutes 3 people spoke", []),
        ("the report 3 members had asked for", []),
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
