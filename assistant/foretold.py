"""Whether quotes tell only that what is asked as done is to be done: "the precept would be set in January"."""

from __future__ import annotations

import re

from assistant.sentences import lay_out
from assistant.terms import stems_in, words_of

_ASKED = re.compile(
    r"\b(?:how much|how many|who|whom|what|which|when)\b.*?\b(?:did|was|were|has|have|had|got)\b(?P<done>.+)",
    re.IGNORECASE,
)
#: Forms of one verb that do not share a stem.
_FORMS = {"choose": "chosen", "chose": "chosen", "buy": "bought", "give": "given", "gave": "given", "build": "built"}
_DECIDING = stems_in(
    "set appoint award chosen pick select approve adopt accept elect bought purchase sign grant confirm fix co-opt hire"
)
_TO_COME = re.compile(
    r"\b(?:would|will|should|could|may|might|shall|can|to)(?: (?:now|then|only|not|next|also))? be (?P<verb>\w+)",
    re.IGNORECASE,
)


_WHEN_DONE = re.compile(
    r"^\W*(?:and |so )?(?:when|what (?:year|month))\s+(?:was|were|did|has|have|had)\b"
    r"(?!.*\b(?:says?|said|would|will|expect\w*|due|going to)\b).*\b(?:put (?:up|in|back)|install(?:ed)?|built"
    r"|erected|fitted|completed?|finished|repaired|replaced|mended|fixed|delivered)\b",
    re.IGNORECASE,
)
_WORKS = stems_in("install installation build built erect fit complete completion repair replace replacement deliver")
_PROPOSED = re.compile(
    r"\b(?:propos(?:e|ed|es|als?)|intend(?:s|ed)?|with a view to|hop(?:e|ed|es|ing) to|plan(?:s|ned)? to|subject to"
    r"|(?:would|will|should|could|may|might|can|to) (?:\w+ )?be)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:has|have|had) (?:\w+ )?(?:been )?\w+(?:ed|ne|lt|ut)\b"
    r"|\b(?:was|were|is|are) (?:now )?(?:in place|\w+ed|built)\b(?<!proposed)(?<!intended)(?<!planned)",
    re.IGNORECASE,
)


def only_foretold(own: str, told: str) -> bool:
    """Is it asked what was set, awarded, chosen or the like, or when work was done, and do the quotes write of that
    only as of what is to come?"""
    if _WHEN_DONE.search(own):
        return _only_proposed(told)
    match = _ASKED.search(own)
    if match is None:
        return False
    done = {_stem(word.word, word.stem) for word in words_of(match["done"])} & _DECIDING
    if not done:
        return False
    said = [_stem(word.word, word.stem) for word in words_of(told)]
    times = {verb: said.count(verb) for verb in done if verb in said}
    to_come = [_stem(word.word, word.stem) for one in _TO_COME.finditer(told) for word in words_of(one["verb"])]
    return bool(times) and all(to_come.count(verb) >= count for verb, count in times.items())


def _only_proposed(told: str) -> bool:
    """Is there a sentence on work, and each such one no more than a proposal?"""
    sentences = (told[one.start : one.end] for one in lay_out(told).sentences)
    on_work = [one for one in sentences if not _WORKS.isdisjoint(stems_in(one))]
    return bool(on_work) and all(_PROPOSED.search(one) and not _DONE.search(one) for one in on_work)


def _stem(word: str, stem: str) -> str:
    form = _FORMS.get(word)
    return next(iter(stems_in(form))) if form else stem
