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
        ("Further to the talk given last time, the Group discussed it.", []),
        ("Deloitte to continue their work was the wish of all.", []),
        ("The report drew attention to the plan.", []),
    ],
)
def test_actions(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert found(text) == expected
