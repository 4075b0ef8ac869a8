"""Retrieval as an ordinary LlamaIndex part, for those who put it into engines of their own."""

from __future__ import annotations

from datetime import date

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.held_words import held_words
from assistant.question import understand
from assistant.retrieval import FoundMinute, FoundPassage, find_minutes
from assistant.searching import asked_of
from index_store.held import Scope
from index_store.index import Index


class MinutesRetriever(BaseRetriever):
    """The passages of the minutes that a question may be about, best minute first.

    Bodies and dates in the question narrow the search as they do for answers; ``scope`` is the user's own filter.
    A node's text is reading text; its metadata cite the minute, with the span of the passage in the source text.
    """

    def __init__(self, index: Index, scope: Scope = Scope(), limit: int = 12, today: date | None = None) -> None:
        self._index, self._scope, self._limit, self._today = index, scope, limit, today
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        self._index.refresh()
        catalogue = self._index.catalogue
        question = understand([query_bundle.query_str], catalogue, self._scope, self._today or date.today())
        if question.missing:
            return []
        asked = asked_of(question, held_words(self._index))
        found = find_minutes(self._index, asked, self._limit)
        return [_node(minute, passage) for minute in found for passage in minute.passages]


def _node(minute: FoundMinute, found: FoundPassage) -> NodeWithScore:
    item, passage = minute.item, found.passage
    span = item.text.span(passage.start, passage.end) if passage.start < passage.end else item.span
    metadata = {
        "id": item.id,
        "body": item.meeting.body,
        "date": item.meeting.date,
        "minute": item.number,
        "title": item.title,
        "source": item.meeting.source,
        "start": span.start,
        "end": span.end,
        "page": item.page,
        "cosine": found.cosine,
    }
    return NodeWithScore(node=TextNode(id_=passage.id, text=passage.text, metadata=metadata), score=minute.score)
