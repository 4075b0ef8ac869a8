"""Whether quotes tell only that what is asked as done is to be done: "the precept would be set in January"."""

from __future__ import annotations

import re

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


def only_foretold(own: str, told: str) -> bool:
    """Is it asked what was set, awarded, chosen or the like, and do the quotes write that verb only of the future?"""
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


def _stem(word: str, stem: str) -> str:
    form = _FORMS.get(word)
    return next(iter(stems_in(form))) if form else stem
