"""The last look at an answer before it goes out: nothing that breaks the contract leaves the assistant."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

from assistant.answer import Answer
from index_store.catalogue import Catalogue

_WITHHELD = "I found minutes on this, but could not quote them faithfully; please read them yourself."
_MARKER = re.compile(r"\[(\d{1,3})\]")


def kept(answer: Answer, catalogue: Catalogue) -> Answer:
    """``answer`` where it keeps the contract, else a decline that offers the minutes which it would have cited.

    A fault is one of this program, never of the minutes or the user, and is logged as an error.
    """
    found = faults(answer, catalogue)
    if not found:
        return answer
    logging.getLogger(__name__).error("answer to %r withheld: %s", answer.question, "; ".join(found))
    nearest = tuple(replace(one, marker=None, quote=None) for one in answer.citations) + answer.nearest
    return replace(answer, status="not_found", answer=_WITHHELD, citations=(), nearest=nearest, reason="fact_absent")


def faults(answer: Answer, catalogue: Catalogue) -> list[str]:
    """Where the answer breaks its contract: markers are citations, quotes source text, a decline cites nothing, an
    answer something."""
    found = [*_marker_faults(answer), *_quote_faults(answer, catalogue)]
    if answer.status != "answered" and answer.citations:
        found.append(f"status {answer.status} with citations")
    if answer.status == "answered" and not answer.citations and answer.kind != "chat":
        found.append("answered without a citation")
    return found


def _marker_faults(answer: Answer) -> list[str]:
    said = {int(marker) for marker in _MARKER.findall(answer.answer)}
    cited = [citation.marker for citation in answer.citations]
    found = [f"marker [{marker}] has no citation" for marker in sorted(said - set(cited))]
    found += [f"citation {marker} has no marker" for marker in cited if marker not in said]
    return found + (["a marker is used for two citations"] if len(set(cited)) < len(cited) else [])


def _quote_faults(answer: Answer, catalogue: Catalogue) -> list[str]:
    found = []
    for citation in answer.citations:
        text = catalogue.source_text(citation.source)
        if not citation.quote or text[citation.start : citation.end] != citation.quote:
            found.append(f"quote [{citation.marker}] is not the source's text")
        if catalogue.item(citation.id) is None:
            found.append(f"citation [{citation.marker}] names no minute held")
    return found
