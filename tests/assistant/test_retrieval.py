"""The right minute among alike ones: filters, dates, and the LlamaIndex part."""

from __future__ import annotations

from datetime import date

from assistant.dates import Period
from assistant.retrieval import date_fit
from assistant.retriever import MinutesRetriever
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.answering_home import harrowmere as harrowmere

SPRING = Period("spring 2015", 0, 11, "2015-03-01", "2015-05-31", "season", slack=60)


def test_a_meeting_in_the_time_named_fits_best_a_later_one_less_an_earlier_one_not_at_all() -> None:
    assert date_fit("2015-04-10", (SPRING,)) == 1.0
    soon, late = date_fit("2015-06-10", (SPRING,)), date_fit("2015-07-20", (SPRING,))
    assert 0 < late < soon < 1
    assert date_fit("2016-01-05", (SPRING,)) == 0.0
    assert date_fit("2015-02-01", (SPRING,)) < 0
    assert date_fit("2015-04-10", ()) == date_fit(None, (SPRING,)) == 0.0


def test_retriever_gives_passages_that_cite_their_minute(harrowmere: Index) -> None:
    nodes = MinutesRetriever(harrowmere, today=date(2016, 2, 1)).retrieve("what did the bandstand roof cost?")
    best = nodes[0].node
    assert (best.metadata["date"], best.metadata["minute"]) == ("2015-03-03", "43")
    source = harrowmere.catalogue.source_text(best.metadata["source"])
    quote = source[best.metadata["start"] : best.metadata["end"]]
    assert quote.split() == best.get_content().split()


def test_retriever_keeps_to_the_scope(harrowmere: Index) -> None:
    scope = Scope(date_from="2015-05-01")
    nodes = MinutesRetriever(harrowmere, scope, today=date(2016, 2, 1)).retrieve("bandstand roof")
    assert nodes
    assert {one.node.metadata["date"] for one in nodes} <= {"2015-05-05", "2015-05-14"}


def test_retriever_finds_nothing_for_a_meeting_that_is_not_held(harrowmere: Index) -> None:
    nodes = MinutesRetriever(harrowmere, today=date(2016, 2, 1)).retrieve("what was decided on 7 April 2015?")
    assert nodes == []
