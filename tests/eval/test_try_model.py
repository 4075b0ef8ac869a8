"""What becomes of a model's sentences is counted: written, stopped and why, borne out, shown."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer
from assistant.model_writer.checking import Checked, Fault
from eval.try_model import Heard, Tally
from index_store.index import Index
from tests.assistant.answering_home import harrowmere as harrowmere


def test_every_sentence_is_counted_and_those_shown_are_listed(harrowmere: Index) -> None:
    meeting = harrowmere.catalogue.meetings()[0]
    item = harrowmere.catalogue.items(meeting.id)[1]
    told = Checked("The roof was mended.", ((item, item.text.span(0, 10)),))
    kept = Checked("The floor was mended.", ((item, item.text.span(0, 10)),))
    heard = [
        Heard(told.text, (item.id,), told),
        Heard(kept.text, (item.id,), kept),
        Heard("Why?", (), Fault("Why?", "it is a question")),
        Heard("It cost £9.", (item.id,), Fault("It cost £9.", "the minute says £8, not £9")),
    ]
    answer = Answer(question="roof", status="answered", kind="fact", answer="The roof was mended. [1]", writer="model")
    tally = Tally()
    tally.count("a", answer, heard)
    tally.count("b", replace(answer, writer="quote"), heard[1:])
    rows = list(tally.rows())
    counts = {" ".join(row.split()[:-1]): row.split()[-1] for row in rows[:-1]}
    assert counts["questions"] == "2"
    assert counts["sentences written"] == "7"
    assert counts["stopped: it is a question"] == "2"
    assert counts["stopped: the minute does not bear it out"] == "2"
    assert counts["borne out"] == "3"
    assert counts["shown"] == "1"
    assert any(row.startswith("\na: The roof was mended.") for row in rows)
    assert heard[3].to_json() == {"text": "It cost £9.", "minutes": [item.id], "stopped": "the minute says £8, not £9"}
