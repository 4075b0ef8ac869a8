"""How answers are put."""

from __future__ import annotations

from dataclasses import replace

from assistant.pieces import Piece
from assistant.question import Question
from assistant.wording import held_range, quoted, sitting
from assistant.writer import write_decline, write_evidence
from index_store.held import Body, HeldItem, HeldMeeting
from index_store.models import MappedText, Span

SOURCE = "5. Playpark\n\n- The swing\n  was mended [3].\n\n(i) that it be noted; and\n(ii) that GD write."
MEETING = HeldMeeting(
    "a/2020-01-02", "a", "Ayle Council", None, "2020-01-02", None, None, None, None, False, "minutes", "a.md"
)
TEXT = MappedText(
    "- The swing was mended [3].\n\n(i) that it be noted; and\n(ii) that GD write.",
    ((0, 13, 11), (12, 27, 16), (27, 42, 2), (29, 44, 45)),
)
ITEM = HeldItem(
    "a/2020-01-02/5", MEETING, 1, "5", None, "Playpark", TEXT, Span(0, len(SOURCE)), Span(0, 11), None, False
)
QUESTION = Question("what about the swing?", "what about the swing?", "fact")


def source_text(name: str) -> str:
    assert name == "a.md"
    return SOURCE


def test_a_quote_is_reading_text_and_its_citation_the_source() -> None:
    answer = write_evidence(QUESTION, [Piece(ITEM, 0, 27, 1.0)], source_text)
    assert answer.answer == "Ayle Council, 2 January 2020, minute 5 (Playpark): “The swing was mended (3).” [1]"
    (citation,) = answer.citations
    assert citation.quote == SOURCE[citation.start : citation.end] == "- The swing\n  was mended [3]."


def test_clauses_say_what_was_done_and_keep_their_labels() -> None:
    noted = Piece(ITEM, 33, 53, 1.0, "i", "noted")
    decided = Piece(ITEM, 59, len(TEXT.text), 1.0, "ii", "decided")
    answer = write_evidence(replace(QUESTION, kind="decision"), [noted, decided], source_text)
    assert "minute 5 (Playpark), noted and decided: “(i) that it be noted;" in answer.answer
    assert "“(ii) that GD write.” [2]" in answer.answer
    assert [one.clause for one in answer.citations] == ["i", "ii"]


def test_evidence_that_may_not_answer_is_said_to() -> None:
    answer = write_evidence(QUESTION, [Piece(ITEM, 0, 27, 1.0)], source_text, sure=False)
    assert answer.answer.startswith("The minutes may not say this in so many words")


def test_draft_minutes_are_called_a_draft() -> None:
    draft = replace(ITEM, meeting=replace(MEETING, draft=True))
    answer = write_evidence(QUESTION, [Piece(draft, 0, 27, 1.0)], source_text)
    assert "2 January 2020 (draft minutes), minute 5" in answer.answer


def test_lines_of_a_list_are_kept_apart() -> None:
    assert (
        quoted("Chair: A Black\nSecretary: B White\n- and others")
        == "“Chair: A Black; Secretary: B White - and others”"
    )
    assert quoted("He said “no”.") == "“He said ‘no’.”"


def test_a_decline_names_what_is_held_and_the_nearest() -> None:
    body = Body("a", "Ayle Council", None, (), 3, "2019-05-01", "2020-01-02")
    answer = write_decline(QUESTION, "fact_absent", (body,), [ITEM])
    assert (answer.status, answer.reason, answer.citations) == ("not_found", "fact_absent", ())
    assert "3 meetings of the Ayle Council, 1 May 2019 to 2 January 2020" in answer.answer
    assert "minute 5 (Playpark)" in answer.answer
    assert [(one.id, one.marker, one.quote) for one in answer.nearest] == [(ITEM.id, None, None)]
    assert write_decline(QUESTION, "no_such_meeting", (body,)).status == "not_held"


def test_holding_nothing_is_said() -> None:
    assert held_range(()) == "no minutes at all"


def test_a_body_of_a_name_that_every_council_has_is_told_with_its_council() -> None:
    cabinet = replace(MEETING, body="Cabinet", council="Ayle Council")
    assert sitting(cabinet) == "Cabinet (Ayle Council), 2 January 2020"
    assert sitting(replace(cabinet, body="Planning Committee")) == "Planning Committee, 2 January 2020"
    assert sitting(replace(cabinet, council=None)) == "Cabinet, 2 January 2020"
