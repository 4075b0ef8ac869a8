from __future__ import annotations

from index_store.versions import Copy, same_text, shingles, sittings_of_a_day

LONG = "The Clerk reported that nineteen limes along Station Road were diseased and would be felled in the autumn."
OTHER = "Members considered the accounts for the year and agreed that they be sent to the auditor without delay today."


def day(*copies: tuple[str, str, bool, str | None]) -> list[tuple[str, list[str]]]:
    """(source, text, draft, starts) in; (held source, version sources) out."""
    made = [
        Copy(at, source, 0, starts, draft, len(text.split())) for at, (source, text, draft, starts) in enumerate(copies)
    ]
    found = sittings_of_a_day(made, lambda key: shingles(copies[key][1]))
    return [(one.copy.source, [copy.source for copy in one.versions]) for one in found]


def test_final_is_held_over_draft_and_fuller_over_shorter() -> None:
    assert day(("a", LONG + " " + OTHER, True, None), ("b", LONG, False, None)) == [("b", ["a"])]
    assert day(("a", LONG, False, None), ("b", LONG + " " + OTHER, False, None)) == [("b", ["a"])]
    assert day(("b", LONG, False, None), ("a", LONG, False, None)) == [("a", ["b"])]


def test_two_meetings_of_one_day_stand_in_order_of_time() -> None:
    assert day(("a", LONG, False, "7.30pm"), ("b", OTHER, False, "10 am")) == [("b", []), ("a", [])]
    assert day(("a", LONG, False, "12 noon"), ("b", OTHER, False, "1.00 p.m.")) == [("a", []), ("b", [])]
    assert day(("b", LONG, False, None), ("a", OTHER, False, None)) == [("a", []), ("b", [])]


def test_the_shorter_must_stand_for_the_most_part_in_the_longer() -> None:
    assert same_text(shingles(LONG), shingles(LONG.upper().replace(" ", "\n")))
    assert not same_text(shingles(LONG), shingles(OTHER))
    assert same_text(shingles("No business."), shingles("no business"))
