"""What people were asked to do, and who."""

from __future__ import annotations

import pytest

from index_store.models import MappedText
from index_store.parser.actions import find_actions


def found(text: str) -> list[tuple[str | None, str]]:
    actions = find_actions(MappedText(text, ((0, 0, len(text)),)))
    for one in actions:
        assert " ".join(text[one.span.start : one.span.end].split()) == " ".join(one.text.split())
    return [(one.owner, one.text) for one in actions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Action: RW", [("RW", "Action: RW")]),
        ("ACTION – XY to write to the county.", [("XY", "ACTION – XY to write to the county.")]),
        ("The board is to be mended. Action: RW", [("RW", "The board is to be mended. Action: RW")]),
        ("Action: Hold a lunch with BB/DL.", [("BB/DL", "Action: Hold a lunch with BB/DL.")]),
        ("ACTION", []),
        ("Action: CC / DD", [("CC / DD", "Action: CC / DD")]),
        ("AP5: EE to confirm funding", [("EE", "AP5: EE to confirm funding")]),
        ("No progress. RB to seek quotes.", [("RB", "RB to seek quotes.")]),
        ("Cllr Patel to inform them.", [("Cllr Patel", "Cllr Patel to inform them.")]),
        (
            "Paul Smith and Ann Other undertook to refine it.",
            [("Paul Smith and Ann Other", "Paul Smith and Ann Other undertook to refine it.")],
        ),
        ("• No change at the bus stop.\tKC", [("KC", "No change at the bus stop.")]),
        ("SBC guidelines would be forwarded.   IK/CC", [("IK/CC", "SBC guidelines would be forwarded.")]),
        ("[ACTION: Secretary]", [("Secretary", "[ACTION: Secretary]")]),
        ("Action JB", [("JB", "Action JB")]),
        ("Action Point 3: AM to circulate it.", [("AM", "Action Point 3: AM to circulate it.")]),
        ("Action required: Treasurer to pay.", [("Treasurer", "Action required: Treasurer to pay.")]),
        ("The sign is broken.\nLead: Sue Hall", [("Sue Hall", "The sign is broken.\nLead: Sue Hall")]),
        ("The Clerk was asked to write to them.", [("The Clerk", "The Clerk was asked to write to them.")]),
        ("The Clerk to report the pothole.", [("The Clerk", "The Clerk to report the pothole.")]),
        (
            "It was agreed that the Clerk would write to the school.",
            [("the Clerk", "It was agreed that the Clerk would write to the school.")],
        ),
        (
            "RESOLVED that Cllr Moss obtain three quotes.",
            [("Cllr Moss", "RESOLVED that Cllr Moss obtain three quotes.")],
        ),
        ("The sign is to be replaced.\tClerk", [("Clerk", "The sign is to be replaced.")]),
        ("The sign is to be replaced. | Cllr Moss", [("Cllr Moss", "The sign is to be replaced.")]),
        (
            "Action | Owner | By when\nRepair the gate | Clerk | 12 June\n| Paint the fence | JB/Cllr Moss | July |",
            [("Clerk", "Repair the gate"), ("JB/Cllr Moss", "Paint the fence")],
        ),
        ("No. | Action | Responsible\n1 | Repair the gate | Sue Hall", [("Sue Hall", "Repair the gate")]),
        ("The Council will support the bid. The Committee agreed to fund it.", []),
        ("It was agreed that the Clerk's report be noted. It was noted that the Clerk attended.", []),
        ("It was resolved that Officers present be thanked.", []),
        ("No action was taken. Legal action: none. The action plan was noted.", []),
        ("Ann Other | Parish Clerk", []),
        ("| Revenue | PAYE | £61.40 |", []),
        ("| Mend the gate by June | KC |", [("KC", "Mend the gate by June | KC |")]),
        ("Further to the talk given last time, the Group discussed it.", []),
        ("Deloitte to continue their work was the wish of all.", []),
        ("The report drew attention to the plan.", []),
    ],
)
def test_actions(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert found(text) == expected
